import type { PinnedClass } from '../settings'
import { pinOf, type CodedClass } from './coded-class'

/** The name of the field for the seats of a commune's position. */
export const seatsField = (commune: string, position: string) => `seats:${commune}/${position}`

const most = 500
const whole = /^\d{1,3}$/

type Edited = { wish: PinnedClass } | { errors: Record<string, string> }

/**
 * A class as somebody has changed it in its form: `week` a Monday, `trainer` and `venue` by id, each empty where that is left
 * to the solver; seats by commune and position, and a group that is added. What a field cannot be is told by its name.
 */
export function readClassEdit(form: ReadonlyMap<string, string>, each: CodedClass): Edited {
  const pin = pinOf(each)
  if (!pin) return { errors: { week: 'edit.online' } }
  const errors: Record<string, string> = {}
  const count = (name: string): number => {
    const text = (form.get(name) ?? '').trim()
    if (text === '') return 0
    if (!whole.test(text) || Number(text) > most) errors[name] = 'edit.whole'
    return Number(text)
  }
  const seats = each.seats.map(({ commune, position }) => ({
    commune,
    position,
    seats: count(seatsField(commune, position)),
  }))
  const added = form.get('group') ?? ''
  const addedSeats = count('groupSeats')
  if (added !== '' && addedSeats === 0 && !errors.groupSeats) errors.groupSeats = 'edit.howMany'
  if (added === '' && addedSeats > 0) errors.group = 'edit.forWhom'
  const [commune, position] = added.split('/')
  if (commune && position) {
    const known = seats.find((one) => one.commune === commune && one.position === position)
    if (known) known.seats += addedSeats
    else seats.push({ commune, position, seats: addedSeats })
  }
  if (Object.keys(errors).length === 0 && seats.every((one) => one.seats === 0)) errors.group = 'edit.nobody'
  if (Object.keys(errors).length > 0) return { errors }
  const chosen = (name: string) => form.get(name) || null
  return {
    wish: {
      ...pin,
      week: chosen('week'),
      trainer: chosen('trainer'),
      venue: pin.delivery === 'class' ? chosen('venue') : null,
      seats: seats.filter((one) => one.seats > 0),
    },
  }
}
