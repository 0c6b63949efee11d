import type { Targets } from '~/competency/framework'
import type { Audience, Module } from './module'
import { requiredFirst } from './required-first'

/** What a person needs of a competency; `level` is null where it was not measured. */
export type Need = { competency: string; level: number | null; target: number }

/** The needs of work of which nothing was measured. */
export function unmeasured(targets: Targets): Need[] {
  return Object.entries(targets).map(([competency, target]) => ({ competency, level: null, target }))
}

export type Reason =
  /** Measured below what the position needs. */
  | { kind: 'gap'; competencies: string[] }
  /** The position needs it, and nothing was measured. */
  | { kind: 'needed'; competencies: string[] }
  | { kind: 'team' }
  /** Better learned before the module named, which is recommended. */
  | { kind: 'before'; module: string }

export type Advice = { module: string; reason: Reason }

type Learnable = Pick<Module, 'code' | 'for' | 'competencies' | 'requires'>
type Weighed = Advice & { gap: number; needed: number }

/**
 * What to learn, first things first: modules for `audience` that are not finished, by the levels of measured gaps that
 * they close, then by the levels needed that nobody has measured. A module never leads further than the position needs,
 * and what is required before it stands before it.
 */
export function recommend(
  modules: readonly Learnable[],
  needs: readonly Need[],
  audience: Audience,
  finished: ReadonlySet<string>,
): Advice[] {
  const open = modules.filter(({ code }) => !finished.has(code))
  const weighed = open
    .flatMap((module) => weigh(module, needs, audience) ?? [])
    .sort((a, b) => b.gap - a.gap || b.needed - a.needed)
  const order = requiredFirst(
    weighed.map(({ module }) => module),
    new Map(open.map(({ code, requires }) => [code, requires])),
  )
  return order.map(({ module, for: after }) => {
    const own = weighed.find((each) => each.module === module)?.reason
    return { module, reason: own ?? { kind: 'before', module: after! } }
  })
}

/** What a module closes of a need: the competency, by how many levels, and whether the gap was measured. */
export type Closed = { code: string; levels: number; measured: boolean }

/** The needs that a module brings further; never further than the position needs. */
export function closedBy({ competencies }: Pick<Module, 'competencies'>, needs: readonly Need[]): Closed[] {
  return competencies.flatMap(({ code, level }) => {
    const need = needs.find(({ competency }) => competency === code)
    const levels = need ? Math.min(need.target, level) - (need.level ?? 0) : 0
    return need && levels > 0 ? [{ code, levels, measured: need.level !== null }] : []
  })
}

function weigh(module: Learnable, needs: readonly Need[], audience: Audience): Weighed | null {
  if (!module.for.includes(audience)) return null
  const closed = closedBy(module, needs)
  const sum = (measured: boolean) =>
    closed.reduce((total, each) => total + (each.measured === measured ? each.levels : 0), 0)
  const [gap, needed] = [sum(true), sum(false)]
  const competencies = closed.filter(({ measured }) => measured === gap > 0).map(({ code }) => code)
  if (competencies.length > 0)
    return {
      module: module.code,
      reason: { kind: gap > 0 ? 'gap' : 'needed', competencies },
      gap,
      needed,
    }
  return audience === 'team' ? { module: module.code, reason: { kind: 'team' }, gap, needed } : null
}
