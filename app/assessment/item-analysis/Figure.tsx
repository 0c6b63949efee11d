import { formatNumber } from '~/platform/i18n/format'
import { useLocale, useT } from '~/platform/i18n/react'

type FigureProps = { value: number | null; digits?: number; percent?: boolean }

/** A figure, or in words that there is none. */
export function Figure({ value, digits = 0, percent }: FigureProps) {
  const t = useT('analysis')
  const locale = useLocale()
  if (value === null) return <span className="muted">{t('noFigure')}</span>
  // A value that rounds to nothing has no sign.
  const shown = Math.abs(value) < 0.5 * 10 ** -digits ? 0 : value
  return <span className="num">{`${formatNumber(locale, shown, digits)}${percent ? '%' : ''}`}</span>
}
