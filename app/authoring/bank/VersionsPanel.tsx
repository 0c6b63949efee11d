import { TracePanel } from '~/assessment/item-analysis/TracePanel'
import { paths } from '~/paths'
import { useT } from '~/platform/i18n/react'
import { Button } from '~/ui/Button'
import { Note } from '~/ui/Note'
import { Panel } from '~/ui/Panel'
import type { ContentNote } from '../review/content-notes'
import { VersionList } from '../review/VersionList'
import { UsageText } from './UsageText'
import type { VersionsView } from './view-versions.server'

/** A clone that was just begun, and whether a draft gives the item itself the family too. */
export type CloneNote = { draft: string; source: 'begun' | 'lacks' }

type VersionsPanelProps = {
  code: string
  retired: boolean
  view: VersionsView
  note: ContentNote | null
  clone: CloneNote | null
}

/** What can be done with an item of the bank: edit, copy, retire, and go back to an earlier version. */
export function VersionsPanel({ code, retired, view, note, clone }: VersionsPanelProps) {
  const t = useT('studio')
  const b = useT('bank')
  const { writes, decides, draft } = view
  return (
    <>
      {note ? (
        <Note kind={note === 'changed' ? 'care' : 'done'} role="status">
          {t(`bank.${note}`)}
        </Note>
      ) : null}
      {clone ? (
        <Note kind="done" role="status" title={b('cloned')}>
          {b(clone.source === 'begun' ? 'clonedText' : 'clonedLacks', { family: code })}{' '}
          <a href={paths.studioItem(clone.draft)}>{b('clonedOpen')}</a>
        </Note>
      ) : null}
      <Panel title={t('bank.use')}>
        <UsageText view={view} />
        {writes ? (
          <form method="post" className="row">
            <Button name="intent" value="revise">
              {t(draft ? 'bank.goOn' : 'bank.edit')}
            </Button>
            <Button quiet name="intent" value="copy">
              {t('bank.copy')}
            </Button>
            <Button quiet name="intent" value="clone">
              {b('clone')}
            </Button>
            {decides ? (
              <Button quiet name="intent" value={retired ? 'restore' : 'retire'}>
                {t(retired ? 'bank.restore' : 'bank.retire')}
              </Button>
            ) : null}
          </form>
        ) : null}
      </Panel>
      <TracePanel trace={view.trace} />
      <VersionList view={view} compareAt={(from) => paths.item(code, { from })} />
    </>
  )
}
