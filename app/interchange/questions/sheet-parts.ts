import type { DraftItem } from '~/assessment/item'
import type { Message } from '~/formats/message'
import { cellNumber } from '~/formats/number-table'
import { readAnswer, readNumber, readOrder, readTruths, type Named } from './sheet-answer'
import { readGaps } from './sheet-gaps'
import type { SheetLayout } from './sheet-layout'
import { both, idOf, type ItemBase, type PartsRead } from './sheet-base'
import { cellOptions, splitPairs, unstarred, type SheetOption } from './sheet-options'
import type { SheetRow } from './sheet-text'
import { isTicked, scoringNamed } from './sheet-words'

type Kind = DraftItem['kind']
type Given = { row: SheetRow; layout: SheetLayout; base: ItemBase; options: SheetOption[]; answer: string }

const noKey: Message = { key: 'loss.noKey' }

/** Reads the parts of an item of `kind`; where the row names none, of the kind that its columns speak for. */
export function sheetParts(row: SheetRow, layout: SheetLayout, base: ItemBase, kind: Kind | null): PartsRead {
  const options = cellOptions(row, layout)
  const answer = row.text('answer')
  const given: Given = { row, layout, base, options, answer }
  const wanted = kind ?? guessKind(given)
  switch (wanted) {
    case 'single':
    case 'multiple':
      return choices(given, kind)
    case 'truefalse':
      return options.length > 0 ? statements(given) : { refusal: 'sheet.noOptions' }
    case 'matching':
      return pairs(given)
    case 'ordering':
      return steps(given)
    case 'numeric':
      return number(given)
    case 'short':
      return accepted(given)
    case 'gaps':
      return readGaps(row, base, layout.letters)
    case 'essay':
      return {
        item: { ...base, kind: 'essay', most: 300, rubric: [] },
        losses: [{ key: 'loss.rubric' }],
      }
    case 'point':
      return { refusal: 'sheet.point' }
    case null:
      return { refusal: 'sheet.noOptions' }
  }
}

function guessKind({ row, options, answer }: Given): Kind | null {
  if (row.text('text', undefined, 'vi') || row.text('text', undefined, 'en')) return 'gaps'
  if (options.some(({ match }) => match.vi || match.en)) return 'matching'
  if (options.length >= 2) return 'single'
  if (!answer) return null
  return readNumber(answer) ? 'numeric' : 'short'
}

const namedOf = ({ index, text }: SheetOption): Named => ({
  index,
  texts: [text.vi, text.en].filter(Boolean),
})

function choices({ row, layout, base, answer, ...given }: Given, kind: Kind | null): PartsRead {
  const options = answer ? given.options : unstarred(given.options)
  if (options.length < 2) return { refusal: 'sheet.noOptions' }
  const losses: Message[] = []
  const starred = options.filter(({ marked }) => marked).map(({ index }) => index)
  const read = readAnswer(answer, options.map(namedOf), layout.kahoot)
  const right = read.right.length > 0 ? read.right : starred
  if (read.unclear) losses.push({ key: 'sheet.answerUnclear', values: { value: answer.slice(0, 80) } })
  if (read.unknown !== null && right.length === 0)
    losses.push({ key: 'sheet.answerUnknown', values: { value: read.unknown.slice(0, 80) } })
  if (right.length === 0) losses.push(noKey)
  if (layout.kahoot && right.length > 1) losses.push({ key: 'sheet.kahootAny' })
  const made = options.map(({ index, text, feedback, weight }) => ({
    id: idOf(index),
    ...text,
    ...(right.includes(index) && { correct: true }),
    ...(feedback && { feedback }),
    ...(weight !== null && { weight }),
  }))
  // A sheet may call every question of a choice "trắc nghiệm": several right answers tell what it is.
  if (kind === 'multiple' || right.length > 1) {
    const scoring = scoringNamed(row.text('scoring'))
    return { item: { ...base, kind: 'multiple', ...(scoring && { scoring }), options: made }, losses }
  }
  return { item: { ...base, kind: 'single', options: made }, losses }
}

