import { z } from 'zod'
import type { Decisions } from './diff-types'

/** The small forms of a preview that have the file read in another way. */
export const rereadSchema = z
  .discriminatedUnion('intent', [
    z.object({ intent: z.literal('convert') }),
    z.object({ intent: z.literal('sheet'), sheet: z.string().min(1) }),
    z.object({ intent: z.literal('commune'), commune: z.string().regex(/^\d{5}$/) }),
    z.object({
      intent: z.literal('accept'),
      column: z.enum(['commune', 'positions']),
      value: z.string().min(1).max(500),
      code: z.string().regex(/^[a-z0-9-]{1,64}$/),
    }),
  ])
  .transform((form) => {
    if (form.intent === 'convert') return { convertLegacy: true as const }
    if (form.intent === 'sheet') return { sheet: form.sheet }
    if (form.intent === 'commune') return { communeCode: form.commune }
    const { column, value, code } = form
    return { accept: { column, value, code } }
  })

/** The decisions of a form, `decision.<row>` each: `same:<person>`, `different`, or nothing yet. */
export function parseDecisions(form: Iterable<[string, unknown]>): Decisions {
  const decisions: Decisions = {}
  for (const [name, value] of form) {
    const row = /^decision\.(\d{1,6})$/.exec(name)?.[1]
    if (!row) continue
    if (value === 'different') decisions[Number(row)] = 'different'
    else if (typeof value === 'string' && value.startsWith('same:'))
      decisions[Number(row)] = { same: value.slice(5) }
  }
  return decisions
}
