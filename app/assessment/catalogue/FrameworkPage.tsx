import type { Framework } from '~/competency/framework'
import { paths } from '~/paths'
import { pick } from '~/platform/i18n/locale'
import { useLocale, useT } from '~/platform/i18n/react'
import { Main } from '~/ui/Main'
import { PageTitle } from '~/ui/PageTitle'
import { Panel } from '~/ui/Panel'
import { Table } from '~/ui/Table'
import { TwoTexts } from './BothLanguages'
import { ContentTabs } from './ContentTabs'

/** A framework: levels, domains with their competencies, mappings to other frameworks. */
export function FrameworkPage({ framework }: { framework: Framework }) {
  const t = useT('teach')
  const locale = useLocale()
  const count = framework.domains.reduce((sum, { competencies }) => sum + competencies.length, 0)
  return (
    <Main wide>
      <ContentTabs current="framework" />
      <PageTitle
        under={t('framework.version', { version: framework.version })}
        lead={t('framework.lead', {
          domains: framework.domains.length,
          count,
          levels: framework.levels.length,
        })}
      >
        {pick(framework.title, locale)}
      </PageTitle>
      <Table
        caption={t('framework.levels')}
        rows={framework.levels}
        rowKey={({ level }) => String(level)}
        columns={[
          {
            key: 'level',
            label: t('items.level'),
            cell: ({ level, name }) => `${level} ${pick(name, locale)}`,
          },
          {
            key: 'describe',
            label: t('framework.means'),
            cell: ({ describe }) => <TwoTexts text={describe} />,
          },
          {
            key: 'from',
            label: t('framework.from'),
            cell: ({ from }) =>
              from === undefined ? (
                t('framework.notByQuiz')
              ) : (
                <a href={paths.standards()}>{t('framework.byQuiz')}</a>
              ),
          },
        ]}
      />
      {framework.domains.map((domain) => (
        <Table
          key={domain.code}
          caption={`${domain.code} ${pick(domain.name, locale)}`}
          rows={domain.competencies}
          rowKey={({ code }) => code}
          columns={[
            { key: 'code', label: t('framework.code'), cell: ({ code }) => code },
            { key: 'name', label: t('items.competency'), cell: ({ name }) => <TwoTexts text={name} /> },
            {
              key: 'describe',
              label: t('framework.means'),
              cell: ({ describe }) => <TwoTexts text={describe} />,
            },
          ]}
        />
      ))}
      <h2>{t('framework.mappings')}</h2>
      {framework.mappings.map((mapping) => (
        <details key={mapping.framework}>
          <summary>{pick(mapping.title, locale)}</summary>
          <Table
            caption={pick(mapping.title, locale)}
            captionHidden
            rows={mapping.rows}
            rowKey={({ from, to }) => `${from}-${to ?? ''}`}
            columns={[
              { key: 'from', label: t('framework.own'), cell: ({ from }) => from },
              { key: 'to', label: t('framework.other'), cell: ({ to }) => to ?? t('framework.none') },
              {
                key: 'relation',
                label: t('framework.relation'),
                cell: ({ relation }) => t(`relation.${relation}`),
              },
            ]}
          />
        </details>
      ))}
      <Panel title={t('framework.sources')}>
        <ul>
          {framework.sources.map((source) => (
            <li key={source}>{source}</li>
          ))}
        </ul>
      </Panel>
    </Main>
  )
}
