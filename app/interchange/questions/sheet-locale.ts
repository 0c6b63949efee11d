import type { Locale } from '~/platform/i18n/locale'
import { getT } from '~/platform/i18n/translate'
import { letterOf } from './sheet-columns'
import type { SheetWords } from './sheet-row'

/** The headings and words of a question sheet in one language. */
export function sheetWords(locale: Locale): SheetWords {
  const t = getT(locale, 'interchange')
  return {
    heading(key) {
      const [field, ...rest] = key.split('.')
      const letter = rest.find((part) => /^\d+$/.test(part))
      const language = rest.find((part) => part === 'vi' || part === 'en')
      const name = t(`sheet.column.${field as 'stem'}`, {
        letter: letter === undefined ? '' : letterOf(Number(letter)),
      })
      return language ? `${name} ${t(`sheet.in.${language}`)}` : name
    },
    kind: (kind) => t(`sheet.kind.${kind}`),
    purpose: (purpose) => t(`sheet.purpose.${purpose}`),
    cognitive: (type) => t(`sheet.cognitive.${type}`),
    scoring: (scoring) => t(`sheet.scoring.${scoring}`),
    truth: (correct) => t(correct ? 'sheet.truth.yes' : 'sheet.truth.no'),
  }
}
