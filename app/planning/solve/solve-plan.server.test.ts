import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { bestOfEveryPlan } from '../../../tests/builders/every-plan'
import { smallPlan } from '../../../tests/builders/small-plan'
import type { ClassWish, PlanProblem } from '../problem'
import type { Demand, PlanSolution, SolvedClass, SolveResult } from '../solution'
import { breaches, costOf, gainOf } from './check-plan'
import { demands, withoutDemands } from './relax-demands'
import { solvePlan, solvePlanInThread } from './solve-plan.server'

const seeds = fc.integer({ min: 1, max: 1_000_000 })
const solve = (problem: PlanProblem, weeklyMost?: number) => solvePlan(problem, { seconds: 20, weeklyMost })
const planOf = (result: SolveResult): PlanSolution => {
  if (result.kind !== 'plan') throw new Error(`no plan: ${JSON.stringify(result.clash)}`)
  return result.plan
}

const wishOf = (one: SolvedClass): ClassWish => ({
  module: one.module,
  delivery: one.delivery as 'class' | 'visit',
  venue: one.venue,
  commune: one.commune,
  week: one.week,
  trainer: one.trainer,
  seats: one.seats,
})

describe('solving a plan', { timeout: 90_000 }, () => {
  it('finds the optimum of small problems, as trying every plan does', async () => {
    let plans = 0
    await fc.assert(
      fc.asyncProperty(seeds, async (seed) => {
        const problem = smallPlan(seed)
        const best = bestOfEveryPlan(problem)
        const result = await solve(problem)
        expect(result.kind).toBe(best === null ? 'infeasible' : 'plan')
        if (result.kind === 'infeasible' || best === null) return
        plans++
        const { plan } = result
        expect(plan.value).toBeCloseTo(best, 6)
        expect(plan.gap).toBeLessThan(1e-6)
        expect(plan.ended).toBe('optimal')
        expect(plan.greedy).toBeLessThanOrEqual(plan.value + 1e-9)
        expect(breaches(problem, plan.classes)).toEqual([])
        expect(gainOf(problem, plan.classes)).toBeCloseTo(plan.value, 9)
        expect(costOf(problem, plan.classes).total).toBe(plan.total)
        expect(plan.total).toBeLessThanOrEqual(problem.rules.budget)
      }),
      { numRuns: 40, seed: 20_261 },
    )
    expect(plans).toBeGreaterThan(20)
  })

  it('never breaks a rule nor its bound when it plans in stages', async () => {
    let plans = 0
    let optima = 0
    await fc.assert(
      fc.asyncProperty(seeds, async (seed) => {
        const problem = smallPlan(seed)
        const best = bestOfEveryPlan(problem)
        const result = await solve(problem, 0)
        if (best === null) expect(result.kind).toBe('infeasible')
        if (result.kind === 'infeasible' || best === null) return
        plans++
        const { plan } = result
        if (plan.value > best - 1e-6) optima++
        expect(breaches(problem, plan.classes)).toEqual([])
        expect(plan.value).toBeLessThanOrEqual(best + 1e-6)
        expect(plan.bound).toBeGreaterThanOrEqual(best - 1e-6)
        expect(plan.greedy).toBeLessThanOrEqual(plan.value + 1e-9)
        expect(plan.gap).toBeCloseTo(plan.bound > 0 ? (plan.bound - plan.value) / plan.bound : 0, 6)
      }),
      { numRuns: 30, seed: 20_262 },
    )
    expect(plans).toBeGreaterThan(10)
    expect(optima / plans).toBeGreaterThan(0.6)
  })

  it('names a smallest set of demands that clash', async () => {
    let clashes = 0
    await fc.assert(
      fc.asyncProperty(seeds, async (seed) => {
        const drawn = smallPlan(seed)
        const problem: PlanProblem = {
          ...drawn,
          communes: drawn.communes.map((one) => ({ ...one, least: one.people })),
          modules: drawn.modules.map((one) => ({ ...one, classes: { least: 1, most: null } })),
        }
        const result = await solve(problem)
        if (result.kind === 'plan') return
        clashes++
        const named = new Set(result.clash.map((one) => one.demand))
        const dropped = new Set<Demand>(demands.filter((one) => !named.has(one)))
        expect((await solve(withoutDemands(problem, dropped))).kind).toBe('infeasible')
        for (const one of named) {
          const fewer = withoutDemands(problem, new Set([...dropped, one]))
          expect((await solve(fewer)).kind, `${seed} without ${one}`).toBe('plan')
        }
      }),
      { numRuns: 8, seed: 20_263 },
    )
    expect(clashes).toBeGreaterThan(2)
  })

  it('keeps pinned classes as they are, in one model and in stages', async () => {
    await fc.assert(
      fc.asyncProperty(seeds, fc.boolean(), async (seed, isBare) => {
        const problem = { ...smallPlan(seed), rules: { budget: 900, perPerson: 2 } }
        const first = await solve(problem)
        if (first.kind === 'infeasible') return
        const held = first.plan.classes.find((one) => one.delivery !== 'online')
        if (!held) return
        const pin = {
          ...wishOf(held),
          // The name that another class of the plan would have by itself.
          key: first.plan.classes.at(-1)!.key,
          ...(isBare ? { week: null, trainer: null, seats: null } : {}),
        }
        const pinned: PlanProblem = { ...problem, pins: [pin], rules: { ...problem.rules, budget: 700 } }
        for (const size of [undefined, 0]) {
          const second = await solve(pinned, size)
          if (second.kind === 'infeasible') continue
          const kept = second.plan.classes.find((one) => one.key === pin.key)!
          expect(kept).toMatchObject({ pinned: true, module: held.module, venue: held.venue })
          expect(new Set(second.plan.classes.map(({ key }) => key)).size).toBe(second.plan.classes.length)
          if (!isBare) expect(wishOf(kept)).toEqual(wishOf(held))
          expect(breaches(pinned, second.plan.classes)).toEqual([])
        }
      }),
      { numRuns: 15, seed: 20_264 },
    )
  })

  it('is never worse with more money, and keeps what stood where that costs nothing', async () => {
    await fc.assert(
      fc.asyncProperty(seeds, async (seed) => {
        const problem = smallPlan(seed)
        const first = await solve(problem)
        if (first.kind === 'infeasible') return
        const rules = { ...problem.rules, budget: problem.rules.budget + 100 }
        expect(planOf(await solve({ ...problem, rules })).value).toBeGreaterThanOrEqual(
          first.plan.value - 1e-6,
        )
        const held = first.plan.classes.filter((one) => one.delivery !== 'online')
        const again = planOf(await solve({ ...problem, earlier: held.map(wishOf) }))
        expect(again.value).toBeGreaterThanOrEqual(first.plan.value * (1 - 1e-4))
        const names = (classes: SolvedClass[]) =>
          classes.flatMap((one) => (one.delivery === 'online' ? [] : [`${one.key} ${one.trainer}`])).sort()
        expect(names(again.classes)).toEqual(names(first.plan.classes))
      }),
      { numRuns: 12, seed: 20_265 },
    )
  })
})

