import { paths } from '~/paths'
import { formatDateTime, formatNumber } from '~/platform/i18n/format'
import { pick } from '~/platform/i18n/locale'
import { useLocale, useT } from '~/platform/i18n/react'
import { Button, ButtonLink } from '~/ui/Button'
import { Crumbs } from '~/ui/Crumbs'
import { Main } from '~/ui/Main'
import { Note } from '~/ui/Note'
import { PageTitle } from '~/ui/PageTitle'
import { Panel } from '~/ui/Panel'
import { Tag } from '~/ui/Tag'
import { DiffTable } from '../diff/DiffTable'
import type { PublishedView } from './view-published.server'

export const publishedNotes = ['withdrawn', 'restored', 'rolledBack', 'changed'] as const
export type PublishedNote = (typeof publishedNotes)[number]

type PublishedModulePageProps = { view: PublishedView; note: PublishedNote | null }

/** A published module: write its next version, copy it, withdraw it, go back to an earlier version. */
export function PublishedModulePage({ view, note }: PublishedModulePageProps) {
  const t = useT('modules')
  const studio = useT('studio')
  const locale = useLocale()
  const { code, title, versions, newest, compared, withdrawn, decides, draft, learners } = view
  return (
    <Main wide>
      <Crumbs
        items={[
          { to: paths.studio(), label: studio('title') },
          { to: paths.studioModules(), label: t('published.title') },
          { label: pick(title, locale) },
        ]}
      />
      <PageTitle
        tag={
          <Tag kind={withdrawn ? 'care' : 'ok'}>
            {t(withdrawn ? 'published.withdrawn' : 'published.inUse')}
          </Tag>
        }
        under={t('published.learners', { code, count: formatNumber(locale, learners) })}
        actions={
          withdrawn ? null : (
            <ButtonLink quiet to={paths.module(code)}>
              {t('published.see')}
            </ButtonLink>
          )
        }
      >
        {pick(title, locale)}
      </PageTitle>
      {note ? (
        <Note kind={note === 'changed' ? 'care' : 'done'} role="status">
          {t(`note.${note}`)}
        </Note>
      ) : null}
      <form method="post" className="row buttons">
        <Button name="intent" value="revise">
          {t(draft ? 'published.goOn' : 'published.revise')}
        </Button>
        <Button quiet name="intent" value="copy">
          {t('published.copy')}
        </Button>
        {decides ? (
          <Button quiet name="intent" value={withdrawn ? 'restore' : 'withdraw'}>
            {t(withdrawn ? 'published.restore' : 'published.withdraw')}
          </Button>
        ) : null}
      </form>
      <Panel title={studio('bank.versions')}>
        <ul className="bare-list">
          {versions.map((version) => (
            <li key={version.id}>
              <b>{studio('bank.version', { version: version.version })}</b>{' '}
              <span className="muted">
                {version.author ?? studio(version.origin === 'studio' ? 'bank.studio' : 'bank.content')} ·{' '}
                {formatDateTime(version.loadedAt)}
              </span>{' '}
              {version.retired ? null : <Tag kind="ok">{studio('bank.inUse')}</Tag>}{' '}
              {version.id === newest.id ? null : (
                <a href={paths.publishedModule(code, { from: version.id })}>
                  {studio('bank.compare')}
                  <span className="vh"> {version.version}</span>
                </a>
              )}{' '}
              {version.id !== newest.id && decides ? (
                <form method="post" className="in-row">
                  <input type="hidden" name="to" value={version.id} />
                  <input type="hidden" name="seen" value={newest.id} />
                  <button className="link" name="intent" value="rollback">
                    {studio('bank.rollBack', { version: version.version })}
                  </button>
                </form>
              ) : null}
            </li>
          ))}
        </ul>
      </Panel>
      {compared ? (
        <Panel title={studio('bank.compared', { from: compared.from, to: newest.id })}>
          <DiffTable rows={compared.rows} before={compared.from} after={newest.id} />
        </Panel>
      ) : null}
    </Main>
  )
}
