import { ContentTabs } from '~/assessment/catalogue/ContentTabs'
import { paths } from '~/paths'
import { pick } from '~/platform/i18n/locale'
import { useLocale, useT } from '~/platform/i18n/react'
import { EmptyState } from '~/ui/EmptyState'
import { Main } from '~/ui/Main'
import { PageTitle } from '~/ui/PageTitle'
import { Table } from '~/ui/Table'
import type { TaskRow } from './view-tasks.server'

/** The practice tasks in use, those to practise with and those that measure. */
export function TasksPage({ rows }: { rows: TaskRow[] }) {
  const t = useT('route')
  const locale = useLocale()
  const of = (purpose: TaskRow['purpose']) => rows.filter((row) => row.purpose === purpose).length
  return (
    <Main wide>
      <ContentTabs current="practiceTasks" />
      <PageTitle lead={t('tasks.lead', { teach: of('teach'), measure: of('measure') })}>
        {t('tasks.title')}
      </PageTitle>
      {rows.length === 0 ? (
        <EmptyState title={t('tasks.empty')} text={t('tasks.empty.text')} />
      ) : (
        <Table
          caption={t('tasks.title')}
          captionHidden
          rows={rows}
          rowKey={({ code }) => code}
          columns={[
            {
              key: 'name',
              label: t('tasks.name'),
              cell: ({ code, title }) => <a href={paths.practiceTaskOf(code)}>{pick(title, locale)}</a>,
            },
            { key: 'purpose', label: t('tasks.purpose'), cell: ({ purpose }) => t(`purpose.${purpose}`) },
            {
              key: 'shows',
              label: t('tasks.shows'),
              figure: true,
              cell: ({ shows }) =>
                shows.map((each) => (
                  <span key={each.code} className="line">
                    {t('task.evidence', {
                      code: each.code,
                      name: pick(each.name, locale),
                      level: pick(each.level, locale),
                    })}
                  </span>
                )),
            },
            { key: 'minutes', label: t('tasks.minutes'), align: 'end', cell: ({ minutes }) => minutes },
            { key: 'steps', label: t('tasks.steps'), align: 'end', cell: ({ steps }) => steps },
            { key: 'version', label: t('tasks.version'), align: 'end', cell: ({ version }) => version },
          ]}
        />
      )}
    </Main>
  )
}
