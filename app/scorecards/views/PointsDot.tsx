import { useLocale, useT } from '~/platform/i18n/react'
import { formatPercent } from '~/platform/i18n/format'
import { EstimateDot } from '~/ui/EstimateDot'
import type { Total } from '../score'
import { rangeText, totalText } from '../score-words'

/** Points of those that have a figure: in figures with their range, and as a share of them. */
export function PointsText({ total }: { total: Total }) {
  const t = useT('scorecard')
  const locale = useLocale()
  const range = rangeText(locale, total)
  if (total.known === 0) return <span className="muted">{t('points.none')}</span>
  return (
    <span className="num">
      {totalText(locale, total)}
      {range ? <small> ({range})</small> : null}
    </span>
  )
}

export function PointsDot({ total }: { total: Total }) {
  const locale = useLocale()
  if (total.known === 0) return null
  const share = (points: number) => Math.min(1, Math.max(0, points / total.known))
  return (
    <EstimateDot
      value={share(total.points)}
      low={share(total.low)}
      high={share(total.high)}
      format={(value) => formatPercent(locale, value)}
    />
  )
}
