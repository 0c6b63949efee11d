import { paths } from '~/paths'
import { formatDate } from '~/platform/i18n/format'
import { useLocale, useT } from '~/platform/i18n/react'
import { Crumbs } from '~/ui/Crumbs'
import { EmptyState } from '~/ui/EmptyState'
import { Main } from '~/ui/Main'
import { Note } from '~/ui/Note'
import { PageTitle } from '~/ui/PageTitle'
import { Panel } from '~/ui/Panel'
import { Table } from '~/ui/Table'
import type { ConsentedResults } from './consented-results.server'

/** The people of one's commune who agreed that the leader sees their result. */
export function ConsentedScreen({ report }: { report: ConsentedResults }) {
  const t = useT('gaps')
  const locale = useLocale()
  const { campaign, commune, people } = report
  return (
    <Main wide>
      <Crumbs items={[{ to: paths.desk(), label: t('crumb.desk') }, { label: t('consented.title') }]} />
      <PageTitle
        under={`${commune.name} · ${campaign.title[locale]}`}
        lead={people.length > 0 ? t('consented.lead', { count: people.length }) : undefined}
      >
        {t('consented.title')}
      </PageTitle>
      {people.length === 0 ? (
        <EmptyState title={t('consented.none.title')} text={t('consented.none.text')} />
      ) : (
        <>
          <Note kind="care">
            <p>{t('consented.care')}</p>
          </Note>
          <Panel>
            <Table
              caption={t('consented.caption')}
              rows={people}
              rowKey={({ personId }) => personId}
              columns={[
                {
                  key: 'name',
                  label: t('consented.name'),
                  cell: ({ personId, fullName }) => (
                    <a href={paths.personResult(commune.code, campaign.id, personId)}>{fullName}</a>
                  ),
                },
                { key: 'position', label: t('consented.position'), cell: ({ position }) => position[locale] },
                {
                  key: 'submitted',
                  label: t('consented.submitted'),
                  cell: ({ submittedAt }) => formatDate(submittedAt),
                },
                {
                  key: 'consented',
                  label: t('consented.since'),
                  cell: ({ consentedAt }) => formatDate(consentedAt),
                },
              ]}
            />
          </Panel>
        </>
      )}
    </Main>
  )
}
