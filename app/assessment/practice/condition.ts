import { z } from 'zod'
import { fold } from '~/formats/fold'

/** What the simulation remembers, and what a field of a screen holds: a multiple choice holds the ids that were ticked. */
export type Value = string | number | boolean | string[]
export type Values = Readonly<Record<string, Value>>

const plain = z.union([z.string(), z.number(), z.boolean()])
const range = z.strictObject({ from: z.number().optional(), to: z.number().optional() })
const test = z.union([
  plain,
  z.array(plain).min(1),
  z.strictObject({ not: z.union([plain, z.array(plain)]) }),
  range,
])
const every = z.record(z.string(), test)

/** Every test of a record holds; of a list of records, those of one of them. */
export const conditionSchema = z.union([every, z.array(every).min(1)])

export type Plain = z.infer<typeof plain>
export type Test = z.infer<typeof test>
export type Condition = z.infer<typeof conditionSchema>

/** Whether a condition holds; without one it does. A name with a dot asks whether an option of a multiple choice is ticked. */
export function holds(condition: Condition | undefined, values: Values): boolean {
  if (condition === undefined) return true
  return recordsOf(condition).some((record) =>
    Object.entries(record).every(([name, wanted]) => passes(wanted, valueOf(name, values))),
  )
}

export function recordsOf(condition: Condition | undefined): Record<string, Test>[] {
  if (condition === undefined) return []
  return Array.isArray(condition) ? condition : [condition]
}

/** The value of a name, or of an option of a multiple choice written `field.option`. */
export function valueOf(name: string, values: Values): Value | undefined {
  const dot = name.indexOf('.')
  if (dot < 0) return values[name]
  const ticked = values[name.slice(0, dot)]
  return Array.isArray(ticked) && ticked.includes(name.slice(dot + 1))
}

function passes(wanted: Test, value: Value | undefined): boolean {
  if (Array.isArray(wanted)) return wanted.some((each) => same(each, value))
  if (typeof wanted !== 'object') return same(wanted, value)
  if ('not' in wanted) return !passes(wanted.not, value)
  if (typeof value !== 'number') return false
  const { from = -Infinity, to = Infinity } = wanted
  return value >= from && value <= to
}

/** Texts are compared folded and without spaces, as people type them. */
function same(wanted: Plain, value: Value | undefined): boolean {
  if (typeof wanted === 'string' && typeof value === 'string') return squeezed(wanted) === squeezed(value)
  return wanted === value
}

function squeezed(text: string): string {
  return fold(text).replace(/\s/g, '')
}

/** The plain values that a test names, and for a range its ends and what lies just outside. */
export function namedValues(wanted: Test): Plain[] {
  if (Array.isArray(wanted)) return wanted
  if (typeof wanted !== 'object') return [wanted]
  if ('not' in wanted) return Array.isArray(wanted.not) ? wanted.not : [wanted.not]
  const { from, to } = wanted
  return [from, to].flatMap((end) => (end === undefined ? [] : [end - 1, end, end + 1]))
}
