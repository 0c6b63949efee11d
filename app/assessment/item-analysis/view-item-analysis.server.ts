import type { Domain } from '~/competency/framework'
import { reader } from '~/platform/db/db.server'
import { refuse } from '~/platform/http/errors'
import type { Bilingual } from '~/platform/i18n/locale'
import type { Actor } from '~/platform/policy/actor'
import { scopeOf } from '~/platform/policy/policy'
import { authorise } from '~/platform/policy/require.server'
import { measuringOf, type MeasuringVersions } from '../measuring.server'
import { campaignAnalysis, type AnalysedItem } from './campaign-analysis.server'
import { flags, fewestForFigures, type Flag } from './item-flags'
import { sortByFigure, type ItemQuery, type ItemSort } from './item-sort'

type CampaignRow = MeasuringVersions & {
  id: string
  provinceCode: string
  title: string
  titleEn: string | null
  state: string
}

/** A campaign whose items an actor may look at. */
function analysedCampaign(actor: Actor, id: string): CampaignRow {
  authorise(actor, 'analysis.view')
  const row = reader.sql.get<CampaignRow>(
    `SELECT id, provinceCode, title, titleEn, state, frameworkVersionId, standardId, parameterVersionId
     FROM Campaign WHERE id = ? AND state <> 'draft'`,
    id,
  )
  if (!row) throw refuse('notFound')
  authorise(actor, 'analysis.view', { provinceCode: row.provinceCode })
  return row
}

const titleOf = ({ title, titleEn }: Pick<CampaignRow, 'title' | 'titleEn'>): Bilingual => ({
  vi: title,
  en: titleEn ?? title,
})

/** Figures of one item as the table shows them; all null below `fewestForFigures` people. */
export type ItemFigures = {
  id: string
  code: string
  competency: string
  level: number
  stem: Bilingual
  people: number
  pilots: number
  facility: number | null
  index: number | null
  efficiency: number | null
  weight: number | null
  difficulty: number
  discrimination: number
  expected: number | null
  infit: number | null
  flags: Flag[]
}

export type ItemAnalysisView = {
  campaign: { id: string; title: Bilingual; open: boolean; adaptive: boolean }
  at: string
  people: number
  adaptive: number
  enough: boolean
  test: Awaited<ReturnType<typeof campaignAnalysis>>['test']
  domains: Domain[]
  items: number
  rows: ItemFigures[]
}

/** The items of a campaign with their figures, filtered and ordered. */
export async function viewItemAnalysis(
  actor: Actor,
  campaignId: string,
  { sort, direction, competency }: ItemQuery,
): Promise<ItemAnalysisView> {
  const campaign = analysedCampaign(actor, campaignId)
  const { at, people, adaptive, test, items } = await campaignAnalysis(campaign)
  const rows = items.map(figuresOf).filter((row) => !competency || row.competency === competency)
  return {
    campaign: {
      id: campaign.id,
      title: titleOf(campaign),
      open: campaign.state === 'open',
      adaptive: adaptive > 0,
    },
    at,
    people,
    adaptive,
    enough: people >= fewestForFigures,
    test: test && test.people >= fewestForFigures ? test : null,
    domains: measuringOf(campaign).framework.domains,
    items: items.length,
    rows: sort === 'code' && direction === 'asc' ? rows : sortByFigure(rows, orderOf(sort, rows), direction),
  }
}

function orderOf(sort: ItemSort, rows: ItemFigures[]): (row: ItemFigures) => number | null {
  if (sort === 'code') {
    const place = new Map(rows.map((row, i) => [row, i]))
    return (row) => place.get(row)!
  }
  // The gravest flag decides, then how many there are.
  if (sort === 'flags')
    return (row) => row.flags.reduce((sum, flag) => sum + 2 ** (flags.length - flags.indexOf(flag)), 0)
  return (row) => row[sort]
}

function figuresOf(each: AnalysedItem): ItemFigures {
  const { item, classical, analysis, difficulty, discrimination } = each
  const { people, pilots, residuals } = analysis
  const shown = people >= fewestForFigures
  const ofForms = shown && classical && classical.attempts >= fewestForFigures ? classical : null
  const share = residuals.observed ?? null
  return {
    id: item.id,
    code: item.code,
    competency: item.competency,
    level: item.level,
    stem: item.stem,
    people,
    pilots,
    facility: ofForms ? ofForms.facility : shown && share !== null ? 100 * share : null,
    index: ofForms?.discriminationIndex ?? null,
    efficiency: ofForms?.discriminativeEfficiency ?? null,
    weight: ofForms?.effectiveWeight ?? null,
    difficulty,
    discrimination,
    expected: shown && residuals.expected !== null ? 100 * residuals.expected : null,
    infit: shown ? residuals.infit : null,
    flags: each.flags,
  }
}

/** One item of a campaign: its figures, who chose what, and how it goes with doing well elsewhere. */
export async function viewItemFigures(actor: Actor, campaignId: string, itemId: string) {
  const campaign = analysedCampaign(actor, campaignId)
  const { items, adaptive, at } = await campaignAnalysis(campaign)
  const found = items.find(({ item }) => item.id === itemId)
  if (!found) throw refuse('notFound')
  const { item, analysis } = found
  const shown = analysis.people >= fewestForFigures
  const { framework } = measuringOf(campaign)
  const competency = framework.domains
    .flatMap(({ competencies }) => competencies)
    .find(({ code }) => code === item.competency)
  return {
    campaign: { id: campaign.id, title: titleOf(campaign), open: campaign.state === 'open' },
    at,
    item,
    competency: competency?.name ?? null,
    level: framework.levels.find(({ level }) => level === item.level)?.name ?? null,
    figures: figuresOf(found),
    shown,
    byAbility: adaptive > 0,
    distractors: shown ? analysis.distractors : [],
    groups: shown ? analysis.groups : [],
  }
}

export type AnalysedCampaignRow = {
  id: string
  title: Bilingual
  state: string
  opensOn: string
  closesOn: string
  mode: string
  people: number
}

/** The campaigns with submitted sittings whose items an actor may look at, newest first. */
export function listAnalyses(actor: Actor): AnalysedCampaignRow[] {
  authorise(actor, 'analysis.view')
  const { everywhere, provinceCodes } = scopeOf(actor, 'analysis.view')
  const rows = reader.sql.all<Omit<AnalysedCampaignRow, 'title'> & { title: string; titleEn: string | null }>(
    `SELECT c.id, c.title, c.titleEn, c.state, c.opensOn, c.closesOn, c.quizMode AS mode, count(s.id) AS people
     FROM Campaign c JOIN Sitting s ON s.campaignId = c.id AND s.kind = 'person' AND s.submittedAt IS NOT NULL
     WHERE c.state <> 'draft' AND (? OR c.provinceCode IN (SELECT value FROM json_each(?)))
     GROUP BY c.id ORDER BY c.opensOn DESC, c.createdAt DESC`,
    everywhere ? 1 : 0,
    JSON.stringify(provinceCodes),
  )
  return rows.map(({ titleEn, ...row }) => ({ ...row, title: titleOf({ title: row.title, titleEn }) }))
}
