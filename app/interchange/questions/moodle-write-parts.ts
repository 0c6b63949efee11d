import type { DraftItem } from '~/assessment/item'
import { isWeighed } from '~/assessment/item'
import type { Message } from '~/formats/message'
import { pick, type Bilingual, type Locale } from '~/platform/i18n/locale'
import { escapeMarkup } from './html-entities'
import { escapeCloze } from './moodle-cloze'
import { stemClass } from './moodle-gaps'
import { cdata, type MoodleMarkup } from './moodle-markup'
import { cleanText, oneLine } from './plain-text'

type Of<K extends DraftItem['kind']> = Extract<DraftItem, { kind: K }>
/** `stem` is HTML, `parts` are elements. */
export type Body = { questions: { type: string; stem: string; parts: string[] }[]; losses: Message[] }

/** What stands in a question of that kind; null where there is no form for it, or nothing to write yet. */
export function bodyOf(item: DraftItem, markup: MoodleMarkup, locale: Locale): Body | null {
  const stem = markup.html(item.stem)
  const one = (type: string, parts: string[], losses: Message[] = []): Body => ({
    questions: [{ type, stem, parts }],
    losses,
  })
  switch (item.kind) {
    case 'single':
    case 'multiple': {
      const single = item.kind === 'single'
      if (item.options.length === 0) return null
      const fractions = markup.fractionsOf(item.options, single ? 0 : -1)
      const answers = item.options.map((option, i) =>
        markup.answer(fractions[i]!, cdata(markup.html(option)), option.feedback),
      )
      const head = [
        `<single>${single}</single>`,
        '<shuffleanswers>true</shuffleanswers>',
        '<answernumbering>abc</answernumbering>',
      ]
      const all = item.kind === 'multiple' && item.scoring === 'all'
      return one('multichoice', [...head, ...answers], all ? [{ key: 'text.scoringAll' }] : [])
    }
    case 'truefalse':
      return tableBody(item, markup)
    case 'short': {
      const answers = acceptedIn(item.answers, markup).map(({ text, fraction, feedback }) =>
        markup.answer(fraction, escapeMarkup(text.replaceAll('*', '\\*')), feedback),
      )
      return answers.length === 0
        ? null
        : one('shortanswer', [`<usecase>${item.exact ? 1 : 0}</usecase>`, ...answers])
    }
    case 'numeric': {
      const units = item.unit ? markup.typed(item.unit) : []
      const unit = units.map(
        (name) => `<unit><multiplier>1</multiplier><unit_name>${escapeMarkup(name)}</unit_name></unit>`,
      )
      const answer = markup.answer(
        100,
        String(item.answer),
        undefined,
        `<tolerance>${item.tolerance}</tolerance>`,
      )
      return one('numerical', [
        answer,
        ...(unit.length > 0 ? [`<units>${unit.join('')}</units>`, '<showunits>0</showunits>'] : []),
      ])
    }
    case 'matching': {
      const told = [...item.pairs, ...(item.extra ?? [])].some(({ feedback }) => feedback !== undefined)
      const empty = { vi: '', en: '' }
      const rows = [...item.pairs, ...(item.extra ?? []).map((extra) => ({ left: empty, right: extra }))]
      if (rows.length === 0) return null
      const parts = rows.map(({ left, right }) =>
        markup.element(
          'subquestion',
          markup.html(left),
          `<answer><text>${cdata(markup.html(right))}</text></answer>`,
        ),
      )
      return one(
        'matching',
        ['<shuffleanswers>true</shuffleanswers>', ...parts],
        told ? [{ key: 'moodle.pairFeedback' }] : [],
      )
    }
    case 'ordering': {
      const head = [
        '<layouttype>VERTICAL</layouttype>',
        '<selecttype>ALL</selecttype>',
        '<selectcount>0</selectcount>',
        '<gradingtype>RELATIVE_ALL_PREVIOUS_AND_NEXT</gradingtype>',
      ]
      if (item.steps.length === 0) return null
      return one('ordering', [
        ...head,
        ...item.steps.map((step, i) => markup.answer(i + 1, cdata(markup.html(step)))),
      ])
    }
    case 'essay': {
      const rubric = item.rubric.map(
        ({ name, levels }) =>
          `<li>${markup.html(name)}<ul>${levels.map((level) => `<li>${level.points}: ${markup.html(level)}</li>`).join('')}</ul></li>`,
      )
      const parts = [
        '<responseformat>plain</responseformat>',
        '<attachments>0</attachments>',
        `<maxwordlimit>${item.most}</maxwordlimit>`,
      ]
      if (rubric.length === 0) return one('essay', parts)
      return one(
        'essay',
        [...parts, markup.element('graderinfo', `<ul>${rubric.join('')}</ul>`)],
        [{ key: 'moodle.rubricText' }],
      )
    }
    case 'gaps': {
      const text = gapText(item, markup, locale)
      return text === null ? null : { questions: [{ type: 'cloze', stem: text, parts: [] }], losses: [] }
    }
    case 'point':
      return null
  }
}

