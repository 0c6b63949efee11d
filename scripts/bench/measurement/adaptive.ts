// The adaptive quiz against a fixed form: how many items it needs for the precision that the form reaches.
import { performance } from 'node:perf_hooks'
import { precisionOf } from '../../../app/assessment/adaptive/gain.ts'
import { nextItem } from '../../../app/assessment/adaptive/next-item.ts'
import {
  type AdaptiveSettings,
  type BankItem,
  shippedSettings,
  type Target,
} from '../../../app/assessment/adaptive/types.ts'
import { drawResponse } from '../../../app/assessment/irt/models.ts'
import type { Observation } from '../../../app/assessment/irt/likelihood.ts'
import { type Posterior, posterior, update } from '../../../app/assessment/irt/posterior.ts'
import { type Components, type Prior, structuredPrior } from '../../../app/assessment/irt/prior.ts'
import { cholesky, type Matrix } from '../../../app/assessment/numeric/matrix.ts'
import { normalDraw, type Random, seeded, shuffle } from '../../../app/assessment/numeric/random.ts'
import { mean, median, quantile, variance } from '../../../app/assessment/numeric/statistics.ts'

type Condition = {
  name: string
  components: Components
  asymptote: number
  targets: number
  /** 'mean': the quiz stops at the mean precision of the fixed forms; 'own': at that of the same person's form. */
  bar: 'mean' | 'own'
  most: number
}
type Sitting = {
  items: number
  fixed: number
  onTargets: number
  reached: number
  goal: number
  errors: number[]
  covered: boolean[]
  /** Whether the estimate is on the same side of the target's threshold as the truth. */
  sides: boolean[]
  easyRight: number
  reason: string
  relaxed: boolean
}
type Seed = { seed: number; sittings: Sitting[]; exposure: number; choosing: number[]; updating: number[] }

const domainOf = [2, 3, 6, 4, 4, 4, 3, 6].flatMap((size, domain) => Array<number>(size).fill(domain))
const competencies = domainOf.length
const strong: Components = { general: 0.6, domain: 0.2, own: 0.2 }
const weak: Components = { general: 0.3, domain: 0.3, own: 0.4 }
const thresholds = [-1, 0, 1]
const start: Condition = { name: '', components: strong, asymptote: 0, targets: 12, bar: 'mean', most: 60 }

/** Log a ~ N(0, 0.3²), b ~ N(0, 1), as many items a competency as can be (9 or 10 of 300). */
function bankOf(random: Random, size: number, asymptote: number): BankItem[] {
  return Array.from({ length: size }, (_, i) => ({
    id: `item-${String(i).padStart(4, '0')}`,
    code: `item-${i}`,
    dimension: i % competencies,
    level: 1,
    family: null,
    pilot: false,
    parameters: {
      model: '2pl',
      a: Math.exp(0.3 * normalDraw(random)),
      b: normalDraw(random),
      ...(asymptote > 0 ? { c: asymptote } : {}),
    },
  }))
}

function drawAbility(random: Random, l: Matrix): Float64Array {
  const z = Float64Array.from({ length: competencies }, () => normalDraw(random))
  return z.map((_, i) => {
    let sum = 0
    for (let k = 0; k <= i; k++) sum += l.data[i * competencies + k]! * z[k]!
    return sum
  })
}

/** `many` items drawn at random, balanced over the competencies: each gets as many as any other, or one more. */
function balancedForm(random: Random, bank: readonly BankItem[], over: readonly number[], many: number) {
  const order = shuffle(random, over)
  return order.flatMap((k, place) => {
    const own = bank.filter(({ dimension }) => dimension === k)
    const share = Math.floor(many / over.length) + (place < many % over.length ? 1 : 0)
    return shuffle(random, own).slice(0, share)
  })
}

