import { reader } from '~/platform/db/db.server'
import { campaignSittings } from '../item-analysis/campaign-sittings.server'
import { observationsOf } from '../measured-answers'
import { measuringOf, type Measuring } from '../measuring.server'
import type { BankAnswer, BankInput } from './bank'
import type { CalibrationOptions } from './calibration-run'
import type { BankGroups } from './judge-bank'

export type GatheredAnswers = { measuring: Measuring; input: BankInput; groups: BankGroups; rapid: number }

/**
 * The answers that a calibration uses, without any person: each submitted sitting is one, also where somebody answered in
 * two campaigns, since ability moves in between. Pilots count here; answers too quick to have been read do not.
 */
export async function gatherAnswers(
  { frameworkVersionId, standardId, parentId, campaigns, until }: CalibrationOptions,
  onProgress: (people: number) => void,
): Promise<GatheredAnswers> {
  const measuring = measuringOf({ frameworkVersionId, standardId, parameterVersionId: parentId })
  const { dimensionOf, parametersOf, domainOf } = measuring
  const known = new Map(bankItems().map(({ id, competency }) => [id, competency]))
  const persons: BankAnswer[][] = []
  const groups: BankGroups = { commune: [], sex: [], locale: [] }
  let rapid = 0
  for (const campaign of campaigns) {
    for await (const sitting of campaignSittings(campaign, until)) {
      const answers = sitting.answers.flatMap((answer): BankAnswer[] => {
        const { observations, rapid: left } = observationsOf(measuring, [answer])
        rapid += left
        const [observation] = observations
        if (!observation) return []
        known.set(answer.itemId, answer.competency)
        return [{ item: answer.itemId, category: observation.category }]
      })
      if (answers.length === 0) continue
      persons.push(answers)
      groups.commune.push(sitting.communeKind)
      groups.sex.push(sitting.sex)
      groups.locale.push(sitting.locale)
      onProgress(persons.length)
    }
  }
  const items = [...known]
    .filter(([, competency]) => dimensionOf.has(competency))
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([id, competency]) => ({
      id,
      dimension: dimensionOf.get(competency)!,
      parameters: parametersOf(id),
    }))
  const { population } = measuring
  return { measuring, input: { domainOf, population, items, persons }, groups, rapid }
}

/** The items that measure, as they are asked now. */
function bankItems(): { id: string; competency: string }[] {
  return reader.sql.all(
    "SELECT id, competency FROM ItemVersion WHERE NOT retired AND purpose = 'measure' ORDER BY id",
  )
}
