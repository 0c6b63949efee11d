import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { posterior, update } from '../irt/posterior'
import { structuredPrior } from '../irt/prior'
import { seeded, shuffle } from '../numeric/random'
import { nextItem } from './next-item'
import { pilotPlaces } from './pilots'
import {
  type AdaptiveSettings,
  type AdaptiveState,
  type BankItem,
  type ChoiceTrace,
  shippedSettings,
  type StopReason,
} from './types'

const domainOf = [2, 3, 6, 4, 4, 4, 3, 6].flatMap((size, domain) => Array<number>(size).fill(domain))
const prior = structuredPrior(domainOf, { general: 0.6, domain: 0.2, own: 0.2 })
const before = posterior(prior, [])
const plain: AdaptiveSettings = { ...shippedSettings, precision: 0, pilots: 0 }

function item(id: string, dimension: number, more: Partial<BankItem> & { b?: number } = {}): BankItem {
  const { b = 0, ...rest } = more
  const parameters = { model: '2pl', a: 1, b } as const
  return { id, code: id, dimension, level: 1, family: null, pilot: false, parameters, ...rest }
}

/** `each` items a competency, difficulties from −2 to 2. */
function bankOf(each: number, dimensions = domainOf.map((_, k) => k)): BankItem[] {
  return dimensions.flatMap((k) =>
    Array.from({ length: each }, (_, i) => item(`${k}-${i}`, k, { b: -2 + (4 * (i + 0.5)) / each })),
  )
}

function begun(dimensions: readonly number[], more: Partial<AdaptiveState> = {}): AdaptiveState {
  const targets = dimensions.map((dimension) => ({ dimension, threshold: 0.2 }))
  return {
    prior,
    posterior: before,
    targets,
    domainOf,
    asked: [],
    shown: new Map(),
    people: 1,
    seconds: 0,
    seed: 'a',
    ...more,
  }
}

type Sat = { asked: BankItem[]; traces: ChoiceTrace[]; reason: StopReason; shown: Map<string, number> }

/** A whole sitting; `right` answers place by place. */
function sit(
  bank: readonly BankItem[],
  start: AdaptiveState,
  settings: AdaptiveSettings,
  right: (place: number) => boolean = (place) => place % 2 === 0,
): Sat {
  const asked: BankItem[] = []
  const traces: ChoiceTrace[] = []
  const shown = new Map(start.shown)
  const answers = []
  let now = start.posterior
  for (;;) {
    const choice = nextItem(bank, { ...start, posterior: now, asked: asked.map(({ id }) => id) }, settings)
    traces.push(choice.trace)
    if (choice.kind === 'stop') return { asked, traces, reason: choice.reason, shown }
    const { item: chosen } = choice
    shown.set(chosen.id, (shown.get(chosen.id) ?? 0) + 1)
    asked.push(chosen)
    if (chosen.pilot) continue
    const { dimension, parameters } = chosen
    answers.push({ dimension, parameters, category: right(asked.length) ? 1 : 0 })
    now = update(start.prior, now, answers, dimension)
  }
}

const targets12 = [0, 1, 2, 5, 7, 11, 15, 16, 19, 23, 27, 30]
const scoredOn = (asked: readonly BankItem[], k: number) =>
  asked.filter(({ dimension, pilot }) => dimension === k && !pilot).length

describe('the end of an adaptive quiz', () => {
  it('is a precision, once content is covered', () => {
    const { asked, reason, traces } = sit(bankOf(9), begun(targets12), { ...plain, precision: 0.7 })
    expect(reason).toBe('precision')
    expect(traces.at(-1)!.before).toBeLessThanOrEqual(0.7)
    for (const k of targets12) expect(scoredOn(asked, k)).toBeGreaterThan(0)
    const coarse = sit(bankOf(9), begun(targets12), { ...plain, precision: 5 })
    expect([coarse.reason, coarse.asked.length]).toEqual(['precision', 12])
    expect(coarse.traces[5]!.reason).toBe('coverage')
  })

  it('is the length, and never more', () => {
    const { asked, reason } = sit(bankOf(9), begun(targets12), plain)
    expect([reason, asked.length]).toEqual(['length', 30])
  })

  it('is the time limit', () => {
    const timed = { ...plain, minutes: 40 }
    expect(nextItem(bankOf(3), begun([1], { seconds: 2399 }), timed).kind).toBe('item')
    const choice = nextItem(bankOf(3), begun([1], { seconds: 2400 }), timed)
    expect(choice).toMatchObject({ kind: 'stop', reason: 'time', trace: { number: 0, drawn: null } })
  })

  it('is the bank: empty, used up with its domain, or no target', () => {
    expect(sit([], begun([3]), plain).reason).toBe('bank')
    expect(sit(bankOf(3), begun([]), plain).reason).toBe('bank')
    const one = sit(bankOf(3), begun([3]), plain)
    expect([one.reason, one.asked.length]).toEqual(['bank', 9])
    expect(one.asked.slice(0, 3).map(({ dimension }) => dimension)).toEqual([3, 3, 3])
    expect(one.traces[3]!.relaxed).toContain('targets')
    expect(new Set(one.asked.map(({ dimension }) => domainOf[dimension]))).toEqual(new Set([1]))
  })

  it('leaves a bank that does not reach every target to what there is', () => {
    const bank = bankOf(4, [0, 2, 7])
    const { asked, reason } = sit(bank, begun([0, 2, 7, 20]), { ...plain, precision: 0.95 })
    expect(reason).toBe('precision')
    for (const k of [0, 2, 7]) expect(scoredOn(asked, k)).toBeGreaterThan(0)
  })
})