function runSeed(condition: Condition, seed: number, people: number): Seed {
  const random = seeded(`adaptive ${condition.components.general} ${condition.asymptote} ${seed}`)
  const prior = structuredPrior(domainOf, condition.components)
  const l = cholesky(prior.covariance)
  const bank = bankOf(random, 300, condition.asymptote)
  const persons = Array.from({ length: people }, () => {
    const theta = drawAbility(random, l)
    const needed = shuffle(
      random,
      domainOf.map((_, k) => k),
    ).slice(0, condition.targets)
    const targets = needed.map((dimension) => ({
      dimension,
      threshold: thresholds[Math.floor(random() * thresholds.length)]!,
    }))
    const after = (form: readonly BankItem[]) =>
      precisionOf({
        posterior: posterior(
          prior,
          form.map((item) => answer(random, item, theta)),
        ),
        targets,
      })
    const every = domainOf.map((_, k) => k)
    return {
      theta,
      targets,
      fixed: after(balancedForm(random, bank, every, 60)),
      onTargets: after(balancedForm(random, bank, needed, 30)),
    }
  })
  const bar = mean(persons.map(({ fixed }) => fixed))
  const shown = new Map<string, number>()
  const choosing: number[] = []
  const updating: number[] = []
  const sittings = persons.map((person, i): Sitting => {
    const goal = condition.bar === 'own' ? person.fixed : bar
    const settings = { ...shippedSettings, most: condition.most, pilots: 0, precision: goal }
    const sat = sit({ ...person, bank, prior, settings, shown, people: i + 1, seed: `${seed}/${i}`, random })
    choosing.push(...sat.choosing)
    updating.push(...sat.updating)
    const told = truth(sat.posterior, person.targets, person.theta)
    const reached = precisionOf({ posterior: sat.posterior, targets: person.targets })
    return { ...person, ...sat, ...told, goal, reached }
  })
  return { seed, sittings, exposure: Math.max(...shown.values()) / people, choosing, updating }
}

const answer = (random: Random, item: BankItem, theta: Float64Array): Observation => ({
  dimension: item.dimension,
  parameters: item.parameters,
  category: drawResponse(item.parameters, theta[item.dimension]!, random),
})

function sit(at: {
  bank: readonly BankItem[]
  prior: Prior
  theta: Float64Array
  targets: readonly Target[]
  settings: AdaptiveSettings
  shown: Map<string, number>
  people: number
  seed: string
  random: Random
}) {
  const asked: string[] = []
  const observations: Observation[] = []
  const choosing: number[] = []
  const updating: number[] = []
  let now: Posterior = posterior(at.prior, [])
  let easyRight = 0
  let relaxed = false
  for (;;) {
    const began = performance.now()
    const choice = nextItem(at.bank, { ...at, domainOf, posterior: now, asked, seconds: 0 }, at.settings)
    choosing.push(performance.now() - began)
    if (choice.kind === 'stop')
      return {
        items: asked.length,
        posterior: now,
        choosing,
        updating,
        easyRight,
        relaxed,
        reason: choice.reason,
      }
    const { item, trace } = choice
    const given = answer(at.random, item, at.theta)
    relaxed ||= trace.relaxed.length > 0
    if (asked.length < 3) easyRight += given.category / 3
    asked.push(item.id)
    observations.push(given)
    at.shown.set(item.id, (at.shown.get(item.id) ?? 0) + 1)
    const changed = performance.now()
    now = update(at.prior, now, observations, item.dimension)
    updating.push(performance.now() - changed)
  }
}

function truth({ mean: at, covariance }: Posterior, targets: readonly Target[], theta: Float64Array) {
  const errors = targets.map(({ dimension: k }) => at[k]! - theta[k]!)
  const covered = targets.map(
    ({ dimension: k }, i) =>
      Math.abs(errors[i]!) <= 1.6448536269514722 * Math.sqrt(covariance.data[k * covariance.columns + k]!),
  )
  const sides = targets.map(({ dimension: k, threshold }) => at[k]! < threshold === theta[k]! < threshold)
  return { errors, covered, sides }
}

