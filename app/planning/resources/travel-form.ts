import { fieldReader, type FieldFaults } from '../typed-fields'
import { numberText, parseNumber } from '../typed-number'
import type { Travel } from './resource'

/** The longest journey that is taken for one, in hours one way. */
export const mostHours = 24

export const hoursField = (commune: string) => `h-${commune}`

export type Hours = { commune: string; hours: number }

/** The hours to one venue as typed, one field a commune; an empty field says that nobody from there can come. */
export function readHours(
  typed: Readonly<Record<string, string | undefined>>,
  communes: readonly string[],
): { value: Hours[]; faults?: never } | { value?: never; faults: FieldFaults } {
  const field = fieldReader(typed)
  const value = communes.flatMap((commune): Hours[] => {
    const text = field.raw(hoursField(commune)).replace(/\s*(?:giờ|h)$/iu, '')
    if (text === '') return []
    const hours = parseNumber(text)
    if (hours !== null && hours <= mostHours) return [{ commune, hours }]
    field.fault(hoursField(commune), 'travel.hours.wrong', { most: mostHours })
    return []
  })
  return Object.keys(field.faults.errors).length > 0 ? { faults: field.faults } : { value }
}

export function hoursValues(travel: readonly Travel[], venue: string): Record<string, string> {
  const own = travel.filter((each) => each.venue === venue)
  return Object.fromEntries(own.map(({ commune, hours }) => [hoursField(commune), numberText(hours)]))
}
