import type { Prefs } from '~/platform/http/prefs'
import { parseLocale } from '~/platform/i18n/locale'

/** How an account wants to read, from what is stored. */
export function storedPrefs(account: { locale: string; textSize: number; contrast: string }): Prefs {
  const textSize = account.textSize === 2 || account.textSize === 3 ? account.textSize : 1
  return {
    locale: parseLocale(account.locale),
    textSize,
    contrast: account.contrast === 'more' ? 'more' : 'normal',
  }
}
