import type { ClassWish } from './problem'
import type { PinnedClass } from './settings'

type At = (code: string) => number

/** Where each name of the settings stands in a problem; −1 where it is not in it. A group is `commune position`. */
export type Indices = { module: At; venue: At; trainer: At; commune: At; week: At; group: At }

/**
 * A pinned class as the problem knows it. `whole` is false where something that it names is not in the problem: what is
 * left is wished for all the same, but nothing remains of a class whose module or commune of the visit is gone.
 */
export function wishOf(
  pin: Omit<PinnedClass, 'key'>,
  at: Indices,
): { wish: ClassWish | null; whole: boolean } {
  const [module, venue, commune] = [
    at.module(pin.module),
    find(at.venue, pin.venue),
    find(at.commune, pin.commune),
  ]
  const [week, trainer] = [find(at.week, pin.week), find(at.trainer, pin.trainer)]
  const seats = pin.seats?.map((each) => ({
    group: at.group(`${each.commune} ${each.position}`),
    seats: each.seats,
  }))
  const known = seats?.filter(({ group, seats: count }) => group >= 0 && count > 0) ?? null
  const whole =
    [module, venue ?? 0, commune ?? 0, week ?? 0, trainer ?? 0].every((index) => index >= 0) &&
    (seats ?? []).every(({ group }) => group >= 0)
  if (module < 0 || (pin.delivery === 'visit' && commune === -1)) return { wish: null, whole }
  const open = (index: number | null) => (index === -1 ? null : index)
  return {
    wish: {
      module,
      delivery: pin.delivery,
      venue: pin.delivery === 'class' ? open(venue) : null,
      commune: pin.delivery === 'visit' ? open(commune) : null,
      week: open(week),
      trainer: open(trainer),
      seats: known,
    },
    whole,
  }
}

function find(at: At, code: string | null): number | null {
  return code === null ? null : at(code)
}
