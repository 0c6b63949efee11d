import { z } from 'zod'

/** What of a report is looked at: the parameters of its address. Anything unknown falls back to the whole. */
const schema = z.object({
  view: z.enum(['domains', 'competencies']).catch('domains'),
  domain: z.string().max(10).catch(''),
  group: z
    .string()
    .regex(/^department:[a-z0-9-]{1,60}$/)
    .catch(''),
  sort: z.string().max(20).catch('name'),
  dir: z.enum(['asc', 'desc']).optional().catch(undefined),
  /** Rows under their clusters. */
  by: z.enum(['', 'cluster']).catch(''),
  /** A name, or part of it, of the communes looked for. */
  q: z.string().trim().max(60).catch(''),
  /** Left out on the first page. */
  page: z.coerce.number().int().min(2).max(999).optional().catch(undefined),
})

export type GapView = z.infer<typeof schema>

export function parseGapQuery(search: URLSearchParams): GapView {
  return schema.parse(Object.fromEntries(search))
}

/** Names begin at A, figures at the largest. */
export function direction({ sort, dir }: Pick<GapView, 'sort' | 'dir'>): 'asc' | 'desc' {
  return dir ?? (sort === 'name' ? 'asc' : 'desc')
}
