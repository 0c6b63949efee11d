import { fieldReader, type FieldFaults } from '../typed-fields'
import { dongField } from '../typed-number'
import type { Norms } from '../problem'

/** The lines of a cost norm, in the order in which they are asked. */
export const normLines = [
  'trainerDay',
  'roomDay',
  'seatDay',
  'travelHour',
  'onlineSeat',
  'visitJourney',
] as const satisfies (keyof Norms)[]

export type NormsInput = { norms: Norms; source: string }

/** The norms as typed, each with a source in words. */
export function readNorms(
  typed: Readonly<Record<string, string | undefined>>,
): { value: NormsInput; faults?: never } | { value?: never; faults: FieldFaults } {
  const field = fieldReader(typed)
  const norms = Object.fromEntries(normLines.map((line) => [line, field.money(line)])) as Norms
  const source = field.text('source', 300, 'norms.source.missing')
  return Object.keys(field.faults.errors).length > 0 ? { faults: field.faults } : { value: { norms, source } }
}

export function normsValues(norms: Norms): Record<string, string> {
  return Object.fromEntries(normLines.map((line) => [line, dongField(norms[line])]))
}
