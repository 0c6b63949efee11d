import type { Section } from './form'

export type QuizSection = Extract<Section, { kind: 'quiz' }>
type BlueprintCell = NonNullable<QuizSection['blueprint']>[number]

/** How a quiz gets its items. */
type Composition =
  | { by: 'profile'; perCompetency: number; levels: number[] }
  | { by: 'items'; items: string[] }
  | { by: 'blueprint'; cells: BlueprintCell[] }

/** How the items of a quiz are found; null where the section says it in no way, in two, or in half of one. */
export function compositionOf(section: QuizSection): Composition | null {
  const { perCompetency, levels, items, blueprint } = section
  const profile = perCompetency !== undefined || levels !== undefined
  if ([profile, items !== undefined, blueprint !== undefined].filter(Boolean).length !== 1) return null
  if (items) return { by: 'items', items }
  if (blueprint) return { by: 'blueprint', cells: blueprint }
  return perCompetency && levels && levels.length > 0 ? { by: 'profile', perCompetency, levels } : null
}

/**
 * Whether the quiz of a form can be asked item by item as the answers go: not where it is a list of items, which is asked as
 * it stands.
 */
export function canAdapt(sections: readonly Section[]): boolean {
  return !sections.some((section) => section.kind === 'quiz' && section.items !== undefined)
}

/** The most items of an adaptive quiz, as its section says; null where it leaves that to the standard. */
export function mostItems({ most, blueprint }: QuizSection): number | null {
  return most ?? (blueprint ? blueprint.reduce((sum, { count }) => sum + count, 0) : null)
}
