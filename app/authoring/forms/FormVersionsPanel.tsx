import { paths } from '~/paths'
import { useT } from '~/platform/i18n/react'
import { Button } from '~/ui/Button'
import { Note } from '~/ui/Note'
import type { ContentNote } from '../review/content-notes'
import { VersionList } from '../review/VersionList'
import type { ContentVersionsView } from '../review/view-content-versions.server'

type FormVersionsPanelProps = { code: string; view: ContentVersionsView; note: ContentNote | null }

/** What can be done with a published survey form: edit, copy, take out of use, go back to an earlier version. */
export function FormVersionsPanel({ code, view, note }: FormVersionsPanelProps) {
  const t = useT('studio')
  const f = useT('forms')
  const { versions, writes, decides, draft } = view
  const retired = Boolean(versions[0]?.retired)
  return (
    <>
      {note ? (
        <Note kind={note === 'changed' ? 'care' : 'done'} role="status">
          {f(`note.${note}`)}
        </Note>
      ) : null}
      {retired ? <Note kind="care">{f('note.outOfUse')}</Note> : null}
      {writes ? (
        <form method="post" className="row">
          <Button name="intent" value="revise">
            {t(draft ? 'bank.goOn' : 'bank.edit')}
          </Button>
          <Button quiet name="intent" value="copy">
            {f('copy')}
          </Button>
          {decides ? (
            <Button quiet name="intent" value={retired ? 'restore' : 'retire'}>
              {t(retired ? 'bank.restore' : 'bank.retire')}
            </Button>
          ) : null}
        </form>
      ) : null}
      <VersionList view={view} compareAt={(from) => paths.form(code, { from })} />
    </>
  )
}
