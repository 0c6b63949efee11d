import type { Locale } from '~/platform/i18n/locale'

type Choice = { value: string; q: number }

/** The values of an `Accept…` header with their weights, the first most wanted; those of weight 0 stay. */
function choices(header: string): Choice[] {
  return header
    .split(',')
    .map((part): Choice => {
      const [value = '', ...more] = part
        .trim()
        .toLowerCase()
        .split(/\s*;\s*/)
      const q = more
        .map((each) => /^q=([01](?:\.\d{0,3})?)$/.exec(each)?.[1])
        .find((each) => each !== undefined)
      return { value, q: q === undefined ? 1 : Number(q) }
    })
    .filter(({ value }) => value !== '')
    .sort((a, b) => b.q - a.q)
}

/** The language of texts by `Accept-Language`: Vietnamese, unless English is wanted more. */
export function wantedLocale(header: string | null): Locale {
  const known = choices(header ?? '').filter(({ q }) => q > 0)
  const first = known.find(({ value }) => /^(vi|en)(-|$)/.test(value))
  return first?.value.startsWith('en') ? 'en' : 'vi'
}

/** Whether JSON may be sent, by `Accept`; without the header it may. */
export function takesJson(header: string | null): boolean {
  if (header === null || header.trim() === '') return true
  const all = choices(header)
  const weightOf = (...types: string[]) =>
    types.map((type) => all.find(({ value }) => value === type)?.q).find((q) => q !== undefined)
  const weight =
    weightOf('application/json') ??
    weightOf('application/problem+json') ??
    weightOf('application/*', '*/*') ??
    0
  return weight > 0
}

export const encodings = ['br', 'gzip'] as const
export type Encoding = (typeof encodings)[number]

/** The encoding to send, by `Accept-Encoding`; null for none. */
export function wantedEncoding(header: string): Encoding | null {
  const all = choices(header)
  return encodings.find((each) => all.some(({ value, q }) => value === each && q > 0)) ?? null
}

/** The strong tag of a text in an encoding: another encoding is another representation (RFC 9110, 8.8.3). */
export function entityTag(hash: string, encoding: Encoding | null): string {
  return encoding ? `"${hash}-${encoding}"` : `"${hash}"`
}

/** Whether `If-None-Match` names what would be sent, in whatever encoding it was sent before. */
export function isKnown(header: string | null, hash: string): boolean {
  if (header === null) return false
  if (header.trim() === '*') return true
  const own = [null, ...encodings].map((encoding) => entityTag(hash, encoding))
  return header.split(',').some((tag) => own.includes(tag.trim().replace(/^W\//, '')))
}
