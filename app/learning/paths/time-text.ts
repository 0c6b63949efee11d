import type { Locale } from '~/platform/i18n/locale'
import { getT } from '~/platform/i18n/translate'

/** Minutes as people say them: `3 giờ 20 phút`. */
export function timeText(locale: Locale, minutes: number): string {
  const t = getT(locale, 'route')
  const [hours, rest] = [Math.floor(minutes / 60), minutes % 60]
  if (hours === 0) return t('time.minutes', { count: rest })
  const whole = t('time.hours', { count: hours })
  return rest === 0 ? whole : t('time.both', { hours: whole, minutes: t('time.minutes', { count: rest }) })
}
