let read = (): Date => new Date()

/** The only clock of the product; pure code takes time as an argument. */
export function now(): Date {
  return read()
}

/** Sets the clock for tests and for making a demo province with a past; without an argument it is the real one again. */
export function setClock(moment?: Date): void {
  read = moment ? () => new Date(moment) : () => new Date()
}
