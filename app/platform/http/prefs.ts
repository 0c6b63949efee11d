import { parseLocale, type Locale } from '~/platform/i18n/locale'

/** How a person wants to read: kept in a cookie on the machine and on the account. */
export type Prefs = { locale: Locale; textSize: 1 | 2 | 3; contrast: 'normal' | 'more' }

export const prefsCookieName = 'its_prefs'

export function parsePrefs(cookieHeader: string | null | undefined): Prefs {
  const match = /(?:^|;\s*)its_prefs=([a-z]{2})\.([123])\.([nm])/.exec(cookieHeader ?? '')
  return {
    locale: parseLocale(match?.[1]),
    textSize: (Number(match?.[2] ?? 1) || 1) as Prefs['textSize'],
    contrast: match?.[3] === 'm' ? 'more' : 'normal',
  }
}

/** The Set-Cookie value that remembers `prefs` for a year. */
export function prefsCookie(prefs: Prefs, secure: boolean): string {
  const value = `${prefs.locale}.${prefs.textSize}.${prefs.contrast === 'more' ? 'm' : 'n'}`
  return `${prefsCookieName}=${value}; Path=/; Max-Age=31536000; SameSite=Lax; HttpOnly${secure ? '; Secure' : ''}`
}

/** What the form of the settings asks for; whatever it does not know falls back to the start. */
export function prefsFrom(form: FormData): Prefs {
  const textSize = Number(form.get('textSize'))
  return {
    locale: parseLocale(form.get('locale')),
    textSize: textSize === 2 || textSize === 3 ? textSize : 1,
    contrast: form.get('contrast') === 'more' ? 'more' : 'normal',
  }
}
