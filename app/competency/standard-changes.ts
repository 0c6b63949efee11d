import { sameData } from '~/formats/same-data'
import { allCompetencies, measurableLevels, type Framework } from './framework'
import type { Standard } from './standard'

/** A threshold that differs; `competency` is null for one that all share, a value is null where all share it. */
export type ThresholdChange = {
  competency: string | null
  level: number
  from: number | null
  to: number | null
}
export type StandardChanges = {
  thresholds: ThresholdChange[]
  probability: { from: number; to: number } | null
  method: boolean
  /** The prior, the experts' expectations or the settings of the adaptive quiz. */
  rest: boolean
}

/** What differs between two standards, thresholds in the order of the framework. */
export function standardChanges(framework: Framework, before: Standard, after: Standard): StandardChanges {
  const levels = measurableLevels(framework).map(({ level }) => level)
  const places = [null, ...allCompetencies(framework).map(({ code }) => code)]
  const at = ({ setting }: Standard, competency: string | null, level: number) =>
    (competency === null ? setting.thresholds : setting.own[competency])?.[level] ?? null
  const thresholds = places.flatMap((competency) =>
    levels.flatMap((level): ThresholdChange[] => {
      const [from, to] = [at(before, competency, level), at(after, competency, level)]
      return from === to ? [] : [{ competency, level, from, to }]
    }),
  )
  const [was, is] = [before.setting, after.setting]
  const restOf = ({ prior, expert, adaptive }: Standard) => ({ prior, expert, adaptive })
  return {
    thresholds,
    probability: was.probability === is.probability ? null : { from: was.probability, to: is.probability },
    method: !sameData(was.method, is.method),
    rest: !sameData(restOf(before), restOf(after)),
  }
}

/** Whether two standards say the same, whatever their versions. */
export function sameStandard(framework: Framework, one: Standard, other: Standard): boolean {
  const { thresholds, probability, method, rest } = standardChanges(framework, one, other)
  return thresholds.length === 0 && probability === null && !method && !rest
}
