import type { Audience, Module } from './module'

/** What a person needs of a competency; `level` is null where it was not measured. */
export type Need = { competency: string; level: number | null; target: number }

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
  const byCode = new Map(open.map((module) => [module.code, module]))
  const advised = new Map<string, Advice>()
  for (const { module, reason } of weighed) withRequired({ module, reason })
  return [...advised.values()]

  function withRequired(advice: Advice): void {
    if (advised.has(advice.module)) return
    // Stands in the map before what it requires is looked at, so that two that require each other come to an end.
    advised.set(advice.module, advice)
    for (const required of byCode.get(advice.module)?.requires ?? []) {
      if (!byCode.has(required)) continue
      const own = weighed.find(({ module }) => module === required)?.reason
      withRequired({ module: required, reason: own ?? { kind: 'before', module: advice.module } })
    }
    advised.delete(advice.module)
    advised.set(advice.module, advice)
  }
}

function weigh(module: Learnable, needs: readonly Need[], audience: Audience): Weighed | null {
  if (!module.for.includes(audience)) return null
  const closed = module.competencies.flatMap(({ code, level }) => {
    const need = needs.find(({ competency }) => competency === code)
    const levels = need ? Math.min(need.target, level) - (need.level ?? 0) : 0
    return need && levels > 0 ? [{ code, levels, measured: need.level !== null }] : []
  })
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
