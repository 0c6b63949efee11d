import type { Bilingual, Locale } from '~/platform/i18n/locale'
import { getT } from '~/platform/i18n/translate'
import { largest } from './compare'
import { isShown, type Figure } from './figures'
import type { MeasureInfo } from './measure'
import { inSentence, listText, shareText } from './share-text'

type Parts = {
  domains: readonly MeasureInfo[]
  /** In the order of the domains, as are the cells of a position. */
  everybody: readonly Figure[]
  positions: readonly { name: Bilingual; cells: readonly Figure[] }[]
}

/** The positions that may lack most in the domain that most lack, in a sentence. */
export function positionsLead(locale: Locale, { domains, positions, everybody }: Parts): string | undefined {
  const t = getT(locale, 'charts')
  const [worst] = largest(domains.map((measure, at) => ({ measure, at, figure: everybody[at] ?? null })))
  if (!worst) return undefined
  const first = largest(positions.map(({ name, cells }) => ({ name, figure: cells[worst.at] ?? null })))
  const names = first
    .slice(0, 3)
    .flatMap(({ name, figure }) =>
      isShown(figure) ? [`${inSentence(locale, name[locale])} ${shareText(locale, figure)}`] : [],
    )
  if (names.length === 0) return undefined
  const values = { domain: inSentence(locale, worst.measure.name[locale]), list: listText(locale, names) }
  return first.length > 3
    ? t('positions.leadMany', { ...values, count: first.length - 3 })
    : t('positions.lead', values)
}
