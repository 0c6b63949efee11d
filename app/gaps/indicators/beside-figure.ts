import { formatNumber } from '~/platform/i18n/format'
import type { Locale } from '~/platform/i18n/locale'
import { rangeText, shareText } from '../share-text'
import type { Interval } from '../wilson'

type Held = {
  skills: (Interval & { share: number }) | null
  conditions: (Interval & { value: number }) | null
}

/** A figure of a commune that an indicator stands beside, with its 90 % interval, and how it is said. */
type BesideFigure = Interval & { value: number; text: (locale: Locale) => string }

/** The share below target, 0–1, or the index of conditions, 0–100; null where it may not be shown or is not known. */
export function besideFigure(of: Held, other: 'skills' | 'conditions'): BesideFigure | null {
  const { skills, conditions } = of
  if (other === 'skills')
    return (
      skills && {
        value: skills.share,
        low: skills.low,
        high: skills.high,
        text: (locale) => shareText(locale, skills),
      }
    )
  return (
    conditions && {
      value: conditions.value,
      low: conditions.low,
      high: conditions.high,
      text: (locale) =>
        `${formatNumber(locale, conditions.value)} (${rangeText(locale, { low: conditions.low / 100, high: conditions.high / 100 })})`,
    }
  )
}
