import { describe, expect, it } from 'vitest'
import { normalDraw, seeded, shuffle } from '~/assessment/numeric/random'
import { pooledEstimates } from './estimates'
import type { CellEstimate, PooledInput, PooledPerson } from './types'

const domainOf = [0, 0, 1, 1]
const needs = [0, 1, 2].map((dimension) => ({ dimension, threshold: 0.2 }))

function province(seed: string, places = 6, staff = 10): PooledPerson[] {
  const random = seeded(seed)
  return Array.from({ length: places * staff }, (_, i) => ({
    place: Math.floor(i / staff),
    position: i % 3,
    department: i % 2,
    needs,
    sites:
      i % 4 === 0
        ? null
        : needs.map(({ dimension }) => ({
            dimension,
            precision: 1,
            shift: 0.8 * normalDraw(random) + (i < staff ? -1 : 0),
          })),
  }))
}

function input(people: PooledPerson[], more: Partial<PooledInput> = {}): PooledInput {
  return {
    domainOf,
    places: 6,
    positions: 3,
    departments: 2,
    prior: { general: 0.6, domain: 0.2, own: 0.2 },
    people,
    seed: 'test',
    draws: 40,
    ...more,
  }
}

function find(cells: CellEstimate[], place: number | null, measure: number): CellEstimate {
  return cells.find((cell) => cell.place === place && cell.group.kind === 'all' && cell.measure === measure)!
}

function allFinite(cells: CellEstimate[]): boolean {
  return cells.every(
    (cell) =>
      Object.values(cell).every((value) => typeof value !== 'number' || Number.isFinite(value)) &&
      cell.shareLow >= 0 &&
      cell.shareLow <= cell.shareHigh &&
      cell.shareHigh <= 1,
  )
}