describe('the choice of an item', () => {
  it('begins with items that are expected to go well, where the bank has them', () => {
    const { traces } = sit(bankOf(9), begun(targets12), plain)
    for (const trace of traces.slice(0, 3)) {
      expect(trace.reason).toBe('easy')
      expect(trace.relaxed).toEqual([])
      expect(trace.best.find(({ id }) => id === trace.drawn)!.success).toBeGreaterThanOrEqual(0.75)
    }
    const bank = [0.5, 1, 1.5, 2, 2.5, 3, 3.5].map((b) => item(`hard ${b}`, 3, { b }))
    const choice = nextItem(bank, begun([3]), plain)
    expect(choice.trace).toMatchObject({ relaxed: ['easy'], best: [{ id: 'hard 0.5' }, {}, {}, {}, {}] })
  })

  it('covers the 32 competencies by domain when there are more than places, and evenly', () => {
    const every = domainOf.map((_, k) => k)
    const { asked } = sit(bankOf(9), begun(every), plain)
    expect(new Set(asked.map(({ dimension }) => domainOf[dimension])).size).toBe(8)
    for (const k of every) expect(scoredOn(asked, k)).toBeLessThanOrEqual(2)
  })

  it('keeps back places for what is still to be covered', () => {
    const coverage = { domain: 4, competency: 1, spread: 10 }
    const dimensions = [5, 6, 7, 20, 21]
    for (const seed of ['a', 'b', 'c', 'd', 'e']) {
      const { asked } = sit(bankOf(9), begun(dimensions, { seed }), { ...plain, most: 8, coverage })
      for (const k of dimensions) expect(scoredOn(asked, k)).toBeGreaterThan(0)
      expect(asked.filter(({ dimension }) => dimension >= 20)).toHaveLength(4)
    }
  })

  it('keeps to the even share of a competency while others have items', () => {
    const { asked } = sit(bankOf(12), begun([3, 4, 20]), {
      ...plain,
      coverage: { ...plain.coverage, spread: 1 },
    })
    for (const k of [3, 4, 20]) expect(scoredOn(asked, k)).toBe(10)
    const few = sit(bankOf(12), begun([3, 20]), { ...plain, coverage: { ...plain.coverage, spread: 1 } })
    expect([scoredOn(few.asked, 3), scoredOn(few.asked, 20)]).toEqual([12, 12])
    expect(few.traces.some(({ relaxed }) => relaxed.includes('targets'))).toBe(true)
  })

  it('lifts the cap on exposure only when nothing else is left, for the least shown half, and says so', () => {
    const bank = bankOf(4, [3])
    const shown = new Map([
      ['3-0', 30],
      ['3-1', 28],
      ['3-2', 27],
      ['3-3', 26],
    ])
    const choice = nextItem(bank, begun([3], { shown, people: 100 }), { ...plain, easyFirst: 0 })
    expect(choice.trace).toMatchObject({ relaxed: ['exposure'], compared: 2, excluded: { exposure: 2 } })
    expect(['3-2', '3-3']).toContain(choice.trace.drawn)
    shown.set('3-0', 24)
    const within = nextItem(bank, begun([3], { shown, people: 100 }), { ...plain, easyFirst: 0 })
    expect(within.trace).toMatchObject({ drawn: '3-0', relaxed: [], excluded: { exposure: 3 } })
  })

  it('shows no item to more than a quarter of 120 people', () => {
    const bank = bankOf(9)
    let shown = new Map<string, number>()
    const random = seeded('people')
    for (let i = 1; i <= 120; i++) {
      const dimensions = shuffle(
        random,
        domainOf.map((_, k) => k),
      ).slice(0, 12)
      const start = begun(dimensions, { shown, people: i, seed: `person ${i}` })
      ;({ shown } = sit(bank, start, { ...plain, precision: 0.65 }, () => random() < 0.5))
    }
    expect(Math.max(...shown.values())).toBeLessThanOrEqual(30)
  })

  it('tells why in plain JSON', () => {
    const bank = [...bankOf(9), item('pilot', 5, { pilot: true }), item('kin', 5, { family: 'f' })]
    const { traces, asked } = sit(bank, begun(targets12), { ...plain, precision: 0.7, pilots: 1 })
    for (const [i, trace] of traces.entries()) {
      expect(JSON.parse(JSON.stringify(trace))).toEqual(trace)
      const counted = Object.values(trace.excluded).reduce((sum, n) => sum + n, 0)
      if (trace.reason === 'pilot' || i === traces.length - 1) continue
      expect(counted + trace.compared).toBe(bank.length)
      expect(trace.number).toBe(i + 1)
      expect(trace.drawn).toBe(asked[i]!.id)
      expect(trace.best.map(({ id }) => id)).toContain(trace.drawn)
      expect(trace.after).toBeLessThan(trace.before)
    }
  })
})

