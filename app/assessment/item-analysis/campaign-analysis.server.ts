import { setImmediate } from 'node:timers/promises'
import { now } from '~/platform/clock/now.server'
import { reader } from '~/platform/db/db.server'
import { itemVersion } from '../content.server'
import { measuringOf, type MeasuringVersions } from '../measuring.server'
import type { ItemVersion } from '../item'
import { analyseItem, difficultyOf, keyOf, type ItemAnalysis, type ItemAnswerOf } from './analyse-item'
import { campaignSittings, type SittingRecord } from './campaign-sittings.server'
import type { ClassicalItem } from './classical'
import { itemFlags, type Flag } from './item-flags'
import { analyseForms, type FormsTest } from './several-forms'

export type AnalysedCampaign = MeasuringVersions & { id: string; state: string }
export type AnalysedItem = {
  item: ItemVersion
  difficulty: number
  discrimination: number
  /** Null where nobody met the item in a fixed form. */
  classical: ClassicalItem | null
  analysis: ItemAnalysis
  flags: Flag[]
}
export type CampaignAnalysis = {
  at: string
  people: number
  /** Of them, those whose items were chosen one by one. */
  adaptive: number
  /** Of the fixed forms; null without any. */
  test: Omit<FormsTest, 'items'> | null
  items: AnalysedItem[]
}

type Kept = { key: string; at: number; made: Promise<CampaignAnalysis> }
const kept = new Map<string, Kept>()
const mostKept = 8
const freshFor = 10 * 60_000

/** The item analysis of a campaign; of an open one at most ten minutes old. */
export function campaignAnalysis(campaign: AnalysedCampaign): Promise<CampaignAnalysis> {
  const { n, newest } = reader.sql.get<{ n: number; newest: string | null }>(
    "SELECT count(*) AS n, max(submittedAt) AS newest FROM Sitting WHERE campaignId = ? AND kind = 'person' AND submittedAt IS NOT NULL",
    campaign.id,
  ) ?? { n: 0, newest: null }
  const key = `${campaign.state}/${n}/${newest}/${campaign.standardId}/${campaign.parameterVersionId}`
  const before = kept.get(campaign.id)
  const at = now().getTime()
  if (before && (before.key === key || (campaign.state === 'open' && at - before.at < freshFor)))
    return before.made
  const made = analyse(campaign)
  kept.delete(campaign.id)
  kept.set(campaign.id, { key, at, made })
  if (kept.size > mostKept) kept.delete(kept.keys().next().value!)
  made.catch(() => kept.delete(campaign.id))
  return made
}

async function analyse(campaign: AnalysedCampaign): Promise<CampaignAnalysis> {
  const measuring = measuringOf(campaign)
  const sittings: SittingRecord[] = []
  for await (const sitting of campaignSittings(campaign.id)) sittings.push(sitting)
  const ids = [...new Set(sittings.flatMap(({ answers }) => answers.map(({ itemId }) => itemId)))]
  const items = ids.map((id) => itemVersion(id))
  const order = new Map(measuring.competencies.map((code, i) => [code, i]))
  const place = ({ competency }: ItemVersion) => order.get(competency) ?? order.size
  items.sort(
    (a, b) =>
      place(a) - place(b) || a.level - b.level || a.code.localeCompare(b.code) || a.version - b.version,
  )
  const fixed = sittings.filter(({ adaptive }) => !adaptive)
  const byAbility = fixed.length < sittings.length
  const answers = answersByItem(sittings, byAbility, measuring.dimensionOf)
  const { items: classical, ...test } = analyseForms(
    fixed.map((sitting) => marksOf(sitting, items)),
    items.map(() => 1),
  )
  const analysed: AnalysedItem[] = []
  for (const [j, item] of items.entries()) {
    await setImmediate()
    const parameters = measuring.parametersOf(item.id)
    const analysis = analyseItem(item, measuring, answers.get(item.id) ?? [])
    const own = classical[j]!
    const { people, residuals, distractors } = analysis
    const { facility, discriminationIndex } = own
    analysed.push({
      item,
      difficulty: difficultyOf(parameters),
      discrimination: parameters.a,
      classical: own.attempts > 0 ? own : null,
      analysis,
      flags: itemFlags({
        people,
        facility,
        discriminationIndex,
        residuals,
        distractors,
        key: keyOf(item),
      }),
    })
  }
  return {
    at: now().toISOString(),
    people: sittings.length,
    adaptive: sittings.length - fixed.length,
    test: fixed.length > 0 ? test : null,
    items: analysed,
  }
}

/** A pilot is no part of the total: it has no mark, and its own figures come from the response model. */
function marksOf({ answers }: SittingRecord, items: ItemVersion[]): (number | null)[] {
  const scores = new Map(answers.flatMap(({ itemId, score, pilot }) => (pilot ? [] : [[itemId, score]])))
  return items.map(({ id }) => scores.get(id) ?? null)
}

function answersByItem(
  sittings: SittingRecord[],
  byAbility: boolean,
  dimensionOf: ReadonlyMap<string, number>,
): Map<string, ItemAnswerOf[]> {
  const found = new Map<string, ItemAnswerOf[]>()
  for (const { abilities, answers } of sittings) {
    const counted = answers.filter(({ pilot }) => !pilot)
    const total = counted.reduce((sum, { score }) => sum + score, 0)
    for (const { itemId, competency, score, chosen, seconds, pilot } of answers) {
      const dimension = dimensionOf.get(competency)
      const ability =
        abilities && dimension !== undefined
          ? { mean: abilities.mean[dimension]!, sd: abilities.sd[dimension]! }
          : null
      const others = counted.length - (pilot ? 0 : 1)
      const rest = others > 0 ? (total - (pilot ? 0 : score)) / others : 0
      const rank = byAbility ? (ability?.mean ?? 0) : rest
      const list = found.get(itemId) ?? []
      list.push({ score, chosen, seconds, pilot, rank, ability })
      found.set(itemId, list)
    }
  }
  return found
}
