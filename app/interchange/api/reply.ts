import type { z } from 'zod'
import type { EndpointId, endpoints, matchPath } from './endpoints'
import type { MetaData } from './schemas/parts'

type Answer<Id extends EndpointId> = z.output<(typeof endpoints)[Id]['answer']>
type Item<Id extends EndpointId> = Answer<Id>['data'] extends readonly (infer Each)[] ? Each : never

/** What was asked of an endpoint. */
export type Asked<Id extends EndpointId> = {
  params: NonNullable<ReturnType<typeof matchPath>>['params']
  query: z.output<(typeof endpoints)[Id]['query']>
}

/**
 * What an endpoint answers once it is clear that it may. `stamp` names the state of everything it is made from, so that an
 * answer with the same stamp need not be made again; null where it can change at any moment.
 */
export type Reply<Id extends EndpointId> = (typeof endpoints)[Id]['paged'] extends true
  ? { stamp: string | null; total: number; make: (from: number, to: number) => ListPart<Item<Id>> }
  : { stamp: string | null; make: () => { data: Answer<Id>['data']; meta: MetaData } }

export type ListPart<Each> = { data: Each[]; meta: MetaData }

/** What an answer says of itself; `of` is the campaign that its figures are of. */
export function metaOf(
  of: { id: string; sample: boolean; method?: string | null } | null,
  sample = false,
): MetaData {
  return { version: '1', sample: of?.sample ?? sample, campaign: of?.id ?? null, method: of?.method ?? null }
}

/** A moment as the database writes it, in UTC. */
export function utc(moment: string): string
export function utc(moment: string | null): string | null
export function utc(moment: string | null): string | null {
  return moment === null ? null : new Date(moment).toISOString()
}