describe('pooledEstimates', () => {
  const result = pooledEstimates(input(province('a')))

  it('gives every place, department, position and the province each measure that is needed there, and no other', () => {
    expect(new Set(result.cells.map(({ measure }) => measure))).toEqual(new Set([0, 1, 2, 4, 5]))
    expect(result.cells.filter(({ place, group }) => place === null && group.kind === 'all')).toHaveLength(5)
    expect(result.cells.filter(({ place, group }) => place === 0 && group.kind === 'position')).toHaveLength(
      15,
    )
    expect(find(result.cells, 0, 0)).toMatchObject({ people: 10, measured: 7 })
    expect(find(result.cells, null, 4)).toMatchObject({ people: 60, measured: 45, rank: null, higher: null })
    expect(result.response).toEqual([0, 1, 2].map((position) => ({ position, asked: 20, measured: 15 })))
    expect(allFinite(result.cells)).toBe(true)
  })

  it('finds the place that lacks most', () => {
    expect(find(result.cells, 0, 0).higher).toBeGreaterThan(0.95)
    expect(find(result.cells, 0, 0).rank!.low).toBe(1)
    expect(find(result.cells, 0, 0).rank!.of).toBe(6)
    expect(find(result.cells, 0, 0).distance).toBeLessThan(find(result.cells, 3, 0).distance)
  })

  it('is the same for the same seed, however people are listed, and another for another seed', () => {
    const again = pooledEstimates(input(shuffle(seeded('order'), province('a'))))
    expect(again).toEqual(result)
    const other = pooledEstimates(input(province('a'), { seed: 'other' }))
    expect(find(other.cells, 0, 0).distance).not.toBe(find(result.cells, 0, 0).distance)
    expect(Math.abs(find(other.cells, 0, 0).distance - find(result.cells, 0, 0).distance)).toBeLessThan(0.3)
  })

  it('gives whole places alone where that is asked, with the same population', () => {
    const places = pooledEstimates(input(province('a'), { cells: 'places' }))
    expect(places.cells).toHaveLength(35)
    expect(places.population).toEqual(result.population)
  })

  it('reports progress up to the end', () => {
    const seen: number[] = []
    pooledEstimates(input(province('a')), (done, total) => seen.push(done / total))
    expect(seen.at(-1)).toBe(1)
    expect(seen).toEqual(seen.toSorted((a, b) => a - b))
  })

  it('keeps what is measured without error, and leaves no doubt then', () => {
    const people = province('a').map((person, i) => ({
      ...person,
      sites: needs.map(({ dimension }) => ({
        dimension,
        precision: 1e6,
        shift: 1e6 * (i % 2 === 0 ? 1 : -1),
      })),
    }))
    const { cells } = pooledEstimates(input(people))
    const cell = find(cells, 2, 0)
    expect(cell.share).toBe(0.5)
    expect([cell.shareLow, cell.shareHigh]).toEqual([0.5, 0.5])
    expect(cell.distance).toBeCloseTo(-0.2, 2)
    expect(cell.distanceSd).toBeLessThan(0.01)
    expect(cell.reduction).toBeGreaterThan(0.9)
  })

  it('keeps the error of measurement where everybody answered', () => {
    const people = province('a').map((person) => ({
      ...person,
      sites: needs.map(({ dimension }) => ({ dimension, precision: 1, shift: 0 })),
    }))
    expect(find(pooledEstimates(input(people)).cells, 1, 0).distanceSd).toBeGreaterThan(0.1)
  })

  it('says when a place told nothing of its own', () => {
    const people = province('a').map((person) => (person.place === 5 ? { ...person, sites: null } : person))
    const { cells } = pooledEstimates(input(people, { draws: 100 }))
    expect(find(cells, 5, 0)).toMatchObject({ measured: 0, people: 10, informed: false })
    expect(find(cells, null, 0).informed).toBe(true)
    expect(find(cells, 5, 0).distanceSd).toBeGreaterThan(find(cells, 1, 0).distanceSd)
  })

  it('stays finite with one person, with nobody who answered, with nobody at all', () => {
    const one = { ...province('a')[1]!, place: 0, position: 0, department: 0 }
    for (const sites of [one.sites, null, []]) {
      const single = pooledEstimates(input([{ ...one, sites }], { places: 1, positions: 1, departments: 1 }))
      expect(allFinite(single.cells)).toBe(true)
      expect(find(single.cells, 0, 0)).toMatchObject({ people: 1, rank: null, higher: null })
      expect(single.population.place).toEqual({ general: 0, domain: 0, own: 0 })
    }
    expect(pooledEstimates(input([])).cells).toEqual([])
  })

  it('stays finite when everybody is right or everybody is wrong', () => {
    const items = [0, 1, 2].flatMap((dimension) =>
      [-1, 0, 1].map((b) => ({ dimension, parameters: { model: '2pl' as const, a: 1.2, b, c: 0.2 } })),
    )
    for (const category of [0, 1]) {
      const people = province('a').map((person) => ({
        ...person,
        sites: person.sites && [],
        answers: items.map((_, item) => ({ item, category })),
      }))
      const { cells, response } = pooledEstimates(input(people, { items }))
      expect(allFinite(cells)).toBe(true)
      expect(response[0]!.measured).toBe(15)
      const { share, distance } = find(cells, 1, 0)
      if (category === 1) expect(share).toBeLessThan(0.2)
      else expect(share).toBeGreaterThan(0.8)
      expect(Math.abs(distance)).toBeLessThan(6)
    }
  })

  it('passes over numbers that are none and competencies named twice, and refuses unknown codes', () => {
    const people = province('a')
    people[1] = {
      ...people[1]!,
      needs: [...needs, needs[0]!, { dimension: 3, threshold: NaN }],
      sites: [
        { dimension: 0, precision: NaN, shift: 1 },
        { dimension: 1, precision: -0.1, shift: 0.2 },
        { dimension: 1, precision: 0.4, shift: 0.2 },
      ],
    }
    const { cells } = pooledEstimates(input(people))
    expect(allFinite(cells)).toBe(true)
    expect(find(cells, 0, 0)).toMatchObject({ people: 10, measured: 6 })
    expect(() => pooledEstimates(input([{ ...people[0]!, place: 6 }]))).toThrow(RangeError)
    expect(() =>
      pooledEstimates(input([{ ...people[0]!, needs: [{ dimension: 4, threshold: 0 }] }])),
    ).toThrow(RangeError)
    expect(() => pooledEstimates(input([{ ...people[1]!, answers: [{ item: 0, category: 0 }] }]))).toThrow(
      RangeError,
    )
    expect(() => pooledEstimates(input(people, { draws: 5 }))).toThrow(RangeError)
  })

  it('covers the truth about nine times in ten', () => {
    let covered = 0
    let count = 0
    for (let seed = 0; seed < 8; seed++) {
      const random = seeded(`truth ${seed}`)
      const effect = Array.from({ length: 6 }, () => 0.4 * normalDraw(random))
      const thetas = province('x').map(({ place }) => {
        const general = 0.77 * normalDraw(random)
        return needs.map(() => effect[place]! + general + 0.63 * normalDraw(random))
      })
      const people = province('x').map((person, i) => ({
        ...person,
        sites:
          person.sites &&
          needs.map(({ dimension }) => ({
            dimension,
            precision: 1,
            shift: thetas[i]![dimension]! + normalDraw(random),
          })),
      }))
      const { cells } = pooledEstimates(input(people, { seed: `s${seed}`, draws: 60 }))
      for (let place = 0; place < 6; place++)
        for (const { dimension, threshold } of needs) {
          const own = thetas.filter((_, i) => people[i]!.place === place)
          const truth = own.reduce((sum, theta) => sum + theta[dimension]! - threshold, 0) / own.length
          const { distanceLow, distanceHigh } = find(cells, place, dimension)
          if (truth >= distanceLow && truth <= distanceHigh) covered++
          count++
        }
    }
    expect(covered / count).toBeGreaterThan(0.8)
    expect(covered / count).toBeLessThan(0.98)
  })
})
