import type { DraftItem } from '~/assessment/item'
import { foldersOf, pathOf } from '~/interchange/questions/gift-blocks'
import { cleanText, foundBase, inOne, oneLine, partId } from '~/interchange/questions/plain-text'

type Locale = 'vi' | 'en'
type Both = { vi: string; en: string }
type Choice = Both & { id: string; correct?: boolean; weight?: number; feedback?: Both }

const truth = [
  { vi: 'Đúng', en: 'True' },
  { vi: 'Sai', en: 'False' },
]
const stems = {
  vi: { options: 'Chọn cách điền đúng vào chỗ trống.', answers: 'Điền vào chỗ trống.' },
  en: { options: 'Choose what fills the gap.', answers: 'Fill in the gap.' },
}

/** What Aiken holds of items: one question a single choice or a statement, each text on one line. */
export function asAikenCarries(items: readonly DraftItem[], locale: Locale): DraftItem[] {
  return items.flatMap((item): DraftItem[] => {
    const stem = oneLine(item.stem[locale])
    if (item.kind !== 'single' && item.kind !== 'truefalse') return []
    const parts = item.kind === 'single' ? item.options : item.statements
    const texts = parts.map((part) => oneLine(part[locale]))
    if (stem === '' || texts.includes('') || texts.length === 0) return []
    const asked = (text: string, options: string[], right: number): DraftItem => ({
      ...foundBase(locale, text, ''),
      kind: 'single',
      options: options.map((each, i) => ({
        id: partId(i),
        ...inOne(locale, each),
        ...(i === right ? { correct: true } : {}),
      })),
    })
    if (item.kind === 'truefalse') {
      const words = truth.map((word) => word[locale])
      return item.statements.map(({ correct }, i) => asked(`${stem} ${texts[i]!}`, words, correct ? 0 : 1))
    }
    const keys = item.options.filter(({ correct }) => correct)
    if (keys.length !== 1 || texts.length < 2) return []
    return [asked(stem, texts, item.options.indexOf(keys[0]!))]
  })
}

/** What GIFT holds of items, with the ids that a reader gives: derived from the format, not from the writer. */
export function asGiftCarries(items: readonly DraftItem[], locale: Locale): DraftItem[] {
  return items.flatMap((item) => carried(item, locale))
}

const marked = (value: unknown, locale: Locale): boolean =>
  typeof value === 'object' &&
  value !== null &&
  Object.entries(value).some(([key, part]) =>
    key === locale && typeof part === 'string' ? /[<&]/.test(part) : marked(part, locale),
  )

