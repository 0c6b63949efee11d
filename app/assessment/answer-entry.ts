import type { Question } from './form'
import type { Item } from './item'
import { columnLetters, gridSide, squareCentre, type Point } from './picture-areas'
import type { ItemAnswer } from './scoring/score'
import { longestTyped } from './scoring/typed'

/** Fields of a submitted form by name. */
export type Entries = Record<string, string[]>

/** The value of a survey answer: an option id, ids, ids in order, row id -> option id, a number or a text. */
export type SurveyAnswer = string | string[] | Record<string, string> | number

export type Entry =
  | { kind: 'value'; value: ItemAnswer | SurveyAnswer | null }
  | { kind: 'empty' }
  | {
      kind: 'fault'
      fault:
        | 'unknownAndMore'
        | 'notNumber'
        | 'outOfRange'
        | 'tooLong'
        | 'tooManyWords'
        | 'incomplete'
        | 'unfinished'
        | 'gapEmpty'
        | 'halfSquare'
        | 'sameRank'
        | 'notAnOption'
      values?: Record<string, number>
    }

/** The value of "I do not know" in a form. */
export const unknownValue = '?'

const value = (given: ItemAnswer | SurveyAnswer | null): Entry => ({ kind: 'value', value: given })
const fault = (
  which: Extract<Entry, { kind: 'fault' }>['fault'],
  values?: Record<string, number>,
): Entry => ({ kind: 'fault', fault: which, values })

/** Reads the answer to an item from a form. */
export function readItemEntry(item: Item, entries: Entries): Entry {
  const chosen = entries.v ?? []
  const rest = Object.entries(entries).filter(
    ([name, [first]]) => /^[mongrqt](\.|$)/.test(name) && first?.trim(),
  )
  if (chosen.includes(unknownValue)) {
    return chosen.length > 1 || rest.length > 0 ? fault('unknownAndMore') : value(null)
  }
  switch (item.kind) {
    case 'single':
    case 'multiple': {
      if (chosen.length === 0) return { kind: 'empty' }
      if (!chosen.every((id) => item.options.some((option) => option.id === id))) return fault('notAnOption')
      return value(item.kind === 'single' ? chosen[0]! : [...new Set(chosen)].sort())
    }
    case 'matching': {
      const matched = Object.fromEntries(
        item.pairs.flatMap(({ id }) => (entries[`m.${id}`]?.[0] ? [[id, entries[`m.${id}`]![0]!]] : [])),
      )
      if (Object.keys(matched).length === 0) return { kind: 'empty' }
      if (Object.keys(matched).length < item.pairs.length) return fault('incomplete')
      const rights = new Set([...item.pairs, ...(item.extra ?? [])].map(({ id }) => id))
      return Object.values(matched).every((id) => rights.has(id)) ? value(matched) : fault('notAnOption')
    }
    case 'truefalse':
      return readRows(item.statements, ['t', 'f'], entries, 'incomplete')
    case 'ordering':
      return readRanks(item.steps, entries, 'incomplete')
    case 'numeric': {
      const typed = entries.n?.[0]?.trim() ?? ''
      if (typed === '') return { kind: 'empty' }
      const number = parseNumber(typed)
      return number === null ? fault('notNumber') : value(number)
    }
    case 'short':
      return readText(entries.t, longestTyped)
    case 'gaps':
      return readGaps(item, entries)
    case 'point':
      return readPoint(entries)
    case 'essay': {
      const read = readText(entries.t, longestEssay(item))
      const words = read.kind === 'value' && typeof read.value === 'string' ? wordsOf(read.value) : 0
      return words > item.most ? fault('tooManyWords', { count: words, max: item.most }) : read
    }
  }
}

/** The most characters of a long answer: more than its words can have. */
export function longestEssay({ most }: { most: number }): number {
  return Math.min(15_000, most * 12)
}

function wordsOf(text: string): number {
  return text.split(/\s+/).filter(Boolean).length
}

function readText([typed = '']: string[] = [], max: number): Entry {
  const text = typed.normalize('NFC').replace(/\r\n/g, '\n').trim()
  if (text === '') return { kind: 'empty' }
  return text.length > max ? fault('tooLong', { max }) : value(text)
}

/** One option for each row of a table. */
function readRows(
  rows: readonly { id: string }[],
  options: readonly string[],
  entries: Entries,
  open: 'incomplete' | 'unfinished',
): Entry {
  const chosen = rows.flatMap(({ id }) => (entries[`r.${id}`]?.[0] ? [[id, entries[`r.${id}`]![0]!]] : []))
  if (chosen.length === 0) return { kind: 'empty' }
  if (chosen.length < rows.length) return fault(open)
  return chosen.every(([, option]) => options.includes(option!))
    ? value(Object.fromEntries(chosen) as Record<string, string>)
    : fault('notAnOption')
}

