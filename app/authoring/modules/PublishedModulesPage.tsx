import { paths } from '~/paths'
import { pick } from '~/platform/i18n/locale'
import { useLocale, useT } from '~/platform/i18n/react'
import { Button } from '~/ui/Button'
import { Crumbs } from '~/ui/Crumbs'
import { Main } from '~/ui/Main'
import { PageTitle } from '~/ui/PageTitle'
import { Table } from '~/ui/Table'
import { Tag } from '~/ui/Tag'
import type { PublishedRow } from './view-published.server'

/** Every module that was published, from content/ or from the studio: one library. */
export function PublishedModulesPage({ rows }: { rows: PublishedRow[] }) {
  const t = useT('modules')
  const studio = useT('studio')
  const locale = useLocale()
  return (
    <Main wide>
      <Crumbs items={[{ to: paths.studio(), label: studio('title') }, { label: t('published.title') }]} />
      <PageTitle
        lead={t('published.lead', { count: rows.length })}
        actions={
          <form method="post">
            <Button name="intent" value="start">
              {t('new.start')}
            </Button>
          </form>
        }
      >
        {t('published.title')}
      </PageTitle>
      <Table
        caption={t('published.title')}
        captionHidden
        rows={rows}
        rowKey={({ code }) => code}
        columns={[
          {
            key: 'title',
            label: t('field.title'),
            cell: ({ code, title }) => <a href={paths.publishedModule(code)}>{pick(title, locale)}</a>,
          },
          { key: 'code', label: t('field.code'), cell: ({ code }) => code },
          {
            key: 'version',
            label: t('published.version'),
            cell: ({ version, origin }) =>
              `${version} · ${studio(origin === 'studio' ? 'bank.studio' : 'bank.content')}`,
          },
          {
            key: 'state',
            label: t('published.state'),
            cell: ({ retired, draft }) => (
              <>
                <Tag kind={retired ? 'care' : 'ok'}>
                  {t(retired ? 'published.withdrawn' : 'published.inUse')}
                </Tag>{' '}
                {draft ? <a href={paths.studioModule(draft)}>{t('published.goOn')}</a> : null}
              </>
            ),
          },
        ]}
      />
    </Main>
  )
}
