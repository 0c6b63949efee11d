import { formatDateTime } from '~/platform/i18n/format'
import { useT } from '~/platform/i18n/react'
import { Panel } from '~/ui/Panel'
import { Tag } from '~/ui/Tag'
import { DiffTable } from '../diff/DiffTable'
import type { ContentVersionsView } from './view-content-versions.server'

type VersionListProps = {
  view: Pick<ContentVersionsView, 'versions' | 'compared' | 'decides'>
  /** The page that compares a version with the newest. */
  compareAt: (version: string) => string
}

/** The published versions of a piece of content: who wrote them, how they differ, and the way back to one. */
export function VersionList({ view: { versions, compared, decides }, compareAt }: VersionListProps) {
  const t = useT('studio')
  const newest = versions[0]
  return (
    <>
      <Panel title={t('bank.versions')}>
        <ul className="bare-list">
          {versions.map(({ id, version, origin, retired, loadedAt, author }) => (
            <li key={id}>
              <b>{t('bank.version', { version })}</b>{' '}
              <span className="muted">
                {author ?? t(origin === 'studio' ? 'bank.studio' : 'bank.content')} ·{' '}
                {formatDateTime(loadedAt)}
              </span>{' '}
              {id === newest?.id ? (
                retired ? null : (
                  <Tag kind="ok">{t('bank.inUse')}</Tag>
                )
              ) : (
                <>
                  <a href={compareAt(id)}>
                    {t('bank.compare')}
                    <span className="vh"> {version}</span>
                  </a>{' '}
                  {decides ? (
                    <form method="post" className="in-row">
                      <input type="hidden" name="to" value={id} />
                      <input type="hidden" name="seen" value={newest?.id} />
                      <button className="link" name="intent" value="rollback">
                        {t('bank.rollBack', { version })}
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