const fixed = (value: number, digits = 3) => value.toFixed(digits)
/** A figure's mean over the seeds with its Monte Carlo error, the standard deviation of the seeds over √seeds. */
function over(seeds: readonly Seed[], figure: (sittings: Sitting[]) => number, digits = 3): string {
  const each = seeds.map(({ sittings }) => figure(sittings))
  const error = each.length > 1 ? Math.sqrt(variance(each) / each.length) : NaN
  return `${fixed(mean(each), digits)} (±${fixed(error, digits)})`
}

function report(condition: Condition, seeds: readonly Seed[], people: number): void {
  const all = seeds.flatMap(({ sittings }) => sittings)
  const items = all.map((each) => each.items)
  console.log(
    `\n${condition.name}; ${seeds.length} seeds × ${people} people, each seed its own bank and campaign`,
  )
  console.log('  seed  precision of 60 fixed  median items  most  highest exposure  bias  RMSE  coverage')
  for (const { seed, sittings, exposure } of seeds)
    console.log(
      `  ${String(seed).padStart(4)}  ${fixed(mean(sittings.map((s) => s.fixed)), 4).padStart(21)}` +
        `  ${fixed(median(sittings.map((s) => s.items)), 1).padStart(12)}` +
        `  ${String(Math.max(...sittings.map((s) => s.items))).padStart(4)}` +
        `  ${fixed(exposure * 100, 1).padStart(15)} %  ${fixed(bias(sittings))}  ${fixed(rmse(sittings))}` +
        `  ${fixed(coverage(sittings) * 100, 1)} %`,
    )
  console.log(`  precision: 60 fixed items ${over(seeds, (s) => mean(s.map((x) => x.fixed)), 4)},`)
  console.log(
    `    30 items at random on the person's own targets ${over(seeds, (s) => mean(s.map((x) => x.onTargets)), 4)},`,
  )
  console.log(`    adaptive, where it stopped ${over(seeds, (s) => mean(s.map((x) => x.reached)), 4)}`)
  console.log(
    `  items of the adaptive quiz: median ${fixed(median(items), 1)} over ${all.length} people` +
      ` (over the seeds ${over(seeds, (s) => median(s.map((x) => x.items)), 2)}),` +
      ` mean ${over(seeds, (s) => mean(s.map((x) => x.items)), 2)}, 9 in 10 at most ${fixed(quantile(items, 0.9), 0)},` +
      ` with at most 30: ${over(seeds, (s) => share(s, (x) => x.items <= 30 && x.reason === 'precision') * 100, 1)} %`,
  )
  console.log(
    `  highest exposure ${fixed(Math.max(...seeds.map((s) => s.exposure)) * 100, 1)} %;` +
      ` precision reached by ${fixed(share(all, (x) => x.reason === 'precision') * 100, 1)} %;` +
      ` a rule gave way for ${fixed(share(all, (x) => x.relaxed) * 100, 1)} % of the people`,
  )
  console.log(
    `  targets: bias ${over(seeds, bias)}, RMSE ${over(seeds, rmse)},` +
      ` coverage of the 90 % intervals ${over(seeds, (s) => coverage(s) * 100, 1)} %,` +
      ` on the right side of the threshold ${over(seeds, (s) => rightSide(s) * 100, 1)} %;` +
      ` of the first three items ${over(seeds, (s) => mean(s.map((x) => x.easyRight)) * 100, 1)} % right`,
  )
  const times = (of: 'choosing' | 'updating') => {
    const each = seeds.flatMap((seed) => seed[of])
    return `median ${fixed(median(each))} ms, p99 ${fixed(quantile(each, 0.99))} ms`
  }
  console.log(`  choosing: ${times('choosing')}; updating: ${times('updating')}`)
}

