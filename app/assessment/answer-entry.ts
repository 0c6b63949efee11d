import type { Question } from './form'
import type { Item } from './item'
import type { ItemAnswer } from './scoring/score'

/** Fields of a submitted form by name. */
export type Entries = Record<string, string[]>

/** The value of a survey answer: an option id, ids, a number or a text. */
export type SurveyAnswer = string | string[] | number

export type Entry =
  | { kind: 'value'; value: ItemAnswer | SurveyAnswer | null }
  | { kind: 'empty' }
  | {
      kind: 'fault'
      fault:
        'unknownAndMore' | 'notNumber' | 'outOfRange' | 'tooLong' | 'incomplete' | 'sameRank' | 'notAnOption'
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
  const rest = Object.entries(entries).filter(([name, [first]]) => /^[mon](\.|$)/.test(name) && first?.trim())
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
    case 'ordering': {
      const ranks = item.steps.map(({ id }) => ({ id, rank: Number(entries[`o.${id}`]?.[0] ?? '') }))
      if (ranks.every(({ rank }) => rank === 0)) return { kind: 'empty' }
      if (ranks.some(({ rank }) => !(rank >= 1 && rank <= ranks.length))) return fault('incomplete')
      if (new Set(ranks.map(({ rank }) => rank)).size < ranks.length) return fault('sameRank')
      return value(ranks.sort((a, b) => a.rank - b.rank).map(({ id }) => id))
    }
    case 'numeric': {
      const typed = entries.n?.[0]?.trim() ?? ''
      if (typed === '') return { kind: 'empty' }
      const number = parseNumber(typed)
      return number === null ? fault('notNumber') : value(number)
    }
  }
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
    case 'text': {
      const text = (entries.t?.[0] ?? '').normalize('NFC').replace(/\r\n/g, '\n').trim()
      if (text === '') return { kind: 'empty' }
      return text.length > question.maxLength ? fault('tooLong', { max: question.maxLength }) : value(text)
    }
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
