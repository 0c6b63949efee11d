import { levelOfScore, scoreForLevel, type Framework, type Targets } from '~/competency/framework'

/** One answered or unanswered quiz item of a sitting. `score` is 0–1, null when it was not reached. */
export type ScoredItem = { competency: string; score: number | null }

/** What a submitted sitting shows of one competency. */
export type CompetencyResult = {
  competency: string
  points: number
  /** Items answered, "I do not know" included: items not reached are not scored. */
  answered: number
  /** Level reached by the quiz score, 0 below the first; null where nothing was answered. */
  level: number | null
  target: number
  /** Level that the person chose in the self-assessment, 0–4; null where it was not answered. */
  selfLevel: number | null
}

/** What one submitted sitting adds to the sums of its commune. `conditions` maps a survey question to the chosen options. */
export type Submission = {
  campaignId: string
  communeCode: string
  positionCode: string
  departmentCode: string
  results: CompetencyResult[]
  conditions: { question: string; options: string[] }[]
}

/** Results of all competencies of `targets`, in the order of the framework. */
export function competencyResults(
  framework: Framework,
  targets: Targets,
  items: ScoredItem[],
  self: Record<string, number>,
): CompetencyResult[] {
  const codes = framework.domains.flatMap(({ competencies }) => competencies.map(({ code }) => code))
  return codes.flatMap((competency) => {
    const target = targets[competency]
    if (target === undefined) return []
    const scores = items.flatMap((item) =>
      item.competency === competency && item.score !== null ? [item.score] : [],
    )
    const points = scores.reduce((sum, score) => sum + score, 0)
    const level = scores.length === 0 ? null : levelOfScore(framework, (100 * points) / scores.length)
    return [
      { competency, points, answered: scores.length, level, target, selfLevel: self[competency] ?? null },
    ]
  })
}

/** Whether a measured competency is below its target; null where it was not measured. */
export function belowTarget(result: CompetencyResult): boolean | null {
  return result.level === null ? null : result.level < result.target
}

/** A domain seen as one: the pooled quiz score of its measured competencies against the mean of the scores that their targets need. */
export function domainBelowTarget(
  framework: Framework,
  domainCode: string,
  results: CompetencyResult[],
): boolean | null {
  const domain = framework.domains.find(({ code }) => code === domainCode)
  const own = results.filter(
    ({ competency, answered }) =>
      answered > 0 && domain?.competencies.some(({ code }) => code === competency),
  )
  if (own.length === 0) return null
  const score = own.reduce((sum, { points, answered }) => sum + (100 * points) / answered, 0) / own.length
  const needed = own.reduce((sum, { target }) => sum + scoreForLevel(framework, target), 0) / own.length
  return score < needed - 1e-9
}
