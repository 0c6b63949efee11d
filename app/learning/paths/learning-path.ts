import { minutesOf, type Audience, type Module } from '../module'
import { closedBy, type Need } from '../recommend'
import { requiredFirst } from '../required-first'

export type Learnable = Pick<Module, 'code' | 'for' | 'competencies' | 'requires' | 'lessons'>

/** A competency and the level that a step leads to, never above the one needed. */
export type Cover = { competency: string; level: number }

export type PathStep = {
  module: string
  /** What it brings further than the steps before it. */
  covers: Cover[]
  /** The step that requires it, where it is there for nothing else. */
  before: string | null
}

/** A need that the path does not meet: `reached` is the level at its end, `start` the one at its beginning. */
export type Missing = { competency: string; target: number; start: number; reached: number }

export type LearningPath = { steps: PathStep[]; missing: Missing[] }

/**
 * The modules that lead to what is needed, in the order of learning. Greedy set cover (Chvátal 1979, Math. Oper. Res.
 * 4:233): always the module for `audience` that brings the open needs most levels further, of several the shortest, then
 * by its code, each after what it requires. What the others make superfluous is left out again. Every need is met, or it
 * stands in `missing`.
 */
export function learningPath(
  modules: readonly Learnable[],
  needs: readonly Need[],
  audience: Audience,
): LearningPath {
  const ordered = modules
    .map((module) => asFor(module, audience))
    .sort((a, b) => minutesOf(a) - minutesOf(b) || (a.code < b.code ? -1 : 1))
  const chosen = inOrder(ordered, needs, audience)
  const kept = withoutUseless(chosen, needs)
  const steps: PathStep[] = []
  let open = needs
  for (const { module, requiredBy } of inOrder(kept, needs, audience)) {
    const covers = coversOf(module, open)
    steps.push({ module: module.code, covers, before: covers.length > 0 ? null : requiredBy })
    open = furtherWith(module, open)
  }
  const missing = open.flatMap(({ competency, level, target }, i) =>
    (level ?? 0) < target ? [{ competency, target, start: needs[i]!.level ?? 0, reached: level ?? 0 }] : [],
  )
  return { steps, missing }
}

/** A module for others can be required, but what it teaches does not count. */
function asFor(module: Learnable, audience: Audience): Learnable {
  return module.for.includes(audience) ? module : { ...module, competencies: [] }
}

type Chosen = { module: Learnable; requiredBy: string | null }

function inOrder(modules: readonly Learnable[], needs: readonly Need[], audience: Audience): Chosen[] {
  const requires = new Map(modules.map((module) => [module.code, module.requires]))
  const byCode = new Map(modules.map((module) => [module.code, module]))
  const chosen = new Map<string, Chosen>()
  let open = needs
  for (;;) {
    const next = greatest(modules, open, audience, chosen)
    if (!next) return [...chosen.values()]
    for (const { module: code, for: requiredBy } of requiredFirst([next.code], requires)) {
      if (chosen.has(code)) continue
      const module = byCode.get(code)!
      chosen.set(code, { module, requiredBy })
      open = furtherWith(module, open)
    }
  }
}

function greatest(
  modules: readonly Learnable[],
  open: readonly Need[],
  audience: Audience,
  chosen: ReadonlyMap<string, Chosen>,
): Learnable | null {
  const gainOf = (module: Learnable) => closedBy(module, open).reduce((sum, { levels }) => sum + levels, 0)
  const best = modules
    .filter((module) => module.for.includes(audience) && !chosen.has(module.code))
    .reduce<{ module: Learnable; gain: number } | null>((most, module) => {
      const gain = gainOf(module)
      return gain > (most?.gain ?? 0) ? { module, gain } : most
    }, null)
  return best?.module ?? null
}

/** Takes out, the last first, what nothing else requires and whose needs the others meet without it. */
function withoutUseless(chosen: readonly Chosen[], needs: readonly Need[]): Learnable[] {
  let kept = chosen.map(({ module }) => module)
  for (;;) {
    const useless = kept.findLast((module) => {
      const others = kept.filter((each) => each !== module)
      if (others.some(({ requires }) => requires.includes(module.code))) return false
      return levelsWith(others, needs) === levelsWith(kept, needs)
    })
    if (!useless) return kept
    kept = kept.filter((module) => module !== useless)
  }
}

/** The levels that all needs together stand at after these modules; more modules never lower it. */
function levelsWith(modules: readonly Learnable[], needs: readonly Need[]): number {
  const after = modules.reduce((open, module) => furtherWith(module, open), needs)
  return after.reduce((sum, { level }) => sum + (level ?? 0), 0)
}

function furtherWith(module: Learnable, needs: readonly Need[]): readonly Need[] {
  const closed = new Map(closedBy(module, needs).map(({ code, levels }) => [code, levels]))
  return needs.map((need) => ({
    ...need,
    level: closed.has(need.competency) ? (need.level ?? 0) + closed.get(need.competency)! : need.level,
  }))
}

function coversOf(module: Learnable, open: readonly Need[]): Cover[] {
  return closedBy(module, open).map(({ code, levels }) => ({
    competency: code,
    level: (open.find(({ competency }) => competency === code)?.level ?? 0) + levels,
  }))
}
