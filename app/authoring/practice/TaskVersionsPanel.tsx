import { paths } from '~/paths'
import { useT } from '~/platform/i18n/react'
import { Button } from '~/ui/Button'
import { Note } from '~/ui/Note'
import type { ContentNote } from '../review/content-notes'
import { VersionList } from '../review/VersionList'
import type { ContentVersionsView } from '../review/view-content-versions.server'

type TaskVersionsPanelProps = {
  code: string
  retired: boolean
  view: ContentVersionsView
  note: ContentNote | null
}

/** What can be done with a published practice task: edit, copy, take out of use, go back to an earlier version. */
export function TaskVersionsPanel({ code, retired, view, note }: TaskVersionsPanelProps) {
  const t = useT('studio')
  const own = useT('tasks')
  const { writes, decides, draft } = view
  return (
    <>
      {note ? (
        <Note kind={note === 'changed' ? 'care' : 'done'} role="status">
          {own(`note.${note}`)}
        </Note>
      ) : null}
      {writes ? (
        <form method="post" className="row">
          <Button name="intent" value="revise">
            {t(draft ? 'bank.goOn' : 'bank.edit')}
          </Button>
          <Button quiet name="intent" value="copy">
            {own('copy')}
          </Button>
          {decides ? (
            <Button quiet name="intent" value={retired ? 'restore' : 'retire'}>
              {t(retired ? 'bank.restore' : 'bank.retire')}
            </Button>
          ) : null}
        </form>
      ) : null}
      <VersionList view={view} compareAt={(from) => paths.practiceTaskOf(code, { from })} />
    </>
  )
}
