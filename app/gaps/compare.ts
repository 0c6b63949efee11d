import { certainty, type Certainty } from '~/ui/certainty'
import { differenceP } from './difference'
import { discoveries } from './fdr'
import { isShown, type Figure, type Shown } from './figures'

/** How a figure stands to that of everybody else; `unclear` where no difference may be claimed. */
export type Standing = 'higher' | 'lower' | 'unclear'
export type Claim = { standing: Standing; certainty: Certainty | null }

const unclear: Claim = { standing: 'unclear', certainty: null }

/**
 * Compares each figure of a place with that of the rest of the province (the province without the place, so that the two
 * groups share nobody). A difference is claimed where its interval leaves zero and the page's false discovery rate allows.
 */
export function claims(pairs: readonly { own: Figure; province: Figure }[]): Claim[] {
  const tests = pairs.map(({ own, province }) => {
    const rest = isShown(own) && isShown(province) ? without(province, own) : null
    return rest && isShown(own)
      ? { p: differenceP(own, rest), higher: own.share > rest.below / rest.n }
      : null
  })
  const made = discoveries(tests.map((test) => test?.p ?? null))
  return tests.map((test, i) => {
    if (!test || !made[i]) return unclear
    return { standing: test.higher ? 'higher' : 'lower', certainty: certainty(1 - test.p / 2) }
  })
}

function without(all: Shown, part: Shown): { n: number; below: number } | null {
  const n = all.n - part.n
  return n > 0 ? { n, below: all.below - part.below } : null
}

/**
 * The figures that may be the largest: the top one and those whose interval reaches into its interval, largest first; so
 * two that cannot be told apart are named together.
 */
export function largest<Item extends { figure: Figure }>(items: readonly Item[]): Item[] {
  const shares = (item: Item) => (isShown(item.figure) ? item.figure : null)
  const sorted = items.filter((item) => shares(item)).sort((a, b) => shares(b)!.share - shares(a)!.share)
  const top = sorted[0] && shares(sorted[0])
  return top ? sorted.filter((item) => shares(item)!.high >= top.low) : []
}