function statements({ row, base, options, answer }: Given): PartsRead {
  const truths = readTruths(answer, options.length)
  const read = readAnswer(answer, options.map(namedOf))
  const missing = truths === null && read.right.length === 0
  const scoring = scoringNamed(row.text('scoring'))
  const item: DraftItem = {
    ...base,
    kind: 'truefalse',
    ...(scoring && { scoring }),
    statements: options.map(({ index, text, feedback }, at) => ({
      id: idOf(index),
      ...text,
      correct: truths ? truths[at]! : read.right.includes(index),
      ...(feedback && { feedback }),
    })),
  }
  return { item, losses: missing ? [noKey] : [] }
}

function pairs({ base, options }: Given): PartsRead {
  const split = splitPairs(options)
  const whole = split.filter(({ text }) => text.vi || text.en)
  if (whole.length < 2) return { refusal: 'sheet.noPairs' }
  const extra = split.filter((each) => !whole.includes(each))
  const item: DraftItem = {
    ...base,
    kind: 'matching',
    pairs: whole.map(({ index, text, match, feedback }) => ({
      id: idOf(index),
      left: text,
      right: match,
      ...(feedback && { feedback }),
    })),
    ...(extra.length > 0 && {
      extra: extra.map(({ index, match, feedback }) => ({
        id: idOf(index),
        ...match,
        ...(feedback && { feedback }),
      })),
    }),
  }
  return { item, losses: [] }
}

function steps({ base, options, answer }: Given): PartsRead {
  if (options.length < 2) return { refusal: 'sheet.noOptions' }
  const order = answer
    ? readOrder(
        answer,
        options.map(({ index }) => index),
      )
    : options.map(({ index }) => index)
  const losses: Message[] = order
    ? []
    : [{ key: 'sheet.answerUnknown', values: { value: answer.slice(0, 80) } }]
  const byIndex = new Map(options.map((option) => [option.index, option]))
  const ordered = order ? order.map((index) => byIndex.get(index)!) : options
  return {
    item: {
      ...base,
      kind: 'ordering',
      steps: ordered.map(({ index, text }) => ({ id: idOf(index), ...text })),
    },
    losses,
  }
}

function number({ row, base, options, answer }: Given): PartsRead {
  const cell = row.value('answer')
  const typed = answer || options[0]?.text.vi || options[0]?.text.en || ''
  const read =
    typeof cell === 'number' ? { answer: cell, tolerance: null, grouped: false } : readNumber(typed)
  if (!read) return { refusal: 'sheet.noNumber' }
  const losses: Message[] = read.grouped
    ? [{ key: 'sheet.grouped', values: { value: typed.slice(0, 40), number: read.answer } }]
    : []
  const tolerance = cellNumber(row.value('tolerance'), true)
  const unit = both(row, 'unit')
  const item: DraftItem = {
    ...base,
    kind: 'numeric',
    answer: read.answer,
    tolerance: Math.abs(tolerance ?? read.tolerance ?? 0),
    ...((unit.vi || unit.en) && { unit }),
  }
  return { item, losses }
}

function accepted({ row, base, options, answer }: Given): PartsRead {
  const typed = answer
    .split(/[;|\n]/)
    .map((each) => each.trim())
    .filter(Boolean)
  if (options.length === 0 && typed.length === 0) return { refusal: 'sheet.noAnswer' }
  // What is typed in the column of answers counts in either language.
  const answers = [
    ...options.map(({ index, text, feedback, weight }) => ({
      id: idOf(index),
      ...text,
      ...(feedback && { feedback }),
      ...(weight !== null && { weight }),
    })),
    ...typed
      .slice(0, 26 - Math.min(26, options.length))
      .map((text, i) => ({ id: idOf((options.at(-1)?.index ?? -1) + 1 + i), vi: text, en: text })),
  ]
  const exact = isTicked(row.text('exact'))
  return { item: { ...base, kind: 'short', answers, ...(exact && { exact }) }, losses: [] }
}
