import { randomInt } from 'node:crypto'
import { numberOf, randomLength } from './number'

/** A number that nobody can guess. */
export function newNumber(): string {
  return numberOf(Array.from({ length: randomLength }, () => randomInt(32)))
}
