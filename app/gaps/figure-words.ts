import { formatNumber } from '~/platform/i18n/format'
import type { Locale } from '~/platform/i18n/locale'
import { getT } from '~/platform/i18n/translate'
import { wholePoints } from '~/ui/heat'
import type { Change } from './change-figures'
import type { Claim } from './compare'
import type { Shown } from './figures'
import type { Place } from './place-communes'
import { gapSize } from './segments/segment-name'

/** A place among the communes, never surer than it is: `từ thứ 5 đến thứ 13 trong 56 xã`. */
export function rankText(locale: Locale, { low, high, of }: NonNullable<Shown['rank']>): string {
  return getT(locale, 'gaps')(low === high ? 'rank.one' : 'rank.range', { low, high, of })
}

/** How a place stands to the rest of the province, with the word of certainty where something is claimed. */
export function standingText(locale: Locale, { standing, certainty }: Claim): string {
  const text = getT(locale, 'gaps')(`standing.${standing}`)
  return certainty ? `${getT(locale, 'ui')(`certainty.${certainty}`)} ${text}` : text
}

/** What may be said of a change, and by how many points the share moved where that is told apart from nothing. */
export function changeText(locale: Locale, change: Change): string {
  const t = getT(locale, 'gaps')
  if (change.standing === 'unclear' || !change.certainty) return t('change.unclear')
  const words = `${getT(locale, 'ui')(`certainty.${change.certainty}`)} ${t(`change.${change.standing}`)}`
  const points = changePoints(locale, change)
  return points ? `${words}: ${points}` : words
}

/** `giảm 7 điểm (4–10)` of the share below target; null where its interval holds zero. */
export function changePoints(locale: Locale, { share, shareLow, shareHigh }: Change): string | null {
  if (shareLow <= 0 && shareHigh >= 0) return null
  const points = (value: number) => formatNumber(locale, Math.abs(wholePoints(value)))
  const ends = share < 0 ? [shareHigh, shareLow] : [shareLow, shareHigh]
  return getT(locale, 'gaps')(share < 0 ? 'change.less' : 'change.more', {
    points: points(share),
    low: points(ends[0]!),
    high: points(ends[1]!),
  })
}

/** The mean distance to target in words: `khoảng trống lớn`. */
export function distanceText(locale: Locale, { distance }: Pick<Shown, 'distance'>): string {
  return getT(locale, 'gaps')(`distance.${gapSize(distance)}`)
}

/** The same on the scale: `−0,9 (từ −1,1 đến −0,7)`. */
export function distanceFigures(
  locale: Locale,
  { distance, distanceLow, distanceHigh }: Pick<Shown, 'distance' | 'distanceLow' | 'distanceHigh'>,
): string {
  const logits = (value: number) => signed(locale, value, 1)
  return getT(locale, 'gaps')('distance.figures', {
    value: logits(distance),
    low: logits(distanceLow),
    high: logits(distanceHigh),
  })
}

/** Of a place that is not told apart on both sides: on which one it is. */
export function sideText(locale: Locale, { quadrant, skills, conditions }: Place): string | null {
  const t = getT(locale, 'gaps')
  if (quadrant !== 'unclear') return null
  if (skills !== 'unclear') return t(`side.skills.${skills}`)
  return conditions === 'unclear' ? null : t(`side.conditions.${conditions}`)
}

/** A figure with its sign, a true minus; what rounds to nothing has none. */
export function signed(locale: Locale, value: number, digits = 0): string {
  const text = formatNumber(locale, Math.abs(value), digits)
  if (Number(Math.abs(value).toFixed(digits)) === 0) return text
  return value < 0 ? `−${text}` : `+${text}`
}
