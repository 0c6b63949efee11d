import type { z } from 'zod'
import { Problem, type WrongParameter } from './problem'

/** The parameters of an address as its schema reads them, and as they were sent without those that say what holds anyway. */
export type ReadQuery<S extends z.ZodObject> = { query: z.output<S>; asked: Record<string, string> }

/**
 * Reads the query of an endpoint. A name that it does not know, a name sent twice, or a value outside of its range is
 * refused by name: what was misspelt would else be answered with everything.
 * @throws Problem bad-query
 */
export function readQuery<S extends z.ZodObject>(schema: S, search: URLSearchParams): ReadQuery<S> {
  const sent = [...search.keys()]
  const known = (name: string) => Object.hasOwn(schema.shape, name)
  const wrong = new Map<string, WrongParameter>()
  for (const name of sent)
    if (!known(name) || sent.indexOf(name) !== sent.lastIndexOf(name))
      wrong.set(name, { name, known: known(name) })
  const parsed = schema.safeParse(Object.fromEntries(search))
  for (const { path } of parsed.error?.issues ?? []) {
    const name = String(path[0] ?? '')
    if (known(name)) wrong.set(name, { name, known: true })
  }
  if (!parsed.success || wrong.size > 0)
    throw new Problem('bad-query', { parameters: [...wrong.values()].slice(0, 10) })
  const usual = schema.parse({}) as Record<string, unknown>
  const query = parsed.data as Record<string, unknown>
  const asked = Object.fromEntries(
    Object.entries(query).flatMap(([name, value]) => (value === usual[name] ? [] : [[name, String(value)]])),
  )
  return { query: parsed.data, asked }
}
