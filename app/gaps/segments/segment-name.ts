import type { Message } from '~/formats/message'

/**
 * The name of a segment in plain words: how large its gaps are, and in which domains (by index) they are larger than its
 * other ones would suggest. `key` is in the namespace `segments`; its text asks for {{domains}} where there are any.
 */
export type SegmentName = { key: string; domains: number[] }

/** Mean distances to target, in logits, up to which a gap is called so; a level is about one logit wide. */
const sizes = [
  { upTo: -1.5, word: 'veryLarge' },
  { upTo: -0.75, word: 'large' },
  { upTo: -0.25, word: 'moderate' },
  { upTo: 0.25, word: 'small' },
  { upTo: Infinity, word: 'none' },
] as const

export type GapSize = (typeof sizes)[number]['word']

/** How large a gap is called whose mean distance to target is `distance` logits. */
export function gapSize(distance: number): GapSize {
  return sizes.find(({ upTo }) => distance <= upTo)!.word
}

/** So much further below target than in the whole, beside the segment's own mean, stands out. */
const standsOut = 0.25
const mostDomains = 2

/** The words for one segment, from its distances per domain and those of everybody; null is a domain nobody needs. */
export function segmentName(
  meanDistance: number,
  domains: readonly (number | null)[],
  whole: { meanDistance: number; domains: readonly (number | null)[] },
): SegmentName {
  const word = gapSize(meanDistance)
  const standing = domains
    .map((distance, domain) => {
      const all = whole.domains[domain] ?? null
      if (distance === null || all === null) return { domain, by: 0 }
      return { domain, by: distance - meanDistance - (all - whole.meanDistance) }
    })
    .filter(({ by }) => by <= -standsOut)
    .sort((a, b) => a.by - b.by || a.domain - b.domain)
    .slice(0, mostDomains)
    .map(({ domain }) => domain)
  return { key: `name.${word}${standing.length > 0 ? 'In' : ''}`, domains: standing }
}

/** The message of a name: `labels` are the domains' names in one language, `and` its word between the last two. */
export function nameMessage({ key, domains }: SegmentName, labels: readonly string[], and: string): Message {
  if (domains.length === 0) return { key }
  return { key, values: { domains: domains.map((domain) => labels[domain]!).join(` ${and} `) } }
}
