import { fieldReader, type FieldFaults } from '../typed-fields'
import type { Trainer, Venue } from './resource'
import { spansText } from '../spans'
import { numberText } from '../typed-number'

type Read<Value> = { value: Value; faults?: never } | { value?: never; faults: FieldFaults }
type Typed = Readonly<Record<string, string | undefined>>

const read = <Value>(faults: FieldFaults, value: Value): Read<Value> =>
  Object.keys(faults.errors).length > 0 ? { faults } : { value }

/** A trainer as typed; `modules` are the ticked ones, of which only known ones are taken. */
export function readTrainer(
  typed: Typed,
  modules: readonly string[],
  known: ReadonlySet<string>,
): Read<Omit<Trainer, 'id'>> {
  const field = fieldReader(typed)
  const email = field.raw('email')
  if (email !== '' && !/^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(email)) field.fault('email', 'trainer.email.wrong')
  const taught = [...new Set(modules)].filter((code) => known.has(code)).sort()
  if (taught.length === 0) field.fault('modules', 'trainer.modules.none')
  return read(field.faults, {
    name: field.text('name', 120, 'trainer.name.missing'),
    modules: taught,
    days: field.whole('days', 1, 366),
    daysPerWeek: field.whole('daysPerWeek', 1, 7),
    away: field.spans('away', 60).map(({ span }) => span),
    email: email === '' ? null : email,
  })
}

/** A venue as typed; `communes` are those of the province. */
export function readVenue(typed: Typed, communes: ReadonlySet<string>): Read<Omit<Venue, 'id'>> {
  const field = fieldReader(typed)
  const commune = field.raw('commune')
  if (commune !== '' && !communes.has(commune)) field.fault('commune', 'venue.commune.unknown')
  return read(field.faults, {
    name: field.text('name', 160, 'venue.name.missing'),
    commune: commune === '' ? null : commune,
    seats: field.whole('seats', 1, 2000),
    rooms: field.whole('rooms', 1, 50),
    closed: field.spans('closed', 60).map(({ span }) => span),
  })
}

export function trainerValues({ name, days, daysPerWeek, away, email }: Trainer): Record<string, string> {
  const spans = away.map((span) => ({ span, name: '' }))
  return {
    name,
    days: numberText(days),
    daysPerWeek: numberText(daysPerWeek),
    away: spansText(spans),
    email: email ?? '',
  }
}

export function venueValues({ name, commune, seats, rooms, closed }: Venue): Record<string, string> {
  const spans = closed.map((span) => ({ span, name: '' }))
  return {
    name,
    commune: commune ?? '',
    seats: numberText(seats),
    rooms: numberText(rooms),
    closed: spansText(spans),
  }
}
