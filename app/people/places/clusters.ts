import { z } from 'zod'
import { fold, nfc } from '~/formats/fold'

/** Communes that a province looks at together: a cụm. A commune is in one cluster at most. */
export type Cluster = { id: string; name: string; communes: string[] }

export const clusterNameSchema = z.object({
  name: z
    .string({ error: 'form.name.missing' })
    .transform((text) => nfc(text).replace(/\s+/g, ' ').trim())
    .pipe(z.string().min(2, { error: 'form.name.missing' }).max(80, { error: 'form.name.long' })),
})

/** Whether another cluster has this name, however it is spelled. */
export function isNameTaken(clusters: readonly Cluster[], id: string | null, name: string): boolean {
  return clusters.some((other) => other.id !== id && fold(other.name) === fold(name))
}

/** What a cluster's new communes do to all of them: `moved` came out of another one. */
export type Filled = { clusters: Cluster[]; moved: { code: string; from: string }[] }

/** The clusters once `id` holds exactly `codes`: what it takes leaves the cluster where it was. */
export function filled(clusters: readonly Cluster[], id: string, codes: readonly string[]): Filled {
  const wanted = new Set(codes)
  const moved = clusters.flatMap((other) =>
    other.id === id
      ? []
      : other.communes.filter((code) => wanted.has(code)).map((code) => ({ code, from: other.name })),
  )
  return {
    clusters: clusters.map((each) => ({
      ...each,
      communes: each.id === id ? [...wanted] : each.communes.filter((code) => !wanted.has(code)),
    })),
    moved,
  }
}

/** The clusters with one of them a place further up or down; at the end it stays. */
export function reordered<C extends { id: string }>(
  clusters: readonly C[],
  id: string,
  way: 'up' | 'down',
): C[] {
  const at = clusters.findIndex((each) => each.id === id)
  const to = way === 'up' ? at - 1 : at + 1
  if (at < 0 || to < 0 || to >= clusters.length) return [...clusters]
  const next = [...clusters]
  ;[next[at], next[to]] = [next[to]!, next[at]!]
  return next
}

/** The communes ticked in a form: each has a name of its own, `in.01321`, so that all that was ticked comes back. */
export function tickedIn(names: Iterable<string>): string[] {
  return [...names].flatMap((name) => (/^in\.\d{5}$/.test(name) ? [name.slice(3)] : []))
}