function readRanks(
  parts: readonly { id: string }[],
  entries: Entries,
  open: 'incomplete' | 'unfinished',
): Entry {
  const ranks = parts.map(({ id }) => ({ id, rank: Number(entries[`o.${id}`]?.[0] ?? '') }))
  if (ranks.every(({ rank }) => rank === 0)) return { kind: 'empty' }
  if (ranks.some(({ rank }) => !(rank >= 1 && rank <= ranks.length))) return fault(open)
  if (new Set(ranks.map(({ rank }) => rank)).size < ranks.length) return fault('sameRank')
  return value(ranks.sort((a, b) => a.rank - b.rank).map(({ id }) => id))
}

function readGaps({ gaps }: Extract<Item, { kind: 'gaps' }>, entries: Entries): Entry {
  const filled = gaps.map((gap) => ({
    gap,
    text: (entries[`g.${gap.id}`]?.[0] ?? '').normalize('NFC').trim(),
  }))
  if (filled.every(({ text }) => text === '')) return { kind: 'empty' }
  if (filled.some(({ text }) => text === '')) return fault('gapEmpty')
  if (filled.some(({ text }) => text.length > longestTyped)) return fault('tooLong', { max: longestTyped })
  const offered = filled.every(
    ({ gap, text }) => !('options' in gap) || gap.options.some(({ id }) => id === text),
  )
  return offered
    ? value(Object.fromEntries(filled.map(({ gap, text }) => [gap.id, text])))
    : fault('notAnOption')
}

/** A square that was chosen goes before a place that was pressed earlier. */
function readPoint(entries: Entries): Entry {
  const [column = '', row = ''] = [entries['q.c']?.[0], entries['q.r']?.[0]]
  if (column !== '' || row !== '') {
    if (column === '' || row === '') return fault('halfSquare')
    const at = [columnLetters.indexOf(column), Number(row) - 1] as const
    const inGrid = at.every((each) => Number.isInteger(each) && each >= 0 && each < gridSide)
    return inGrid ? value(squareCentre(...at)) : fault('notAnOption')
  }
  const pressed = pointOf(entries.p?.[0])
  if (pressed) return value(pressed)
  return entries.p?.[0] ? fault('notAnOption') : { kind: 'empty' }
}

/** The place that an entry such as `512,340` names, in thousandths; null where it names none. */
export function pointOf(entry: string | undefined): Point | null {
  const found = /^(\d{1,4}),(\d{1,4})$/.exec(entry ?? '')
  const at = found ? ([Number(found[1]), Number(found[2])] as Point) : null
  return at?.every((each) => each <= 1000) ? at : null
}

/** Reads the answer to a question of a survey; `systems` are the codes of the named systems. */
export function readQuestionEntry(question: Question, entries: Entries, systems: string[]): Entry {
  const chosen = entries.v ?? []
  switch (question.kind) {
    case 'single':
    case 'multiple':
    case 'systems': {
      if (chosen.length === 0) return { kind: 'empty' }
      const ids =
        question.kind === 'systems' ? [...systems, noneOfThese] : question.options.map(({ id }) => id)
      if (!chosen.every((id) => ids.includes(id))) return fault('notAnOption')
      if (question.kind === 'single') return value(chosen[0]!)
      const exclusive =
        question.kind === 'multiple'
          ? question.options.filter((option) => option.exclusive).map(({ id }) => id)
          : [noneOfThese]
      if (chosen.length > 1 && chosen.some((id) => exclusive.includes(id))) return fault('unknownAndMore')
      return value(ids.filter((id) => chosen.includes(id)))
    }
    case 'number': {
      const typed = entries.n?.[0]?.trim() ?? ''
      if (typed === '') return { kind: 'empty' }
      const number = parseNumber(typed)
      if (number === null || !Number.isInteger(number)) return fault('notNumber')
      if (number < question.min || number > question.max)
        return fault('outOfRange', { min: question.min, max: question.max })
      return value(number)
    }
    case 'text':
      return readText(entries.t, question.maxLength)
    case 'likert':
      return readRows(
        question.rows,
        question.options.map(({ id }) => id),
        entries,
        'unfinished',
      )
    case 'ranking':
      return readRanks(question.options, entries, 'unfinished')
  }
}

/** The choice "none of these" under a list of named systems. */
export const noneOfThese = 'none'

/** Reads the chosen level of a self-assessment. */
export function readSelfEntry(levels: number[], entries: Entries): Entry {
  const chosen = entries.v?.[0]
  if (chosen === undefined) return { kind: 'empty' }
  const level = Number(chosen)
  return levels.includes(level) ? value(level) : fault('notAnOption')
}

/** A number as Vietnamese or English hands type it: `1.234,5`, `1,234.5`, `75%`, `12 `. */
export function parseNumber(typed: string): number | null {
  const text = typed.replace(/\s|%$/g, '')
  if (/^-?\d+$/.test(text)) return Number(text)
  if (/^-?\d{1,3}(\.\d{3})+(,\d+)?$/.test(text)) return Number(text.replaceAll('.', '').replace(',', '.'))
  if (/^-?\d{1,3}(,\d{3})+(\.\d+)?$/.test(text)) return Number(text.replaceAll(',', ''))
  if (/^-?\d+[.,]\d+$/.test(text)) return Number(text.replace(',', '.'))
  return null
}
