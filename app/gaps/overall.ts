import { differenceOf } from './change-figures'
import { isShown, type Figure, type Shown } from './figures'
import type { Interval } from './wilson'

/**
 * How much is below target over all domains: of `needs`, each a person asked and a domain that the position needs, the
 * share below target with its 90 % interval, over `domains` of the `of` domains: those that may be shown.
 */
export type Overall = Interval & { share: number; needs: number; domains: number; of: number }

/** The change of an overall share since the campaign before, in shares; `sure` where its 90 % interval leaves zero. */
export type OverallChange = Interval & { share: number; sure: boolean }

/**
 * The mean of the shares of the domains of one place, weighted by the people whose position needs each; null where none
 * may be shown. The errors of the domains count as fully dependent, so that the interval is rather too wide.
 */
export function overallOf(figures: readonly Figure[]): Overall | null {
  const shown = figures.filter(isShown)
  return weighted(
    shown,
    shown.map(({ people }) => people),
    figures.length,
  )
}

/** The change between two campaigns over the domains shown in both, with the later one's numbers of people for both. */
export function overallChange(before: readonly Figure[], after: readonly Figure[]): OverallChange | null {
  const pairs = after.flatMap((each, i) => {
    const earlier = before[i] ?? null
    return isShown(each) && isShown(earlier) ? [{ earlier, later: each }] : []
  })
  const people = pairs.map(({ later }) => later.people)
  const [was, is] = [
    weighted(
      pairs.map(({ earlier }) => earlier),
      people,
      after.length,
    ),
    weighted(
      pairs.map(({ later }) => later),
      people,
      after.length,
    ),
  ]
  if (!was || !is) return null
  const { low, high } = differenceOf(was, is)
  return { share: is.share - was.share, low, high, sure: low > 0 || high < 0 }
}

function weighted(shown: readonly Shown[], people: readonly number[], of: number): Overall | null {
  const needs = people.reduce((sum, each) => sum + each, 0)
  if (needs === 0) return null
  const mean = (pick: (figure: Shown) => number) =>
    shown.reduce((sum, figure, i) => sum + people[i]! * pick(figure), 0) / needs
  return {
    share: mean(({ share }) => share),
    low: mean(({ low }) => low),
    high: mean(({ high }) => high),
    needs,
    domains: shown.length,
    of,
  }
}
