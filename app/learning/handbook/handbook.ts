import type { ItemVersion } from '~/assessment/item'
import type { Locale } from '~/platform/i18n/locale'

/** A check of a lesson as it stands on paper: asked in its lesson, answered at the end. */
export type PaperQuestion = {
  number: number
  text: string
  multiple: boolean
  options: { id: string; text: string; right: boolean; why: string | null }[]
  explanation: string
}

/** Numbers the checks of all lessons through, by the ids of their versions. Only choices can be asked inside a lesson. */
export function paperQuestions(items: ItemVersion[], locale: Locale): Record<string, PaperQuestion> {
  const choices = items.flatMap((item) => ('options' in item ? [item] : []))
  return Object.fromEntries(
    choices.map((item, i) => [
      item.id,
      {
        number: i + 1,
        text: item.stem[locale],
        multiple: item.kind === 'multiple',
        options: item.options.map((option) => ({
          id: option.id,
          text: option[locale],
          right: option.correct === true,
          why: option.feedback?.[locale] ?? null,
        })),
        explanation: item.explanation[locale],
      },
    ]),
  )
}
