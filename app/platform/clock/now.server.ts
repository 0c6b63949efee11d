/** The only clock of the product; pure code takes time as an argument. */
export function now(): Date {
  return new Date()
}
