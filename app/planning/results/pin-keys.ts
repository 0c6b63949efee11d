import type { PinnedClass } from '../settings'
import type { CodedClass, CodedSeats } from './coded-class'

const signOf = (seats: readonly CodedSeats[]) =>
  seats
    .filter((one) => one.seats > 0)
    .map((one) => `${one.commune}/${one.position}/${one.seats}`)
    .sort()
    .join(' ')

/** Whether a class is what a pin asks for; what the pin leaves open may be anything. */
function keeps(pin: PinnedClass, each: CodedClass): boolean {
  return (
    each.pinned &&
    each.module === pin.module &&
    each.delivery === pin.delivery &&
    (pin.venue === null || pin.venue === each.venue) &&
    (pin.commune === null || pin.commune === each.commune) &&
    (pin.week === null || pin.week === each.week) &&
    (pin.trainer === null || pin.trainer === each.trainer) &&
    (pin.seats === null || signOf(pin.seats) === signOf(each.seats))
  )
}

/**
 * The keys of a new result, so that a class which was pinned goes by the name it had: pins that say more choose first, each
 * takes the first class that keeps it, and whatever had its key before takes the key that became free. In the order of the
 * classes, and as many different keys as there were.
 */
export function keysWithPins(classes: readonly CodedClass[], pins: readonly PinnedClass[]): string[] {
  const keys = classes.map(({ key }) => key)
  const taken = new Set<number>()
  const said = ({ venue, commune, week, trainer, seats }: PinnedClass) =>
    [venue, commune, week, trainer, seats].filter((each) => each !== null).length
  for (const pin of [...pins].sort((a, b) => said(b) - said(a))) {
    const at = classes.findIndex((each, i) => !taken.has(i) && keeps(pin, each))
    if (at < 0) continue
    taken.add(at)
    const other = keys.indexOf(pin.key)
    if (other >= 0) keys[other] = keys[at]!
    keys[at] = pin.key
  }
  return keys
}
