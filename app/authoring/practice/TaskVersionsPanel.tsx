import { paths } from '~/paths'
import { formatDateTime } from '~/platform/i18n/format'
import { useT } from '~/platform/i18n/react'
import { Button } from '~/ui/Button'
import { Note } from '~/ui/Note'
import { Panel } from '~/ui/Panel'
import { Tag } from '~/ui/Tag'
import { DiffTable } from '../diff/DiffTable'
import type { TaskVersionsView } from './view-task-versions.server'

export const taskNotes = ['retired', 'restored', 'rolledBack', 'changed'] as const
export type TaskNote = (typeof taskNotes)[number]

type TaskVersionsPanelProps = {
  code: string
  retired: boolean
  view: TaskVersionsView
  note: TaskNote | null
}

/** What can be done with a published practice task: edit, copy, take out of use, go back to an earlier version. */
export function TaskVersionsPanel({ code, retired, view, note }: TaskVersionsPanelProps) {
  const t = useT('studio')
  const own = useT('tasks')
  const { versions, compared, writes, decides, draft } = view
  const newest = versions[0]
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
                  <a href={paths.practiceTaskOf(code, { from: version.id })}>
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
