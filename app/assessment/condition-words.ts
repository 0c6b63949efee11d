import { formatNumber } from '~/platform/i18n/format'
import type { Locale } from '~/platform/i18n/locale'
import { getT } from '~/platform/i18n/translate'
import type { Question, ShowIf } from './form'

/**
 * A condition in words: "Answer only if …".
 * @param place what the question that it names is called, such as "question 3"
 * @param asked that question; undefined where the form has lost it
 */
export function conditionWords(
  { is }: ShowIf,
  asked: Question | undefined,
  place: string,
  locale: Locale,
): string {
  const t = getT(locale, 'forms')
  if (is === 'answered') return t('showIf.answered', { place })
  if (Array.isArray(is)) {
    const names = asked && 'options' in asked ? asked.options.filter(({ id }) => is.includes(id)) : []
    const options = names.map((option) => t('showIf.quoted', { text: option[locale] }))
    return t('showIf.options', {
      place,
      options: new Intl.ListFormat(locale, { type: 'disjunction' }).format(options),
    })
  }
  const [min, max] = [is.min, is.max].map((each) => (each === undefined ? null : formatNumber(locale, each)))
  if (max === null || max === undefined) return t('showIf.atLeast', { place, min: min ?? '' })
  return min === null || min === undefined
    ? t('showIf.atMost', { place, max })
    : t('showIf.between', { place, min, max })
}
