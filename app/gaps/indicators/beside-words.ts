import { formatNumber } from '~/platform/i18n/format'
import type { Locale } from '~/platform/i18n/locale'
import { getT } from '~/platform/i18n/translate'
import { signed } from '../figure-words'
import type { Told } from './beside'

/** What goes together with an indicator, in one sentence with its uncertainty: a link only where one may be spoken of. */
export function besideSentence(
  locale: Locale,
  name: string,
  other: 'skills' | 'conditions',
  told: Told | null,
): string {
  const t = getT(locale, 'indicators')
  if (!told) return t('beside.said', { said: t(`beside.${other}.few`, { name }) })
  const way = !told.said ? 'unclear' : told.rho > 0 ? 'more' : 'less'
  return t('beside.rho', {
    said: t(`beside.${other}.${way}`, { name }),
    ...rhoText(locale, told),
    n: formatNumber(locale, told.n),
  })
}

/** A coefficient and its interval with two decimals and signs. */
export function rhoText(
  locale: Locale,
  { rho, low, high }: Pick<Told, 'rho' | 'low' | 'high'>,
): { rho: string; low: string; high: string } {
  return { rho: signed(locale, rho, 2), low: signed(locale, low, 2), high: signed(locale, high, 2) }
}
