import { correlation } from '../numeric/statistics'

export type DistractorRow = {
  /** null: left empty. */
  option: string | null
  count: number
  /** Of all attempts, 0…1. */
  share: number
  /** Share among the attempts of the upper and of the lower group; null where a group is empty. */
  upper: number | null
  lower: number | null
  /** Correlation of having chosen the option with the rest score; null where either is constant. */
  restCorrelation: number | null
}

/**
 * How often each option was chosen, by whom: shares in the upper and lower 27 % by rest score (Kelley 1939, J. Educ.
 * Psychol. 30:17) and the point-biserial correlation of choosing it with the rest score. At the borders of the groups
 * everybody with the same rest score comes in, so that the order of the rows does not matter.
 * @param attempts what was chosen (one or several options, none = left empty) and the score on the other items
 * @param options every option that was offered, in the order shown; chosen options that are not among them are added
 */
export function distractorTable(
  attempts: readonly { chosen: readonly string[]; rest: number }[],
  options: readonly string[],
): DistractorRow[] {
  const size = Math.ceil(attempts.length * 0.27)
  const rests = attempts.map(({ rest }) => rest)
  const sorted = [...rests].sort((a, b) => a - b)
  const lowest = sorted[size - 1] ?? NaN
  const highest = sorted[sorted.length - size] ?? NaN
  const all = [...new Set([...options, ...attempts.flatMap(({ chosen }) => chosen)])]
  const empty = attempts.some(({ chosen }) => chosen.length === 0)
  return [...all, ...(empty ? [null] : [])].map((option) => {
    const took = attempts.map(({ chosen }) =>
      (option === null ? chosen.length === 0 : chosen.includes(option)) ? 1 : 0,
    )
    const count = sum(took)
    const shareOf = (within: (rest: number) => boolean) => {
      const group = took.filter((_, i) => within(rests[i]!))
      return group.length === 0 ? null : sum(group) / group.length
    }
    return {
      option,
      count,
      share: attempts.length === 0 ? 0 : count / attempts.length,
      upper: shareOf((rest) => rest >= highest),
      lower: shareOf((rest) => rest <= lowest),
      restCorrelation: correlation(took, rests),
    }
  })
}

export type OptionCurve = {
  /** null: left empty. */
  option: string | null
  /** Share of each fifth of the attempts by rest score that chose it, the lowest fifth first; null where a fifth is empty. */
  shares: (number | null)[]
}

/** How the choice of each option goes with the rest score: of the key it should rise, of a distractor fall. */
export function optionCurves(
  attempts: readonly { chosen: readonly string[]; rest: number }[],
  options: readonly string[],
): OptionCurve[] {
  const groups = fifths([...attempts].sort((a, b) => a.rest - b.rest))
  const empty = attempts.some(({ chosen }) => chosen.length === 0)
  return [...options, ...(empty ? [null] : [])].map((option) => ({
    option,
    shares: groups.map((group) => {
      const took = group.filter(({ chosen }) =>
        option === null ? chosen.length === 0 : chosen.includes(option),
      )
      return group.length === 0 ? null : took.length / group.length
    }),
  }))
}

const groupCount = 5

/** Five groups as equal as can be of rows that are in order. */
export function fifths<Row>(sorted: readonly Row[]): Row[][] {
  return Array.from({ length: groupCount }, (_, i) => {
    const [from, to] = [i, i + 1].map((at) => Math.round((at * sorted.length) / groupCount))
    return sorted.slice(from, to)
  })
}

function sum(values: number[]): number {
  return values.reduce((total, value) => total + value, 0)
}