describe('problems at the edge', () => {
  const base = () => {
    const problem = smallPlan(3)
    const modules = [
      { code: 'M', days: 1, class: { least: 1, most: 3 }, classes: { least: 0, most: null } },
    ] satisfies PlanProblem['modules']
    const week = { days: [3, 3], free: [3, 3] }
    return {
      ...problem,
      weeks: [3, 3],
      modules,
      communes: problem.communes.map((one) => ({ ...one, least: 0 })),
      offers: problem.groups.map((group, g) => ({
        module: 0,
        group: g,
        most: group.people,
        gain: { class: 1 },
      })),
      overlaps: [],
      venues: [
        {
          id: 'V',
          seats: 5,
          rooms: 1,
          days: week.days,
          reach: problem.communes.map((_, commune) => ({ commune, hours: 1 })),
          not: [],
        },
      ],
      trainers: [{ id: 'T', modules: [0], days: 3, free: week.free }],
      rules: { budget: 10_000, perPerson: 2 },
    } satisfies PlanProblem
  }

  it('makes an empty plan of no money, where nothing is asked for', async () => {
    const plan = planOf(await solve({ ...base(), rules: { budget: 0, perPerson: 1 } }))
    expect(plan).toMatchObject({ classes: [], value: 0, gap: 0, total: 0, ended: 'optimal' })
    expect(plan.short.every((one) => one.why === 'budget')).toBe(true)
    expect(plan.short.length).toBeGreaterThan(0)
  })

  it('says of people with as many modules as allowed that this is why they have no more', async () => {
    const problem = base()
    const second = { ...problem.modules[0]!, code: 'N' }
    const both = [
      ...problem.offers,
      ...problem.offers.map((offer) => ({ ...offer, module: 1, gain: { class: 0.1 } })),
    ]
    const plan = planOf(
      await solve({
        ...problem,
        modules: [...problem.modules, second],
        offers: both,
        venues: problem.venues.map((one) => ({ ...one, rooms: 9, seats: 99 })),
        trainers: Array.from({ length: 9 }, (_, t) => ({
          ...problem.trainers[0]!,
          id: `T${t}`,
          modules: [0, 1],
        })),
        units: problem.units.map((one) => ({ ...one, away: one.people })),
        rules: { budget: 1e9, perPerson: 1 },
      }),
    )
    expect(plan.short.length).toBeGreaterThan(0)
    expect(new Set(plan.short.map(({ module, why }) => `${module} ${why}`))).toEqual(new Set(['1 perPerson']))
  })

  it('says what money a required class needs', async () => {
    const problem = base()
    const required = [{ ...problem.modules[0]!, classes: { least: 1, most: null } }]
    const result = await solve({ ...problem, modules: required, rules: { budget: 100, perPerson: 1 } })
    expect(result).toEqual({
      kind: 'infeasible',
      clash: [
        { demand: 'required', values: { module: 'M', classes: 1 } },
        { demand: 'budget', values: { have: 100, need: 190 } },
      ],
    })
  })

  it('leaves out a module that nobody can teach, and refuses it where it must be taught', async () => {
    const problem = { ...base(), trainers: [] }
    const plan = planOf(await solve(problem))
    expect(plan.classes).toEqual([])
    expect(new Set(plan.short.map((one) => one.why))).toEqual(new Set(['trainers']))
    const required = [{ ...problem.modules[0]!, classes: { least: 1, most: null } }]
    const result = await solve({ ...problem, modules: required })
    expect(result).toMatchObject({
      kind: 'infeasible',
      clash: [{ demand: 'trainers', values: { module: 'M' } }, { demand: 'required' }],
    })
  })

  it('names a commune that must have seats and reaches no venue', async () => {
    const problem = base()
    const result = await solve({
      ...problem,
      communes: problem.communes.map((one, c) => ({ ...one, least: c === 0 ? 1 : 0 })),
      venues: problem.venues.map((one) => ({
        ...one,
        reach: one.reach.filter((reach) => reach.commune !== 0),
      })),
    })
    expect(result).toMatchObject({
      kind: 'infeasible',
      clash: [
        { demand: 'reach', values: { commune: 'C0' } },
        { demand: 'coverage', values: { commune: 0, seats: 1 } },
      ],
    })
  })

  it('solves beside the server and reports how far it is', async () => {
    const stages = new Set<string | undefined>()
    const result = await solvePlanInThread({ problem: base(), seconds: 10 }, (_done, _total, stage) =>
      stages.add(stage),
    )
    expect(planOf(result).value).toBeGreaterThan(0)
    expect([...stages]).toEqual(['greedy', 'seats', 'more'])
  })
})
