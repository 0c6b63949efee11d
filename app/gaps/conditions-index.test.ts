import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { en, vi } from '~/platform/i18n/resources'
import { facetOf, facets } from './condition-facets'
import { conditionsIndex, type ConditionsInput } from './conditions-index'
import { placeCommunes } from './place-communes'
import { actors, recommendations, seenInCharge } from './recommendations'

const none: ConditionsInput = { asked: 40, people: [], systems: null, commune: [] }

describe('the index of conditions', () => {
  it('is the share not lacking where everybody answered', () => {
    const people = [
      { code: 'computer', facet: 'equipment', n: 40, lacking: 10, province: 0.5 },
      { code: 'line', facet: 'connection', n: 40, lacking: 0, province: 0.5 },
    ] as const
    const { total, facets } = conditionsIndex({ ...none, people })
    expect(facets.map(({ facet, value, sd }) => [facet, value, sd])).toEqual([
      ['equipment', 75, 0],
      ['connection', 100, 0],
    ])
    expect(total).toMatchObject({ value: 87.5, low: 87.5, high: 87.5 })
  })

  it('draws few answers to the province and says how little they tell', () => {
    const at = (n: number, lacking: number) =>
      conditionsIndex({
        ...none,
        asked: null,
        people: [{ code: 'line', facet: 'connection', n, lacking, province: 0.2 }],
      }).facets[0]!
    expect(at(5, 5).value).toBeCloseTo(100 * (1 - 5.8 / 9), 9)
    expect(at(5, 5).sd).toBeCloseTo(100 * Math.sqrt(((5.8 / 9) * (3.2 / 9)) / 10), 9)
    expect(at(50, 50).value).toBeLessThan(at(5, 5).value)
    expect(at(50, 25).sd).toBeLessThan(at(5, 3).sd)
  })

  it("joins the commune's own form in with one third", () => {
    const { facets } = conditionsIndex({
      ...none,
      people: [{ code: 'line', facet: 'connection', n: 40, lacking: 0, province: null }],
      commune: [{ code: 'line-type', facet: 'connection', lacking: 1 }],
    })
    expect(facets[0]!.value).toBeCloseTo(100 * (2 / 3), 9)
    expect(facets[0]!.sd).toBeCloseTo(100 / 30, 9)
  })

  it('leaves out what it does not know', () => {
    expect(facetOf('constructor')).toBe('other')
    expect(conditionsIndex(none)).toEqual({ total: null, facets: [] })
    const people = [{ code: 'help', facet: facetOf('help'), n: 40, lacking: 40, province: null }]
    expect(conditionsIndex({ ...none, people }).total).toBeNull()
  })

  it('stays between 0 and 100 with its interval around it', () => {
    const count = fc.tuple(fc.nat(60), fc.nat(60)).map(([a, b]) => ({ n: a + b, lacking: a }))
    fc.assert(
      fc.property(
        fc.array(count, { maxLength: 4 }),
        fc.option(fc.nat(200)),
        count,
        (counts, asked, { n, lacking }) => {
          const { total, facets } = conditionsIndex({
            asked,
            people: counts.map((each) => ({ code: 'line', facet: 'connection', province: null, ...each })),
            systems: { n, of: [{ code: 'a', used: n, trouble: lacking }], province: 0.1 },
            commune: [],
          })
          for (const each of total ? [total, ...facets] : facets) {
            expect(each.low).toBeGreaterThanOrEqual(0)
            expect(each.high).toBeLessThanOrEqual(100)
            expect(each.low).toBeLessThanOrEqual(each.value + 1e-9)
            expect(each.value).toBeLessThanOrEqual(each.high + 1e-9)
          }
        },
      ),
    )
  })
})

