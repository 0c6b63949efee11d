import { makeBasis, type Basis, type BasisSource } from '~/planning/basis'
import type { Figure } from '~/gaps/figures'
import type { EffectUsed } from '~/planning/expected'
import type { ProblemParts } from '~/planning/make-problem'
import { defaultSettings } from '~/planning/default-settings'

export const competencies = [
  { code: '4.1', domain: '4' },
  { code: '4.2', domain: '4' },
  { code: '7.1', domain: '7' },
]

/** A figure with a share and a symmetric interval. */
export function figure(share: number, half = 0.05): Figure {
  const distance = { distance: 0, distanceSd: 0.1, distanceLow: -0.2, distanceHigh: 0.2 }
  const more = { n: 20, people: 20, ...distance, rank: null, higher: null, self: null }
  return { share, low: Math.max(0, share - half), high: Math.min(1, share + half), ...more }
}

/** Two communes; an office of six and four, a service centre of three and one. `figures`: by place, position and measure. */
export function basisOf(figures: Record<string, Figure> = {}, overrides: Partial<BasisSource> = {}): Basis {
  return makeBasis({
    campaign: { title: { vi: 'Đợt thử', en: 'Trial' }, closedAt: '2026-11-20T10:00:00Z' },
    method: 'gap-2',
    sample: true,
    sd: 1.25,
    competencies,
    communes: ['01273', '01321'],
    positions: [
      { code: 'office-statistics', department: 'office', needs: [0, 1] },
      { code: 'one-stop-reception', department: 'service-centre', needs: [0, 2] },
    ],
    groups: [
      [0, 0, 6],
      [0, 1, 3],
      [1, 0, 4],
      [1, 1, 1],
    ],
    figure: (place, position, measure) => found(figures, `${place}/${position ?? ''}/${measure}`),
    spread: { commune: 0.75, position: 0.3 },
    ...overrides,
  })
}

export const testEffects: EffectUsed[] = [
  { module: 'infosec', delivery: 'class', effect: 0.5, error: 0.2, classes: 0, teaches: ['4.1', '4.2'] },
  { module: 'infosec', delivery: 'online', effect: 0.3, error: 0.2, classes: 0, teaches: ['4.1', '4.2'] },
  { module: 'personal-data', delivery: 'class', effect: 0.5, error: 0.2, classes: 0, teaches: ['4.2'] },
]

/** Everything that a problem is made from, of the basis above: two modules, two venues, two trainers. */
export function problemParts(overrides: Partial<ProblemParts['settings']> = {}): ProblemParts {
  const basis = basisOf()
  const lists = {
    modules: ['infosec', 'personal-data'].map((code) => ({ code, minutes: 60 })),
    communes: ['01273', '01321'],
    trainers: ['t1', 't2'],
    venues: ['v1', 'v2'],
    norms: null,
    holidays: { '01-01': 'Tết', '04-30': '', '05-01': '', '09-02': '' },
  }
  const settings = defaultSettings(lists, 1e8, '2026-11-21')
  return {
    basis,
    settings: {
      ...settings,
      modules: settings.modules.map((each) => ({
        ...each,
        deliveries: each.code === 'infosec' ? ['class', 'online'] : ['class'],
      })),
      ...overrides,
    },
    trainers: [
      {
        id: 't1',
        name: 'A',
        modules: ['infosec'],
        days: 10,
        daysPerWeek: 3,
        away: [['2027-01-04', '2027-01-06']],
        email: null,
      },
      {
        id: 't2',
        name: 'B',
        modules: ['infosec', 'unknown'],
        days: 10,
        daysPerWeek: 7,
        away: [],
        email: null,
      },
    ],
    venues: [
      { id: 'v1', name: 'X', commune: '01273', seats: 30, rooms: 2, closed: [['2027-01-04', '2027-01-04']] },
      { id: 'v2', name: 'Y', commune: null, seats: 20, rooms: 1, closed: [] },
    ],
    travel: [
      { venue: 'v1', commune: '01321', hours: 1.5 },
      { venue: 'v2', commune: '01321', hours: 2.5 },
    ],
    effects: testEffects,
  }
}

function found(figures: Record<string, Figure>, key: string): Figure {
  return key in figures ? figures[key]! : figure(0.6)
}
