import { paths } from '~/paths'
import { useLocale, useT } from '~/platform/i18n/react'
import { Caterpillar } from '~/ui/Caterpillar'
import { Panel } from '~/ui/Panel'
import { rankText } from './figure-words'
import { isShown } from './figures'
import type { MeasureReport } from './measure-report.server'
import { shareText } from './share-text'

/** Communes in the order of their shares, each with its interval: how sure the order is. */
export function RanksPanel({
  report: { campaign, measure, province, rows, group },
}: {
  report: MeasureReport
}) {
  const t = useT('charts')
  const locale = useLocale()
  const items = rows
    .flatMap(({ code, name, figure }) => (isShown(figure) ? [{ code, name, figure }] : []))
    .sort((a, b) => b.figure.share - a.figure.share)
  if (items.length < 3) return null
  const widths = items.flatMap(({ figure: { rank } }) => (rank ? [rank.high - rank.low] : []))
  const middle = widths.sort((a, b) => a - b)[Math.floor(widths.length / 2)]
  return (
    <Panel title={t('ranks.title')}>
      <Caterpillar
        items={items.map(({ code, name, figure }) => ({
          key: code,
          value: figure.share,
          low: figure.low,
          high: figure.high,
          words: [
            `${name}: ${shareText(locale, figure)}`,
            ...(figure.rank ? [rankText(locale, figure.rank)] : []),
          ].join(', '),
        }))}
        compare={isShown(province) ? province.share : undefined}
        axes={{ x: t('ranks.x'), y: t('ranks.y') }}
        label={t('ranks.label', { count: items.length, name: measure.name[locale] })}
      />
      <p className="small muted">
        {t('ranks.note')}{' '}
        {middle === undefined ? '' : t('ranks.width', { count: middle + 1, of: items.length })}{' '}
        {group ? (
          <a href={paths.gapsCompetency(campaign.id, measure.code)}>{t('ranks.everybody')}</a>
        ) : (
          <a href={paths.gapsCompetency(campaign.id, measure.code, { sort: 'rank', dir: 'asc' })}>
            {t('ranks.table')}
          </a>
        )}
      </p>
    </Panel>
  )
}
