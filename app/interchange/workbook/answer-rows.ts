import { countedOptions } from '~/assessment/counted-options'
import type { CellValue } from '~/formats/table'
import { answersOf } from '~/gaps/figures'
import { getT } from '~/platform/i18n/translate'
import type { ExportSource } from './export-source'
import { count, exportWords, percent, rounded, text, type ExportSheet } from './sheet'

/** How people answered the survey's choices: one row a place, question and option. */
export function answersSheet(source: ExportSource): ExportSheet {
  const t = getT(source.locale, 'gaps')
  return {
    id: 'answers',
    keys: [0, 2, 4],
    name: t('export.answers'),
    frozen: 2,
    columns: [
      text(t('export.code')),
      text(t('export.place'), 26),
      text(t('export.question'), 18),
      text(t('export.questionText'), 50),
      text(t('export.option'), 18),
      text(t('export.optionText'), 50),
      text(t('export.lacking')),
      count(t('export.answered')),
      count(t('export.chosen')),
      percent(t('export.chosenShare')),
      text(t('export.suppressed')),
      text(t('export.sample'), 16),
    ],
    rows: answerRows(source),
  }
}

function* answerRows(source: ExportSource): Generator<CellValue[], void, undefined> {
  const { locale, released, campaign, form } = source
  const words = exportWords(locale)
  const last = campaign.sample ? words.sample : null
  const questions = form.sections
    .flatMap((section) => (section.kind === 'questions' ? section.questions : []))
    .map((question) => ({ question, options: countedOptions(question, campaign.systems) }))
    .filter(({ options }) => options.length > 0)
  for (const place of source.places)
    for (const { question, options } of questions) {
      const answers = answersOf(released, place.key, question.code)
      if (answers === null) continue
      const head = [place.code, place.name, question.code, question.text[locale]]
      if (answers === 'hidden') {
        yield [...head, null, null, null, null, null, null, words.hidden, last]
        continue
      }
      const lacks = new Set(
        question.kind === 'single' || question.kind === 'multiple'
          ? question.options.flatMap(({ id, lacking }) => (lacking ? [id] : []))
          : [],
      )
      for (const option of options) {
        const chosen = answers.options.get(option.id) ?? 0
        const lacking = lacks.has(option.id) ? words.yes : null
        const share = rounded(chosen / answers.n)
        yield [...head, option.id, option[locale], lacking, answers.n, chosen, share, null, last]
      }
    }
}
