import { describe, expect, it } from 'vitest'
import { structuredCovariance } from '~/assessment/irt/prior'
import { cholesky, inverseFromCholesky, solveCholesky, type Matrix } from '~/assessment/numeric/matrix'
import { normalDraw, seeded } from '~/assessment/numeric/random'
import { arrange } from './people'
import { meanPrior, sampler, sweep } from './sampler'
import { crossingsOf, sumWeights } from './sums'
import type { PooledPerson } from './types'
import { weightOf } from './weight'
import { stepVariances } from './within'

const domainOf = [0, 0, 1]
const within = { general: 0.6, domain: 0.2, own: 0.2 }
const place = { general: 0.08, domain: 0.02, own: 0.02 }
const position = { general: 0.15, domain: 0.05, own: 0.05 }
const covariance = structuredCovariance(domainOf, within)

function input(people: PooledPerson[], places = 2, positions = 2) {
  return { domainOf, places, positions, departments: 1, prior: within, people, seed: 'test' }
}

const random = seeded('sampler')
const people: PooledPerson[] = Array.from({ length: 14 }, (_, i) => ({
  place: i % 3 === 0 ? 1 : 0,
  position: i % 2,
  department: 0,
  needs: [{ dimension: 0, threshold: 0 }],
  sites: (i % 4 === 3 ? [2] : [0, 2]).map((dimension) => ({
    dimension,
    precision: 0.5 + random(),
    shift: normalDraw(random),
  })),
}))

/** (Σ_AA + Λ⁻¹)⁻¹ and its product with shift/precision, on all competencies. */
function dense({ sites }: PooledPerson): { w: number[][]; v: number[] } {
  const own = sites!
  const n = own.length
  const total = own.flatMap((a, j) =>
    own.map((b, k) => covariance.data[a.dimension * 3 + b.dimension]! + (j === k ? 1 / a.precision : 0)),
  )
  const inverse = inverseFromCholesky(cholesky({ rows: n, columns: n, data: Float64Array.from(total) }))
  const w = [0, 1, 2].map((a) =>
    [0, 1, 2].map((b) => {
      const j = own.findIndex(({ dimension }) => dimension === a)
      const k = own.findIndex(({ dimension }) => dimension === b)
      return j < 0 || k < 0 ? 0 : inverse.data[j * n + k]!
    }),
  )
  const y = [0, 1, 2].map((a) => {
    const site = own.find(({ dimension }) => dimension === a)
    return site ? site.shift / site.precision : 0
  })
  return { w, v: w.map((row) => row.reduce((sum, value, k) => sum + value * y[k]!, 0)) }
}

/** Posterior of (β₀, β₁, u₀, u₁) with μ integrated out, by one solve. */
function exact(): { mean: Float64Array; covariance: Matrix } {
  const n = 15
  const precision = new Float64Array(n * n)
  const right = new Float64Array(n)
  const add = (row: number, column: number, block: Matrix | number[][], sign: number) => {
    for (let i = 0; i < 3; i++)
      for (let j = 0; j < 3; j++) {
        const value = Array.isArray(block) ? block[i]![j]! : block.data[i * 3 + j]!
        precision[(row * 3 + i) * n + column * 3 + j]! += sign * value
      }
  }
  const inverse = (c: typeof within) => inverseFromCholesky(cholesky(structuredCovariance(domainOf, c)))
  for (const beta of [0, 1]) {
    add(beta, beta, inverse(position), 1)
    add(beta, 4, inverse(position), -1)
    add(4, beta, inverse(position), -1)
    add(4, 4, inverse(position), 1)
  }
  for (const u of [2, 3]) add(u, u, inverse(place), 1)
  add(4, 4, inverse(meanPrior), 1)
  for (const person of people) {
    const { w, v } = dense(person)
    for (const a of [person.position, 2 + person.place]) {
      for (const b of [person.position, 2 + person.place]) add(a, b, w, 1)
      for (let i = 0; i < 3; i++) right[a * 3 + i]! += v[i]!
    }
  }
  const l = cholesky({ rows: n, columns: n, data: precision })
  return { mean: solveCholesky(l, right), covariance: inverseFromCholesky(l) }
}

describe('weightOf', () => {
  it('is the inverse of covariance and error together', () => {
    const columns = arrange(input([people[0]!]))
    const { w, v, size } = weightOf(columns, 0, covariance)
    const expected = dense(people[0]!)
    expect(size).toBe(2)
    expect(w[0]).toBeCloseTo(expected.w[0]![0]!, 12)
    expect(w[1]).toBeCloseTo(expected.w[0]![2]!, 12)
    expect(v[1]).toBeCloseTo(expected.v[2]!, 12)
  })
})

describe('the sampler with known variances', () => {
  it('draws from the exact conjugate posterior', () => {
    const columns = arrange(input(people))
    const sums = sumWeights(columns, crossingsOf(columns), covariance, 2, false)
    const state = sampler(domainOf, sums, { place, position })
    const chance = seeded('chain')
    const count = 12_000
    const first = new Float64Array(12)
    const second = new Float64Array(12)
    for (let s = 0; s < count; s++) {
      sweep(state, chance, 'fixed')
      const drawn = [...state.positions, ...state.places]
      for (let i = 0; i < 12; i++) {
        first[i]! += drawn[i]! / count
        second[i]! += drawn[i]! ** 2 / count
      }
    }
    const { mean, covariance: spread } = exact()
    for (let i = 0; i < 12; i++) {
      const sd = Math.sqrt(spread.data[i * 16]!)
      expect(Math.abs(first[i]! - mean[i]!) / sd).toBeLessThan(0.08)
      expect(Math.sqrt(second[i]! - first[i]! ** 2) / sd).toBeGreaterThan(0.95)
      expect(Math.sqrt(second[i]! - first[i]! ** 2) / sd).toBeLessThan(1.05)
    }
  })
})

describe('stepVariances', () => {
  it('comes back to the variances that people were drawn from', () => {
    const chance = seeded('variances')
    const l = cholesky(structuredCovariance(domainOf, { general: 1, domain: 0.4, own: 0.3 })).data
    const many = Array.from({ length: 2500 }, (): PooledPerson => {
      const z = [0, 1, 2].map(() => normalDraw(chance))
      return {
        ...people[0]!,
        sites: [0, 1, 2].map((j) => {
          const theta = [0, 1, 2].reduce((sum, k) => sum + l[j * 3 + k]! * z[k]!, 0)
          return { dimension: j, precision: 2, shift: 2 * (theta + normalDraw(chance) / Math.SQRT2) }
        }),
      }
    })
    const columns = arrange(input(many))
    let current = within
    for (let round = 0; round < 12; round++) {
      const matrix = structuredCovariance(domainOf, current)
      const residuals = many.map((_, i) => {
        const { w, v } = weightOf(columns, i, matrix)
        return { a: v, w, domains: domainOf }
      })
      current = stepVariances(residuals, 2, current, within)
    }
    expect(current.general).toBeGreaterThan(0.9)
    expect(current.general).toBeLessThan(1.1)
    expect(current.domain).toBeGreaterThan(0.33)
    expect(current.domain).toBeLessThan(0.47)
    expect(current.own).toBeGreaterThan(0.25)
    expect(current.own).toBeLessThan(0.35)
  })

  it('stays at the reference without people', () => {
    expect(stepVariances([], 2, within, within)).toEqual(within)
  })
})
