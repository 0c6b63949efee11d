import { shuffled } from '~/assessment/shuffle'

export type Drawable = { id: string; competency: string }

/**
 * The items of an attempt in the order asked, by its seed alone: every competency as often as the pool allows, and of
 * each the items that earlier attempts asked least. `asked` counts those by item.
 */
export function drawItems(
  pool: Drawable[],
  count: number,
  asked: ReadonlyMap<string, number>,
  seed: string,
): string[] {
  const times = ({ id }: Drawable) => asked.get(id) ?? 0
  const mixed = shuffled(pool, `${seed}/pool`).sort((a, b) => times(a) - times(b))
  const left = new Map<string, Drawable[]>()
  for (const item of mixed) left.set(item.competency, [...(left.get(item.competency) ?? []), item])
  const drawn: string[] = []
  const wanted = Math.min(count, pool.length)
  while (drawn.length < wanted) {
    // One of each competency a round; where the last round is short, the items asked least come first.
    const round = [...left.values()]
      .flatMap((items) => items.splice(0, 1))
      .sort((a, b) => times(a) - times(b))
    drawn.push(...round.slice(0, wanted - drawn.length).map(({ id }) => id))
  }
  return shuffled(drawn, `${seed}/order`)
}
