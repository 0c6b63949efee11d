import { formatDate, formatPercent } from '~/platform/i18n/format'
import { useLocale, useT } from '~/platform/i18n/react'
import { Table } from '~/ui/Table'
import { TrendLine } from '~/ui/TrendLine'
import { isShown } from './figures'
import { missingWords, shareText } from './share-text'
import { trendDomain, trendMarks, type Trend, type TrendRow } from './trend'

type Props = {
  trend: Trend
  /** The page behind a campaign's figures. */ to: (campaignId: string) => string
  /** The table is behind a line that opens it. */ folded?: boolean
}

/** Small lines of all domains over campaigns, and their table. */
export function TrendGrid({ trend, to, folded }: Props) {
  const t = useT('charts')
  const locale = useLocale()
  const domain = trendDomain(trend)
  const table = <TrendTable trend={trend} to={to} />
  return (
    <>
      <div className="trends">
        {trend.rows.map((row) => (
          <DomainLine key={row.measure.code} trend={trend} row={row} domain={domain} />
        ))}
      </div>
      <p className="small muted">
        {t('trend.note', {
          from: formatPercent(locale, domain[0]),
          to: formatPercent(locale, domain[1]),
        })}
      </p>
      {folded ? (
        <details>
          <summary>{t('trend.table')}</summary>
          {table}
        </details>
      ) : (
        table
      )}
    </>
  )
}

type LineProps = { trend: Trend; row: TrendRow; domain: [number, number] }

function DomainLine({ trend, row, domain }: LineProps) {
  const t = useT('charts')
  const locale = useLocale()
  const marks = trendMarks(trend, row)
  const shown = marks.flatMap((mark) => (mark ? [mark] : []))
  const end = (mark: (typeof shown)[number] | undefined) =>
    mark ? `${monthOf(mark.campaign.closedAt)}: ${formatPercent(locale, mark.figure.share)}` : ''
  return (
    <TrendLine
      title={row.measure.short[locale]}
      points={marks.map(
        (mark) =>
          mark && {
            key: mark.campaign.id,
            at: mark.at,
            value: mark.figure.share,
            low: mark.figure.low,
            high: mark.figure.high,
            words: `${mark.campaign.title[locale]}: ${shareText(locale, mark.figure)}`,
          },
      )}
      domain={domain}
      ends={shown.length > 1 ? [end(shown[0]), end(shown.at(-1))] : ['', end(shown[0])]}
      label={t('trend.label', { name: row.measure.name[locale], count: shown.length })}
    />
  )
}

function TrendTable({ trend: { campaigns, rows }, to }: Props) {
  const t = useT('charts')
  const gaps = useT('gaps')
  const locale = useLocale()
  return (
    <Table
      caption={t('trend.caption')}
      rows={rows}
      rowKey={({ measure }) => measure.code}
      columns={[
        { key: 'name', label: t('trend.domain'), cell: ({ measure }) => measure.name[locale] },
        ...campaigns.map(({ id, closedAt }, i) => ({
          key: id,
          label: t('trend.closed', { date: formatDate(closedAt) }),
          align: 'end' as const,
          cell: ({ figures }: TrendRow) => {
            const figure = figures[i] ?? null
            return (
              <a href={to(id)}>{isShown(figure) ? shareText(locale, figure) : gaps(missingWords(figure))}</a>
            )
          },
        })),
      ]}
    />
  )
}

/** `11/2025` of a day. */
function monthOf(closedAt: string): string {
  return formatDate(closedAt).slice(3)
}
