import type { SelfWords } from '~/assessment/self-rating'
import { changeOf, claimedChange, type Change } from './change-figures'
import { allowed, standingOf, standingTest, type Claim, type Test } from './compare'
import { figureOf, isShown, type Released } from './figures'
import { cellKey, partsOfKey, wholeProvince, type Group } from './pattern'

/** What a report may say of each place and measure of one group of people. */
export type ReportClaims = {
  standing: (place: string, measure: string) => Claim
  change: (place: string, measure: string) => Change | null
  self: (place: string, measure: string) => SelfWords | null
}

type Parts = {
  released: Released
  /** The figures of the campaign before, where there is one that can be compared. */
  before: Released | null
  /** Whether both asked the same communes, so that the provinces' figures are of the same communes. */
  sameCommunes: boolean
}

/**
 * Every statement of difference and change that a report could make of any group, weighed together, so that at most one in
 * ten of those made is false, whichever page shows them. Gives what may be said of one group.
 */
export function reportClaims({ released, before, sameCommunes }: Parts): (group: Group) => ReportClaims {
  const tests: Test[] = []
  const changes = new Map<string, NonNullable<ReturnType<typeof changeOf>>>()
  for (const key of released.estimates.keys()) {
    const [place, group, measure] = partsOfKey(key)
    const figure = figureOf(released, place, group, measure)
    if (!isShown(figure)) continue
    if (place !== wholeProvince) tests.push(standingTest(`standing ${key}`, figure))
    const isComparable = before !== null && (place !== wholeProvince || sameCommunes)
    const change = isComparable ? changeOf(figureOf(before, place, group, measure), figure) : null
    if (change) {
      changes.set(key, change)
      tests.push({ key: `change ${key}`, probability: change.risen })
    }
    if (figure.self) tests.push({ key: `self ${key}`, probability: 1 - figure.self.p / 2 })
  }
  const may = allowed(tests)
  return (group) => ({
    standing: (place, measure) => {
      const key = cellKey(place, group, measure)
      return standingOf(figureOf(released, place, group, measure), may.has(`standing ${key}`))
    },
    change: (place, measure) => {
      const key = cellKey(place, group, measure)
      const change = changes.get(key)
      return change ? claimedChange(change, may.has(`change ${key}`)) : null
    },
    self: (place, measure) => {
      const figure = figureOf(released, place, group, measure)
      if (!isShown(figure) || !figure.self) return null
      const { words } = figure.self
      if (words === 'alike' || words === 'unclear') return words
      return may.has(`self ${cellKey(place, group, measure)}`) ? words : 'unclear'
    },
  })
}
