import { TracePanel } from '~/assessment/item-analysis/TracePanel'
import { paths } from '~/paths'
import { formatDateTime } from '~/platform/i18n/format'
import { useT } from '~/platform/i18n/react'
import { Button } from '~/ui/Button'
import { Note } from '~/ui/Note'
import { Panel } from '~/ui/Panel'
import { Tag } from '~/ui/Tag'
import { DiffTable } from '../diff/DiffTable'
import { UsageText } from './UsageText'
import type { VersionsView } from './view-versions.server'

export const itemNotes = ['retired', 'restored', 'rolledBack', 'changed'] as const
export type ItemNote = (typeof itemNotes)[number]

/** A clone that was just begun, and whether a draft gives the item itself the family too. */
export type CloneNote = { draft: string; source: 'begun' | 'lacks' }

type VersionsPanelProps = {
  code: string
  retired: boolean
  view: VersionsView
  note: ItemNote | null
  clone: CloneNote | null
}

/** What can be done with an item of the bank: edit, copy, retire, and go back to an earlier version. */
export function VersionsPanel({ code, retired, view, note, clone }: VersionsPanelProps) {
  const t = useT('studio')
  const b = useT('bank')
  const { versions, compared, writes, decides, draft } = view
  const newest = versions[0]
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
      <Panel title={t('bank.versions')}>
        <ul className="bare-list">
          {versions.map((version) => (
            <li key={version.id}>
              <b>{t('bank.version', { version: version.version })}</b>{' '}
              <span className="muted">
                {version.author ?? t(version.origin === 'studio' ? 'bank.studio' : 'bank.content')} ·{' '}
                {formatDateTime(version.loadedAt)}
              </span>{' '}
              {version.retired ? null : <Tag kind="ok">{t('bank.inUse')}</Tag>}{' '}
              {version.id === newest?.id ? null : (
                <>
                  <a href={paths.item(code, { from: version.id })}>
                    {t('bank.compare')}
                    <span className="vh"> {version.version}</span>
                  </a>{' '}
                  {decides ? (
                    <form method="post" className="in-row">
                      <input type="hidden" name="to" value={version.id} />
                      <input type="hidden" name="seen" value={newest?.id} />
                      <button className="link" name="intent" value="rollback">
                        {t('bank.rollBack', { version: version.version })}
                      </button>
                    </form>
                  ) : null}
                </>
              )}
            </li>
          ))}
        </ul>
      </Panel>
      {compared && newest ? (
        <Panel title={t('bank.compared', { from: compared.from, to: newest.id })}>
          <DiffTable rows={compared.rows} before={compared.from} after={newest.id} />
        </Panel>
      ) : null}
    </>
  )
}