function carried(item: DraftItem, locale: Locale): DraftItem[] {
  const stem = cleanText(item.stem[locale])
  const name = oneLine(item.name ?? '')
  const category = cleanText(pathOf(foldersOf(oneLine(item.category ?? ''))))
  const base = {
    ...foundBase(locale, stem, item.explanation[locale]),
    code: /^[a-z0-9][a-z0-9.-]*$/.test(item.code) ? item.code : '',
    ...(name === '' ? {} : { name }),
    ...(category === '' ? {} : { category }),
  }
  const text = (part: Both) => cleanText(part[locale])
  const arrowless = (part: Both) => inOne(locale, text(part).replaceAll('->', '→'))
  if (stem === '' && item.kind !== 'gaps') return []
  switch (item.kind) {
    case 'truefalse':
      if (item.statements.some((each) => text(each) === '')) return []
      return item.statements.map((each, i) => ({
        ...base,
        code: '',
        ...(name === '' ? {} : { name: `${name} (${i + 1})` }),
        stem: inOne(locale, `${stem}\n${text(each)}`),
        kind: 'single',
        options: truth.map((word, j) => ({
          id: partId(j),
          ...word,
          ...told(each.feedback, locale),
          ...(each.correct === (j === 0) ? { correct: true } : {}),
        })),
      }))
    case 'single':
    case 'multiple': {
      const options = choices(item.options, item.kind, locale)
      if (!options) return []
      const isTruth =
        item.kind === 'single' &&
        item.options.every(({ weight }) => weight === undefined) &&
        options.length === 2 &&
        options.every((each, i) => each[locale] === truth[i]![locale])
      const named = isTruth ? options.map((each, i) => ({ ...each, ...truth[i]! })) : options
      return [{ ...base, kind: item.kind, options: named }]
    }
    case 'matching': {
      const extra = item.extra ?? []
      if (
        item.pairs.length === 0 ||
        [...item.pairs.flatMap(({ left, right }) => [left, right]), ...extra].some(
          (each) => text(each) === '',
        )
      )
        return []
      const pairs = item.pairs.map(({ left, right }, i) => ({
        id: partId(i),
        left: arrowless(left),
        right: inOne(locale, text(right)),
      }))
      const rest = extra.map((each, i) => ({ id: partId(pairs.length + i), ...inOne(locale, text(each)) }))
      return [{ ...base, kind: 'matching', pairs, ...(rest.length > 0 ? { extra: rest } : {}) }]
    }
    case 'numeric':
      return [{ ...base, kind: 'numeric', answer: item.answer + 0, tolerance: item.tolerance + 0 }]
    case 'short': {
      const answers = accepted(item.answers, locale)
      return answers ? [{ ...base, kind: 'short', answers }] : []
    }
    case 'essay':
      return [{ ...base, kind: 'essay', most: 300, rubric: [] }]
    case 'gaps': {
      const [gap] = item.gaps
      const around = text(item.text).split('{x}')
      if (item.gaps.length !== 1 || !gap || around.length !== 2 || around[1]!.trim() === '') return []
      if (around[0]!.trim() === '' && marked(item, locale)) return []
      if (/^\s*\[(html|markdown|plain|moodle)\]/.test(around[1]!)) return []
      const many = 'options' in gap && gap.options.filter(({ correct }) => correct).length > 1
      const options = 'options' in gap ? choices(gap.options, many ? 'multiple' : 'single', locale) : null
      const answers = 'answers' in gap ? accepted(gap.answers, locale) : null
      if (!options && !answers) return []
      const id = ['g1', 'g2', 'g3'].find((each) => !around.join(' ').includes(`{${each}}`))!
      return [
        {
          ...base,
          kind: 'gaps',
          stem: inOne(locale, stems[locale][options ? 'options' : 'answers']),
          text: inOne(locale, around.join(`{${id}}`)),
          gaps: [options ? { id, options } : { id, answers: answers! }],
        },
      ]
    }
    case 'ordering':
    case 'point':
      return []
  }
}

function told(feedback: Both | undefined, locale: Locale) {
  const text = cleanText(feedback?.[locale] ?? '')
  return text === '' ? {} : { feedback: inOne(locale, text) }
}

const five = (weight: number) => Number(weight.toFixed(5)) + 0

/** Null where the options cannot be written. */
function choices(options: readonly Choice[], kind: 'single' | 'multiple', locale: Locale): Choice[] | null {
  const right = options.filter(({ correct }) => correct)
  if (options.length < 2 || right.length === 0 || (kind === 'single' && right.length > 1)) return null
  if (options.some((each) => cleanText(each[locale]) === '')) return null
  const given = options.some(({ weight }) => weight !== undefined)
  const share = 100 / right.length
  const plain = options.map(({ correct }) => (correct ? share : kind === 'single' ? 0 : -share))
  const weights = options.map(({ weight, correct }, i) =>
    !given ? five(plain[i]!) : kind === 'single' && correct ? 100 : five(weight ?? 0),
  )
  if (kind === 'multiple' && options.some(({ correct }, i) => (correct === true) !== weights[i]! > 0))
    return null
  const usual = weights.every((weight, i) => Math.abs(weight - plain[i]!) < (kind === 'single' ? 1e-9 : 0.01))
  return options.map((option, i) => ({
    id: partId(i),
    ...inOne(
      locale,
      kind === 'single' && option.correct ? cleanText(option[locale]).replaceAll('->', '→') : option[locale],
    ),
    ...(option.correct ? { correct: true } : {}),
    ...(usual || weights[i] === 0 ? {} : { weight: weights[i]! }),
    ...told(option.feedback, locale),
  }))
}

/** Null where nothing is accepted. */
function accepted(answers: readonly Choice[], locale: Locale): Choice[] | null {
  const own = answers.filter((each) => cleanText(each[locale]) !== '')
  const weighed = own.some(({ weight }) => weight !== undefined && weight !== 100)
  if (own.length === 0) return null
  return own.map((each, i) => ({
    id: partId(i),
    ...inOne(locale, cleanText(each[locale]).replaceAll('->', '→')),
    ...(weighed ? { weight: five(each.weight ?? 0) } : {}),
    ...told(each.feedback, locale),
  }))
}
