import type { Standard } from '~/competency/standard'
import type { ItemParameters } from '../irt/parameters'
import type { Scenario } from './scenario'

/** The name under which what a task shows of a competency enters the measurement. */
export function evidenceId(scenarioId: string, competency: string): string {
  return `${scenarioId}#${competency}`
}

/**
 * What is expected of the evidence of a task before anybody has done it: three categories, below half of the points, from
 * half, all of them, around the authors' difficulty, as for an item with partial credit. It discriminates like a
 * multiple choice. Calibrations leave it as it is.
 */
export function evidenceParameters(
  { evidence }: Pick<Scenario, 'evidence'>,
  competency: string,
  { expert }: Pick<Standard, 'expert'>,
): ItemParameters {
  const difficulty = evidence.find((each) => each.competency === competency)?.difficulty ?? 0
  return {
    model: 'gpcm',
    a: expert.discrimination.multiple,
    b: [difficulty - expert.spread, difficulty + expert.spread],
  }
}