describe('where communes stand', () => {
  const at = (value: number, sd: number) => ({ value, sd, middle: 0 })

  it('claims a quadrant only where both sides are told from the middle', () => {
    const made = placeCommunes([
      { skills: at(-1, 0.1), conditions: at(-20, 2) },
      { skills: at(-1, 0.1), conditions: at(20, 2) },
      { skills: at(1, 0.1), conditions: at(-20, 2) },
      { skills: at(1, 0.1), conditions: at(20, 2) },
      { skills: at(-0.05, 0.1), conditions: at(20, 2) },
      { skills: null, conditions: at(0, 0) },
    ])
    expect(made.map(({ quadrant }) => quadrant)).toEqual([
      'both',
      'skills',
      'conditions',
      'neither',
      'unclear',
      'unclear',
    ])
    expect(made[4]).toMatchObject({ skills: 'unclear', conditions: 'ahead', key: 'place.unclear' })
  })

  it('makes few claims among many that are chance', () => {
    const chance = Array.from({ length: 56 }, (_, i) => ({
      skills: at(Math.sin(7 * i), 1),
      conditions: at(Math.cos(5 * i), 1),
    }))
    expect(placeCommunes(chance).every(({ quadrant }) => quadrant === 'unclear')).toBe(true)
  })
})

describe('recommendations', () => {
  it('says who must do what, from what is lacking and what is asked for', () => {
    const made = recommendations({
      people: [
        { code: 'computer', facet: 'equipment', n: 40, lacking: 24, province: 0.3 },
        { code: 'computer-age', facet: 'equipment', n: 40, lacking: 30, province: 0.3 },
        { code: 'workload', facet: 'workload', n: 40, lacking: 9, province: 0.3 },
      ],
      commune: [{ code: 'power', facet: 'equipment', lacking: 1 }],
      systems: { n: 40, of: [{ code: 'dvc', used: 30, trouble: 20 }] },
      actions: {
        n: 40,
        counts: new Map([
          ['training', 30],
          ['staff', 5],
        ]),
      },
      skills: 'unclear',
    })
    const of = (lacking: number, n: number) => ({ lacking, n })
    expect(made).toEqual([
      { key: 'recommend.power', who: 'commune', because: { key: 'because.commune' }, weight: 1 },
      {
        key: 'recommend.computers',
        who: 'province',
        because: { key: 'because.people', values: of(30, 40) },
        weight: 0.75,
      },
      {
        key: 'recommend.system',
        who: 'ministry',
        because: { key: 'because.system', values: of(20, 30) },
        system: 'dvc',
        weight: 20 / 30,
      },
      {
        key: 'recommend.training',
        who: 'training',
        because: { key: 'because.asked', values: of(30, 40) },
        weight: 0.75,
      },
    ])
  })

  it('says nothing where nothing is known', () => {
    const nothing = { people: [], commune: [], systems: null, actions: null, skills: 'unclear' } as const
    expect(recommendations(nothing)).toEqual([])
    expect(seenInCharge(null)).toBeNull()
    expect(seenInCharge({ n: 40, counts: new Map([['province', 30]]) })).toEqual({
      key: 'inCharge.province',
      values: { count: 30, n: 40 },
    })
  })

  it('has words for all that it can say', () => {
    const lacking = { n: 40, lacking: 40, province: null, facet: 'other' as const }
    const codes = ['computer', 'line', 'accounts', 'workload', 'help']
    const own = ['scanners', 'power', 'villages-no-signal', 'posts-vacant']
    const wishes = ['connect', 'training', 'guides']
    const made = recommendations({
      people: codes.map((code) => ({ ...lacking, code })),
      commune: own.map((code) => ({ code, facet: 'other', lacking: 1 })),
      systems: null,
      actions: { n: 40, counts: new Map([...wishes, 'software'].map((code) => [code, 40])) },
      skills: 'unclear',
    })
    expect(made).toHaveLength(codes.length + own.length + wishes.length + 1)
    const keys = [
      ...made.flatMap(({ key, because }) => [key, because.key]),
      ...['recommend.system', 'because.system', 'because.gap'],
      ...actors.map((who) => `who.${who}`),
      ...facets.map((facet) => `facet.${facet}`),
      ...['both', 'skills', 'conditions', 'neither', 'unclear'].map((quadrant) => `place.${quadrant}`),
      ...['commune', 'province', 'ministry', 'vendor', 'self'].map((by) => `inCharge.${by}`),
      ...['veryLarge', 'large', 'moderate', 'small', 'none'].flatMap((size) => [
        `name.${size}`,
        `name.${size}In`,
      ]),
    ]
    for (const key of keys) for (const texts of [vi, en]) expect(texts.segments).toHaveProperty([key])
  })
})
