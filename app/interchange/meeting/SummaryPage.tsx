import type { ReactNode } from 'react'
import type { Chart } from '~/gaps/charts/chart'
import { Drawing } from '~/gaps/charts/Drawing'
import { paths } from '~/paths'
import { useLocale, useT } from '~/platform/i18n/react'
import { Crumbs } from '~/ui/Crumbs'
import { Main } from '~/ui/Main'
import { SampleStrip } from '~/ui/SampleStrip'
import { ScrollBox } from '~/ui/ScrollBox'
import { Table } from '~/ui/Table'
import { keepRanges } from './keep-ranges'
import type { SummaryView } from './make-summary.server'
import type { Said } from './sentences'

/** A province's report on two sides of a sheet: what was found, and where and what to do. */
export function SummaryPage({ view }: { view: SummaryView }) {
  const t = useT('meeting')
  const locale = useLocale()
  const { campaign, date, answered, overall, kpis, domains, places } = view
  return (
    <Main wide>
      <div className="no-print">
        <Crumbs
          items={[
            { to: paths.gaps(campaign.id), label: t('crumb.report') },
            { to: paths.gapsFiles(campaign.id), label: t('files.title') },
            { label: t('summary.name') },
          ]}
        />
        <p>{t('summary.how')}</p>
      </div>
      <article className="brief">
        {campaign.sample ? <SampleStrip /> : null}
        <h1>{t('slides.title', { province: campaign.province })}</h1>
        <p className="muted">
          {t('slide.under', { province: campaign.province, campaign: campaign.title[locale], date })}
        </p>
        <p className="lead">
          {keepRanges(
            overall ? `${overall.sentence} ${overall.more ?? ''} ${answered.sentence}` : answered.sentence,
          )}
        </p>
        {kpis.length > 0 ? (
          <dl className="brief-kpis">
            {kpis.map(({ label, value, beside }) => (
              <div key={label}>
                <dt>{label}</dt>
                <dd>
                  <b>{value}</b> {keepRanges(beside)}
                </dd>
              </div>
            ))}
          </dl>
        ) : null}
        <Matter said={domains?.said} chart={domains?.chart} />
        <Matter said={places?.said} chart={places?.chart} more />
        <p className="brief-foot">{t('summary.page', { number: 1 })}</p>
      </article>
      <SecondSide view={view} />
    </Main>
  )
}

function SecondSide({ view }: { view: SummaryView }) {
  const t = useT('meeting')
  const gaps = useT('gaps')
  const locale = useLocale()
  const { campaign, date, communes, where, conditions, trend, plan, advice, method } = view
  return (
    <article className="brief">
      {campaign.sample ? <SampleStrip /> : null}
      {where ? <h2>{keepRanges(where.sentence)}</h2> : null}
      {communes.length > 0 ? (
        <Table
          caption={t('summary.communes', { count: communes.length })}
          rows={communes}
          rowKey={({ code }) => code}
          columns={[
            {
              key: 'name',
              label: gaps('heat.commune'),
              cell: ({ name, short }) => <span title={short === name ? undefined : name}>{short}</span>,
            },
            { key: 'overall', label: t('summary.overall'), align: 'end', cell: (row) => row.overall },
            { key: 'worst', label: t('summary.worst'), cell: ({ worst }) => worst },
            { key: 'stands', label: t('topic.places'), cell: ({ stands }) => stands },
          ]}
        />
      ) : null}
      <Matter said={conditions ?? undefined} more />
      <Matter said={trend ?? undefined} />
      {plan ? (
        <section>
          <h2>{plan.sentence}</h2>
          {plan.lists.map(({ title, items }) => (
            <p key={title}>
              <b>{title}.</b> {keepRanges(items.join(' '))}
            </p>
          ))}
        </section>
      ) : null}
      <section>
        <h2>{advice.length > 0 ? t('said.next') : gaps('advice.noneWide')}</h2>
        {advice.length > 0 ? (
          <div className="brief-advice">
            {advice.map(({ title, items }) => (
              <div key={title}>
                <h3>{title}</h3>
                <ul>
                  {items.map((item) => (
                    <li key={item}>{keepRanges(item)}</li>
                  ))}
                </ul>
              </div>
            ))}
          </div>
        ) : null}
      </section>
      <section className="brief-method">
        <p>{method.join(' ')}</p>
        <p className="row between">
          <span>
            {t('slide.under', { province: campaign.province, campaign: campaign.title[locale], date })}
          </span>
          <span>{t('summary.page', { number: 2 })}</span>
        </p>
      </section>
    </article>
  )
}

type MatterProps = {
  said?: Said | null
  chart?: Chart | null
  /** The second sentence too. */ more?: boolean
}

/** A sentence with its chart under it; nothing where there is nothing to say. */
function Matter({ said, chart, more = false }: MatterProps): ReactNode {
  if (!said) return null
  return (
    <section className={chart ? 'brief-chart' : undefined}>
      <h2>{keepRanges(said.sentence)}</h2>
      {more && said.more ? <p>{said.more}</p> : null}
      {chart ? (
        <ScrollBox label={chart.title}>
          <Drawing scene={chart.body} title={chart.title} description={chart.description} name={chart.name} />
        </ScrollBox>
      ) : null}
      {chart ? <p className="small muted">{chart.source}</p> : null}
    </section>
  )
}