/** Each statement is a question of its own: Moodle has no table of them. */
function tableBody(item: Of<'truefalse'>, markup: MoodleMarkup): Body | null {
  if (item.statements.length === 0) return null
  const questions = item.statements.map((statement) => {
    const stem = [markup.html(item.stem), markup.html(statement)].filter((html) => html !== '').join('<br>')
    const parts = [true, false].map((word) => {
      const right = word === statement.correct
      return markup.answer(right ? 100 : 0, String(word), right ? statement.feedback : undefined)
    })
    return { type: 'truefalse', stem, parts }
  })
  const all = item.scoring === 'all' ? [{ key: 'text.scoringAll' }] : []
  return { questions, losses: [{ key: 'loss.split', values: { count: questions.length } }, ...all] }
}

/** Accepted answers as people type them, with percent of the points. */
function acceptedIn(answers: Of<'short'>['answers'], markup: MoodleMarkup) {
  const weighed = isWeighed(answers)
  return answers.flatMap((answer) =>
    markup.typed(answer).map((text) => ({
      text,
      fraction: weighed ? markup.allowed(answer.weight ?? 0) : 100,
      feedback: answer.feedback,
    })),
  )
}

/** The text between the gaps and the gaps' ids in their order; null where not each stands in it once. */
export function splitText(
  { gaps }: Pick<Of<'gaps'>, 'gaps'>,
  text: string,
): { between: string[]; ids: string[] } | null {
  const known = new Set(gaps.map(({ id }) => id))
  const parts = cleanText(text).split(/(\{[a-z0-9][a-z0-9_-]{0,11}\})/)
  const between = ['']
  const ids: string[] = []
  for (const part of parts) {
    const id = part.slice(1, -1)
    if (part.startsWith('{') && part.endsWith('}') && known.has(id)) {
      ids.push(id)
      between.push('')
    } else between[between.length - 1] = `${between.at(-1) ?? ''}${part}`
  }
  return ids.length === gaps.length && new Set(ids).size === ids.length && ids.length > 0
    ? { between, ids }
    : null
}

/** What has to be done and the text with its gaps, as Cloze. */
function gapText(item: Of<'gaps'>, markup: MoodleMarkup, locale: Locale): string | null {
  markup.clean(pick(item.text, locale))
  const own = splitText(item, item.text[locale])
  if (!own) return null
  const [vi, en] = markup.both ? [splitText(item, item.text.vi), splitText(item, item.text.en)] : [own, own]
  if (!vi || !en) return null
  const gaps = own.ids.map((id) =>
    gapMarkup(
      item.gaps.find((gap) => gap.id === id)!,
      markup,
    ),
  )
  if (gaps.includes(null)) return null
  const segments = own.between.map((_, i) => markup.segment({ vi: vi.between[i]!, en: en.between[i]! }))
  const text = segments.map((segment, i) => `${segment}${gaps[i] ?? ''}`).join('')
  return `<div class="${stemClass}">${markup.html(item.stem).replaceAll('{', '&#123;')}</div><p>${text}</p>`
}

/** A gap as `{1:MULTICHOICE:=right~%0%wrong#feedback}`; null where it accepts nothing. */
function gapMarkup(gap: Of<'gaps'>['gaps'][number], markup: MoodleMarkup): string | null {
  const told = (feedback?: Bilingual) => (feedback ? `#${escapeCloze(markup.html(feedback))}` : '')
  const begin = (fraction: number) => (fraction === 100 ? '=' : `%${fraction}%`)
  if ('options' in gap) {
    const fractions = markup.fractionsOf(gap.options, 0)
    const options = gap.options.map(
      (option, i) => `${begin(fractions[i]!)}${escapeCloze(markup.html(option))}${told(option.feedback)}`,
    )
    return options.length === 0 ? null : `{1:MULTICHOICE:${options.join('~')}}`
  }
  const answers = acceptedIn(gap.answers, markup).map(
    ({ text, fraction, feedback }) =>
      `${begin(fraction)}${escapeCloze(escapeMarkup(oneLine(text).replaceAll('*', '\\*')))}${told(feedback)}`,
  )
  return answers.length === 0
    ? null
    : `{1:${gap.exact ? 'SHORTANSWER_C' : 'SHORTANSWER'}:${answers.join('~')}}`
}