const share = (sittings: readonly Sitting[], holds: (s: Sitting) => boolean) =>
  sittings.filter(holds).length / sittings.length
const bias = (sittings: readonly Sitting[]) => mean(sittings.flatMap(({ errors }) => errors))
const rmse = (sittings: readonly Sitting[]) =>
  Math.sqrt(mean(sittings.flatMap(({ errors }) => errors.map((e) => e * e))))
const often = (each: readonly boolean[]) => mean(each.map((holds) => (holds ? 1 : 0)))
const coverage = (sittings: readonly Sitting[]) => often(sittings.flatMap(({ covered }) => covered))
const rightSide = (sittings: readonly Sitting[]) => often(sittings.flatMap(({ sides }) => sides))

/** One choice among 500 items over 32 target competencies, with partial credit and lower asymptotes among them. */
function speed(): void {
  const random = seeded('adaptive speed')
  const prior = structuredPrior(domainOf, strong)
  const l = cholesky(prior.covariance)
  const bank = bankOf(random, 500, 0).map((item, i): BankItem => {
    const { parameters: p } = item
    if (p.model !== '2pl' || i % 3 === 0) return item
    if (i % 3 === 1) return { ...item, parameters: { ...p, c: 0.2 } }
    return { ...item, parameters: { model: 'gpcm', a: p.a, b: [p.b - 0.5, p.b + 0.5] } }
  })
  const targets = domainOf.map((_, dimension) => ({ dimension, threshold: 0 }))
  const settings = { ...shippedSettings, most: 60, precision: 0, pilots: 0 }
  const times: number[] = []
  for (let i = 0; i < 25; i++) {
    const theta = drawAbility(random, l)
    const at = {
      bank,
      prior,
      theta,
      targets,
      settings,
      shown: new Map<string, number>(),
      people: 1000,
      random,
    }
    const { choosing } = sit({ ...at, seed: `speed ${i}` })
    if (i >= 5) times.push(...choosing)
  }
  console.log(
    `\nNext item of 500 over 32 targets, a third with c = 0.2 and a third with three categories: ${times.length} choices,` +
      ` median ${fixed(median(times))} ms, p99 ${fixed(quantile(times, 0.99))} ms (bar 10 ms)`,
  )
}

const conditions: Condition[] = [
  { ...start, name: 'Correlations 0.8 and 0.6, 12 targets, 2PL' },
  { ...start, name: 'The same, each person to the precision of the own fixed form', bar: 'own' },
  { ...start, name: 'The same with a lower asymptote of 0.2', asymptote: 0.2 },
  { ...start, name: 'Correlations 0.6 and 0.3, 12 targets, 2PL', components: weak },
  { ...start, name: 'Correlations 0.8 and 0.6, all 32 competencies as targets, 2PL', targets: 32 },
  {
    ...start,
    name: 'Correlations 0.6 and 0.3, all 32 competencies as targets, 2PL',
    components: weak,
    targets: 32,
  },
]

/** The first condition is the figure that counts: each of its seeds is a whole campaign of 1,000 people. */
export async function benchAdaptive(seeds = 20, campaign = 1000, others = 50): Promise<void> {
  console.log(
    'Adaptive quiz: bank of 300 items over 32 competencies, log a ~ N(0, 0.3²), b ~ N(0, 1), logit P = a(θ − b).',
  )
  console.log(
    'Precision is the mean posterior standard deviation over the targets; the fixed form is 60 items drawn at random for' +
      ' each person, balanced over the 32. The adaptive quiz stops at the mean precision that the same people reach on' +
      ' their fixed forms, and may ask up to 60 items. ± is the Monte Carlo error over the seeds.',
  )
  for (const [i, condition] of conditions.entries()) {
    const people = i === 0 ? campaign : others
    const done = Array.from({ length: seeds }, (_, seed) => runSeed(condition, seed + 1, people))
    report(condition, done, people)
  }
  speed()
}
