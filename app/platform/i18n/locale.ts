/** The two languages of the product; Vietnamese first. */
export const locales = ['vi', 'en'] as const
export type Locale = (typeof locales)[number]

/** A text of content: both languages, both complete. */
export type Bilingual = { vi: string; en: string }

export function parseLocale(value: unknown): Locale {
  return value === 'en' ? 'en' : 'vi'
}

/** Letters that Vietnamese has and English has not. */
export const vietnameseLetters = /[ăâđêôơưà-ãè-éìíò-õùúýạ-ỹ]/iu

/** The text of `pair` in `locale`. */
export function pick(pair: Bilingual, locale: Locale): string {
  return pair[locale]
}
