import type { Card, Criterion } from '../card'

/** A card with a criterion put in behind those of its group, or changed where `code` says which; 'taken' where its code is. */
export function withCriterion(card: Card, code: string | null, criterion: Criterion): Card | 'taken' {
  if (code !== null) {
    const was = card.criteria.find((each) => each.code === code)
    if (!was) return card
    const changed = { ...criterion, code, ...(was.retired ? { retired: true as const } : {}) }
    return { ...card, criteria: card.criteria.map((each) => (each.code === code ? changed : each)) }
  }
  if (card.criteria.some((each) => each.code === criterion.code)) return 'taken'
  const last = card.criteria.findLastIndex(({ group }) => group === criterion.group)
  const at = last < 0 ? card.criteria.length : last + 1
  return { ...card, criteria: card.criteria.toSpliced(at, 0, criterion) }
}

/** A card with a criterion retired, or scored again. */
export function withRetired(card: Card, code: string, isRetired: boolean): Card {
  return {
    ...card,
    criteria: card.criteria.map((each) => {
      if (each.code !== code) return each
      const { retired: _, ...kept } = each
      return isRetired ? { ...kept, retired: true as const } : kept
    }),
  }
}

/** A card with a criterion one place up or down among those of its group; at the end it stays. */
export function withMoved(card: Card, code: string, by: -1 | 1): Card {
  const at = card.criteria.findIndex((each) => each.code === code)
  const own = card.criteria[at]
  if (!own) return card
  let other = at + by
  while (card.criteria[other] && card.criteria[other]!.group !== own.group) other += by
  const there = card.criteria[other]
  if (!there) return card
  return {
    ...card,
    criteria: card.criteria.map((each, i) => (i === at ? there : i === other ? own : each)),
  }
}
