import { formatPercent } from '~/platform/i18n/format'
import { useLocale, useT } from '~/platform/i18n/react'
import { Panel } from '~/ui/Panel'
import { Table } from '~/ui/Table'
import type { CommuneReport } from './commune-report.server'
import { rangeText } from './share-text'

/** How the people of a commune spread over the levels of the competencies to begin with. */
export function SpreadPanel({ report: { spreads, levels } }: { report: CommuneReport }) {
  const t = useT('charts')
  const locale = useLocale()
  const shown = spreads[0]?.distribution.levels.map(({ level }) => level) ?? []
  if (spreads.length === 0) return null
  const nameOf = (level: number) =>
    levels.find((each) => each.level === level)?.name[locale] ?? t('levels.none')
  return (
    <Panel title={t('levels.title')}>
      <Table
        caption={t('levels.communeCaption')}
        rows={spreads}
        rowKey={({ measure }) => measure.code}
        columns={[
          { key: 'name', label: t('levels.competency'), cell: ({ measure }) => measure.name[locale] },
          ...shown.map((level, i) => ({
            key: String(level),
            label: nameOf(level),
            align: 'end' as const,
            cell: ({ distribution }: (typeof spreads)[number]) => {
              const each = distribution.levels[i]
              return each ? (
                <>
                  {formatPercent(locale, each.share)} <small>{rangeText(locale, each)}</small>
                </>
              ) : (
                '–'
              )
            },
          })),
        ]}
      />
      <p className="small muted">{t('levels.how')}</p>
    </Panel>
  )
}
