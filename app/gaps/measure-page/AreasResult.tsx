import { median } from '~/assessment/numeric/statistics'
import { formatNumber, formatPercent } from '~/platform/i18n/format'
import { useLocale, useT } from '~/platform/i18n/react'
import { translateMessage } from '~/platform/i18n/translate'
import { DefinitionList } from '~/ui/DefinitionList'
import { Note } from '~/ui/Note'
import { PageTitle } from '~/ui/PageTitle'
import { Panel } from '~/ui/Panel'
import { Table } from '~/ui/Table'
import type { AreaReport } from '../area/area-report'
import { anySize, digitsOf, figure, pText, withError } from './figure-text'

/** So many areas stand on the page; the download has all. */
const mostShown = 500

/** What the area-level model says: coefficients, the variance between areas, and an estimate for each. */
export function AreasResult({ title, report }: { title: string; report: AreaReport }) {
  const t = useT('measure')
  const locale = useLocale()
  const { areas, modelVariance, fit, notes } = report
  return (
    <>
      <PageTitle
        under={t('areas.under')}
        lead={t('areas.lead', {
          sampled: formatNumber(locale, areas.sampled),
          total: formatNumber(locale, areas.total),
        })}
      >
        {title}
      </PageTitle>
      {notes.map(({ code, values }) => (
        <Note key={code} kind="care">
          {translateMessage(locale, 'measure', { key: `note.${code}`, values })}
        </Note>
      ))}
      <Panel title={t('areas.model.title')}>
        <DefinitionList
          items={[
            {
              term: t('areas.variance'),
              description: modelVariance.zero
                ? t('areas.varianceZero')
                : withError(
                    anySize(locale, modelVariance.estimate),
                    anySize(locale, modelVariance.standardError),
                  ),
            },
            { term: t('quality.logLikelihood'), description: figure(locale, fit.logLikelihood, 3) },
            {
              term: t('quality.aic'),
              description: `${figure(locale, fit.aic, 1)}; ${figure(locale, fit.bic, 1)}`,
            },
          ]}
        />
        <Coefficients report={report} />
      </Panel>
      <Estimates report={report} />
    </>
  )
}

function Coefficients({ report: { coefficients } }: { report: AreaReport }) {
  const t = useT('measure')
  const locale = useLocale()
  return (
    <Table
      caption={t('areas.coefficients')}
      rows={coefficients}
      rowKey={({ name }) => name}
      columns={[
        {
          key: 'name',
          label: t('areas.coefficient'),
          cell: ({ name }) => (name === 'intercept' ? t('areas.intercept') : name),
        },
        {
          key: 'value',
          label: t('areas.value'),
          align: 'end',
          cell: ({ estimate }) => anySize(locale, estimate),
        },
        {
          key: 'se',
          label: t('areas.se'),
          align: 'end',
          cell: ({ standardError }) => anySize(locale, standardError),
        },
        { key: 'z', label: t('areas.z'), align: 'end', cell: ({ z }) => figure(locale, z) },
        { key: 'p', label: t('areas.p'), align: 'end', cell: ({ p }) => pText(locale, p) },
      ]}
    />
  )
}

type Estimate = AreaReport['estimates'][number]

function Estimates({ report: { estimates } }: { report: AreaReport }) {
  const t = useT('measure')
  const locale = useLocale()
  const shown = estimates.slice(0, mostShown)
  const digits = digitsOf(median(estimates.map(({ rmse }) => rmse)))
  const say = (value: number) => figure(locale, value, digits)
  return (
    <Panel title={t('areas.estimates')}>
      <Table
        caption={
          shown.length < estimates.length ? t('areas.captionSome', { count: mostShown }) : t('areas.caption')
        }
        rows={shown}
        rowKey={({ area }) => area}
        columns={[
          { key: 'area', label: t('areas.area'), cell: ({ area }) => area },
          {
            key: 'direct',
            label: t('areas.direct'),
            align: 'end',
            cell: (each) => direct(each, say) ?? t('areas.synthetic'),
          },
          {
            key: 'eblup',
            label: t('areas.eblup'),
            align: 'end',
            cell: ({ eblup }) => <b>{say(eblup)}</b>,
          },
          {
            key: 'interval',
            label: t('areas.interval'),
            align: 'end',
            cell: ({ low, high }) => `${say(low)} – ${say(high)}`,
          },
          { key: 'rmse', label: t('areas.rmse'), align: 'end', cell: ({ rmse }) => say(rmse) },
          {
            key: 'weight',
            label: t('areas.weight'),
            align: 'end',
            cell: ({ weight }) => formatPercent(locale, weight),
          },
        ]}
      />
    </Panel>
  )
}

function direct(
  { direct: value, samplingVariance }: Estimate,
  say: (value: number) => string,
): string | null {
  if (value === null || samplingVariance === null) return null
  return withError(say(value), say(Math.sqrt(samplingVariance)))
}
