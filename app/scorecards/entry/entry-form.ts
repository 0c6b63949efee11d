import { parseDateText } from '~/ui/date-text'
import type { Source } from '../card'
import { figureField, parseFigure } from '../figure-field'

export const entryFields = ['value', 'date', 'evidence'] as const

/** A value with the day since when it holds (YYYY-MM-DD) and what proves it. */
export type EntryInput = { value: number; date: string; evidence: string }

/** Evidence shorter than this names nothing that could be looked up. */
const leastEvidence = 8
export const mostEvidence = 500

type Faults = { errors: Record<string, string>; values: Record<string, Record<string, string | number>> }
type Typed = Readonly<Record<string, string | undefined>>

/**
 * An entry as typed for a source; `today` is YYYY-MM-DD. An entry needs evidence whatever its value: also a "not yet" says why.
 */
export function readEntry(
  typed: Typed,
  source: Source,
  today: string,
): { value: EntryInput; faults?: never } | { value?: never; faults: Faults } {
  const faults: Faults = { errors: {}, values: {} }
  const raw = (name: string) => (typed[name] ?? '').normalize('NFC').trim()
  const value = valueIn(raw('value'), source)
  if (value === null) {
    faults.errors.value = source.kind === 'number' ? 'entry.fault.number' : 'entry.fault.choice'
    if (source.kind === 'number')
      faults.values.value = { least: figureField(source.least), most: figureField(source.most) }
  }
  const typedDay = raw('date')
  const date = /^\d{4}-\d{2}-\d{2}$/.test(typedDay) ? typedDay : parseDateText(typedDay)
  if (date === null) faults.errors.date = 'entry.fault.date'
  else if (date > today) faults.errors.date = 'entry.fault.future'
  const evidence = raw('evidence').replace(/[^\S\n]+/g, ' ')
  if (evidence === '') faults.errors.evidence = 'entry.fault.evidence'
  else if (evidence.length < leastEvidence) faults.errors.evidence = 'entry.fault.evidenceShort'
  else if (evidence.length > mostEvidence) {
    faults.errors.evidence = 'typed.long'
    faults.values.evidence = { most: mostEvidence }
  }
  if (value === null || date === null || Object.keys(faults.errors).length > 0) return { faults }
  return { value: { value, date, evidence } }
}

function valueIn(text: string, source: Source): number | null {
  if (text === '') return null
  const value = parseFigure(text)
  if (value === null) return null
  if (source.kind === 'yesno') return value === 0 || value === 1 ? value : null
  if (source.kind === 'level')
    return Number.isInteger(value) && value >= 0 && value < source.levels.length ? value : null
  if (source.kind !== 'number') return null
  return value >= source.least && value <= source.most ? value : null
}
