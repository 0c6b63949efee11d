import type { KnownIndicator } from './file-columns'

/** The codes of the indicators that the product offers to begin with, all of them percentages of dossiers. */
export const firstSetCodes = ['on-time', 'filed-online', 'paid-online', 'digitised'] as const

/** The first set with its names in both languages, from the texts of the product. */
export function firstSet(
  name: (locale: 'vi' | 'en', code: (typeof firstSetCodes)[number]) => string,
): KnownIndicator[] {
  return firstSetCodes.map((code) => ({
    code,
    name: { vi: name('vi', code), en: name('en', code) },
    unit: 'percent',
    unitText: { vi: '', en: '' },
    better: 'higher',
  }))
}
