import { paths } from '~/paths'
import { formatNumber } from '~/platform/i18n/format'
import { useLocale, useT } from '~/platform/i18n/react'
import type { T } from '~/platform/i18n/translate'
import { HeatMap, type HeatCell } from '~/ui/HeatMap'
import { VisuallyHidden } from '~/ui/VisuallyHidden'
import { isShown, type Figure } from './figures'
import { direction } from './gap-query'
import type { HeatPart, ProvinceRow } from './heat-rows'
import type { MeasureInfo } from './measure'
import type { ProvinceFigures, ProvinceReport } from './province-report.server'

type Props = { report: ProvinceReport; figures: ProvinceFigures }

/** Communes by domains or competencies, the whole province first. */
export function HeatTable({ report, figures }: Props) {
  const t = useT('gaps')
  const locale = useLocale()
  const { campaign, view } = report
  const sortLink = (key: string) => {
    const now = view.sort === key ? direction(view) : null
    const dir = now ? (now === 'asc' ? 'desc' : 'asc') : undefined
    return paths.gaps(campaign.id, { ...view, sort: key, dir, page: undefined })
  }
  const head = (key: string, label: string) => (
    <>
      {label}
      {view.sort === key ? (
        <>
          <span aria-hidden="true">{direction(view) === 'asc' ? ' ↑' : ' ↓'}</span>
          <VisuallyHidden> ({t(`heat.sorted.${direction(view)}`)})</VisuallyHidden>
        </>
      ) : null}
    </>
  )
  const { asked, submitted } = report.response
  const province = {
    key: 'province',
    label: t('province.row'),
    cells: figures.province.map(({ measure, figure }) =>
      heatCell(t, figure, measure, paths.gapsCompetency(campaign.id, measure.code, { group: view.group })),
    ),
    end: `${formatNumber(locale, submitted)}/${formatNumber(locale, asked)}`,
  }
  const { parts } = figures.heat
  const line = (row: ProvinceRow) => {
    const to = paths.gapsCommune(campaign.id, row.code)
    return {
      key: row.code,
      label: row.name,
      to,
      cells: row.cells.map((figure, i) => heatCell(t, figure, figures.columns[i]!, to)),
      end: `${row.submitted}/${row.asked}`,
    }
  }
  const grouped = parts.length > 1 || (parts[0]?.cluster ?? null) !== null
  const sumOf = ({ cluster, sums, submitted, asked }: HeatPart) => ({
    key: `sum-${cluster!.id}`,
    label: t('heat.cluster'),
    cells: sums.map((sum) =>
      sum
        ? { ...sum, note: t('heat.clusterNote', { shown: sum.shown, of: sum.of }) }
        : { suppressed: t('heat.clusterFew') },
    ),
    end: `${formatNumber(locale, submitted)}/${formatNumber(locale, asked)}`,
  })
  return (
    <HeatMap
      caption={t('heat.caption')}
      corner={<a href={sortLink('name')}>{head('name', t('heat.commune'))}</a>}
      columns={figures.columns.map(({ code, short, isDomain }) => ({
        key: code,
        label: head(code, isDomain ? short[locale] : `${code} ${short[locale]}`),
        to: sortLink(code),
      }))}
      rows={grouped ? [province] : [province, ...parts.flatMap((part) => part.rows.map(line))]}
      groups={
        grouped
          ? parts.map((part) => ({
              key: part.cluster?.id ?? 'none',
              label: part.cluster?.name ?? t('heat.noCluster'),
              rows: [...(part.cluster ? [sumOf(part)] : []), ...part.rows.map(line)],
            }))
          : []
      }
      endLabel={<a href={sortLink('response')}>{head('response', t('heat.response'))}</a>}
    />
  )
}

/** A figure as a cell of a heat map: shown, hidden, of too little information, or of nobody. */
export function heatCell(
  t: T<'gaps'>,
  figure: Figure,
  { isDomain }: Pick<MeasureInfo, 'isDomain'>,
  to?: string,
): HeatCell | null {
  if (figure === null) return null
  if (isShown(figure)) return { share: figure.share, low: figure.low, high: figure.high, n: figure.n, to }
  return figure === 'hidden'
    ? { suppressed: t('hidden.why') }
    : { suppressed: t(isDomain ? 'uninformed.domain' : 'uninformed.why'), vague: true }
}