describe('pilots', () => {
  it('stand at places of the seed, never among the first three, and leave the estimate alone', () => {
    const bank = [...bankOf(9), ...[1, 2, 3].map((n) => item(`pilot ${n}`, 5, { pilot: true }))]
    const settings = { ...plain, pilots: 2 }
    const start = begun(targets12, { seed: 'b', shown: new Map([['pilot 1', 3]]) })
    const { asked, traces } = sit(bank, start, settings)
    const places = asked.flatMap(({ pilot }, i) => (pilot ? [i + 1] : []))
    expect(new Set(places)).toEqual(pilotPlaces('b', settings))
    expect(Math.min(...places)).toBeGreaterThan(3)
    expect(
      asked
        .filter(({ pilot }) => pilot)
        .map(({ id }) => id)
        .sort(),
    ).toEqual(['pilot 2', 'pilot 3'])
    for (const place of places) {
      expect(traces[place - 1]).toMatchObject({ reason: 'pilot', after: null, best: [] })
      expect(traces[place]!.before).toBe(traces[place - 1]!.before)
    }
    expect(asked).toHaveLength(30)
  })

  it('give their place to a scored item when none is of a target or all are at the cap', () => {
    const bank = [...bankOf(9), item('elsewhere', 4, { pilot: true }), item('worn', 5, { pilot: true })]
    const start = begun(targets12, { shown: new Map([['worn', 25]]), people: 100 })
    const { asked } = sit(bank, start, { ...plain, pilots: 2 })
    expect(asked).toHaveLength(30)
    expect(asked.some(({ pilot }) => pilot)).toBe(false)
  })

  it('find no place in a quiz that is shorter than its start', () => {
    expect(pilotPlaces('a', { ...plain, most: 4, pilots: 2 }).size).toBe(0)
  })
})

const settingsOf = fc.record({
  most: fc.integer({ min: 1, max: 25 }),
  precision: fc.double({ min: 0, max: 1, noNaN: true }),
  minutes: fc.constant(null),
  pilots: fc.integer({ min: 0, max: 4 }),
  coverage: fc.record({
    domain: fc.integer({ min: 0, max: 3 }),
    competency: fc.integer({ min: 0, max: 3 }),
    spread: fc.double({ min: 1, max: 3, noNaN: true }),
  }),
  easyFirst: fc.integer({ min: 0, max: 5 }),
  exposure: fc.double({ min: 0.05, max: 1, noNaN: true }),
  undecided: fc.double({ min: 0, max: 1, noNaN: true }),
})
const bankArbitrary = fc
  .array(
    fc.record({
      dimension: fc.integer({ min: 0, max: 31 }),
      b: fc.double({ min: -4, max: 4, noNaN: true }),
      family: fc.option(fc.constantFrom('f', 'g', 'h')),
      pilot: fc.boolean(),
    }),
    { maxLength: 40 },
  )
  .map((list) => list.map((each, i) => item(`i${i}`, each.dimension, each)))
const targetsArbitrary = fc.uniqueArray(fc.integer({ min: 0, max: 31 }), { maxLength: 32 })

describe('any sitting', () => {
  it('is the same again, repeats no item and no family, and ends in time', () => {
    fc.assert(
      fc.property(
        bankArbitrary,
        targetsArbitrary,
        settingsOf,
        fc.string(),
        (bank, dimensions, settings, seed) => {
          const start = begun(dimensions, { seed, people: 40 })
          const { asked, traces, reason } = sit(bank, start, settings)
          expect(sit([...bank].reverse(), start, settings).traces).toEqual(traces)
          expect(asked.length).toBeLessThanOrEqual(settings.most)
          expect(new Set(asked).size).toBe(asked.length)
          const families = asked.flatMap(({ family }) => family ?? [])
          expect(new Set(families).size).toBe(families.length)
          expect(asked.filter(({ pilot }) => pilot).length).toBeLessThanOrEqual(settings.pilots)
          expect(asked.slice(0, 3).some(({ pilot }) => pilot)).toBe(false)
          if (reason === 'precision')
            expect(traces.at(-1)!.uncovered).toEqual({ domains: 0, competencies: 0 })
        },
      ),
      { numRuns: 60 },
    )
  })
})

it('chooses among 500 items over 32 targets in less than 10 ms', () => {
  const bank = bankOf(16).slice(0, 500)
  const state = begun(domainOf.map((_, k) => k))
  const times = Array.from({ length: 30 }, () => {
    const from = performance.now()
    nextItem(bank, state, plain)
    return performance.now() - from
  })
  expect(times.sort((a, b) => a - b)[15]).toBeLessThan(10)
})
