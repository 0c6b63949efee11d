import { reader } from '~/platform/db/db.server'
import { refuse } from '~/platform/http/errors'
import type { Locale } from '~/platform/i18n/locale'
import { parseGapQuery } from '~/gaps/gap-query'
import { provinceReport, type ProvinceReport } from '~/gaps/province-report.server'
import { provinceByCode } from '~/people/places/places.server'
import { now } from '~/platform/clock/now.server'
import { vietnamDay } from '~/platform/i18n/format'
import type { Actor } from '~/platform/policy/actor'
import { can, scopeOf, type Scope } from '~/platform/policy/policy'
import { daysBetween } from './campaign'
import { communeFigures, type DeskFigures } from './desk-figures.server'
import { listCampaigns, type CampaignRow } from './list-campaigns.server'
import { communeNames, type FormProgress } from './response-rates.server'

export type DeskCampaign = CampaignRow & { daysLeft: number }

export type PlannerDesk = {
  provinceName: string
  people: number
  notActivated: number
  ownProfiles: number
  drafts: DeskCampaign[]
  open: DeskCampaign[]
  lastClosed: DeskCampaign | null
  /** What the one closed last shows, the communes that lack most first. */
  report: ProvinceReport | null
}

export type LeaderDesk = {
  code: string
  name: string
  people: number
  notActivated: number
  open: (DeskCampaign & { form: FormProgress | null })[]
  closed: DeskCampaign[]
  /** What the one closed last shows. */
  figures: DeskFigures | null
}

export type Desk = {
  planner: PlannerDesk | null
  communes: LeaderDesk[]
  trainer: { items: number; forms: number; reports: number } | null
  administrator: { accounts: number; notActivated: number; disabled: number; people: number } | null
}

/** What is going on, by the roles of the actor; refuses an account that has no desk. */
export function desk(actor: Actor, locale: Locale): Desk {
  const campaigns = can(actor, 'campaign.rates') ? withDaysLeft(listCampaigns(actor, locale)) : []
  const made: Desk = {
    planner: can(actor, 'campaign.manage') ? plannerDesk(actor, campaigns) : null,
    communes: leaderDesks(actor, campaigns),
    trainer: actor.grants.some(({ role }) => role === 'trainer') ? trainerDesk() : null,
    administrator: can(actor, 'accounts.manage')
      ? administratorDesk(scopeOf(actor, 'accounts.manage'))
      : null,
  }
  if (!made.planner && !made.trainer && !made.administrator && made.communes.length === 0)
    throw refuse('notAllowed')
  return made
}

function withDaysLeft(campaigns: CampaignRow[]): DeskCampaign[] {
  const today = vietnamDay(now())
  return campaigns.map((each) => ({ ...each, daysLeft: daysBetween(today, each.closesOn) }))
}

/** Open campaigns, those that take answers now before those that wait for their day. */
function openOnes(campaigns: DeskCampaign[]): DeskCampaign[] {
  const waits = ({ phase }: DeskCampaign) => Number(phase === 'waiting')
  return campaigns
    .filter(({ phase }) => phase !== 'draft' && phase !== 'closed')
    .sort((a, b) => waits(a) - waits(b))
}

/** Closed campaigns, the one closed last first. */
function closedOnes(campaigns: DeskCampaign[]): DeskCampaign[] {
  return campaigns
    .filter(({ phase }) => phase === 'closed')
    .sort((a, b) => (b.closedAt ?? '').localeCompare(a.closedAt ?? ''))
}

/** Rows of the heat map on the desk; the others are a link away. */
const deskRows = 16

function plannerDesk(actor: Actor, campaigns: DeskCampaign[]): PlannerDesk | null {
  const [provinceCode] = scopeOf(actor, 'campaign.manage').provinceCodes
  if (!provinceCode) return null
  const lastClosed = closedOnes(campaigns)[0] ?? null
  const profiles = reader.sql.get<{ n: number }>(
    `SELECT COUNT(*) AS n FROM TargetProfile WHERE targets <> 'null' AND id IN (
       SELECT MAX(id) FROM TargetProfile WHERE provinceCode = ? GROUP BY positionCode)`,
    provinceCode,
  )
  return {
    provinceName: provinceByCode(provinceCode).name,
    ...peopleCounts('p.provinceCode = ?', provinceCode),
    ownProfiles: profiles?.n ?? 0,
    drafts: campaigns.filter(({ phase }) => phase === 'draft'),
    open: openOnes(campaigns),
    lastClosed,
    report: lastClosed
      ? provinceReport(actor, lastClosed.id, parseGapQuery(new URLSearchParams({ sort: 'most' })), deskRows)
      : null,
  }
}

function leaderDesks(actor: Actor, campaigns: DeskCampaign[]): LeaderDesk[] {
  const { communeCodes } = scopeOf(actor, 'campaign.rates')
  return communeNames(communeCodes).map(({ code, name }) => {
    const own = campaigns.filter((each) => each.communeCodes.includes(code))
    const closed = closedOnes(own)
    return {
      code,
      name,
      ...peopleCounts(
        'EXISTS (SELECT 1 FROM PersonCommune c WHERE c.personId = p.id AND c.until IS NULL AND c.communeCode = ?)',
        code,
      ),
      open: openOnes(own).map((each) => ({ ...each, form: formOf(each.id, code) })),
      closed,
      figures: closed[0] ? communeFigures(actor, closed[0].id, code) : null,
    }
  })
}

function formOf(campaignId: string, communeCode: string): FormProgress | null {
  const row = reader.sql.get<{ asked: number; begun: number; submitted: number }>(
    `SELECT c.communeFormVersionId IS NOT NULL AS asked, s.id IS NOT NULL AS begun, s.submittedAt IS NOT NULL AS submitted
     FROM Campaign c LEFT JOIN Sitting s ON s.communeKey = c.id || ':' || ? WHERE c.id = ?`,
    communeCode,
    campaignId,
  )
  if (!row?.asked) return null
  if (row.submitted) return 'submitted'
  return row.begun ? 'started' : 'notStarted'
}

/** People at a place, and how many of them have never opened their account. `where` is one of the two written above. */
function peopleCounts(where: string, code: string): { people: number; notActivated: number } {
  const row = reader.sql.get<{ people: number; notActivated: number }>(
    `SELECT COUNT(*) AS people, COUNT(*) - COUNT(a.passwordHash) AS notActivated
     FROM Person p LEFT JOIN Account a ON a.personId = p.id WHERE ${where}
     AND EXISTS (SELECT 1 FROM PersonCommune w WHERE w.personId = p.id AND w.until IS NULL)`,
    code,
  )
  return row ?? { people: 0, notActivated: 0 }
}

function trainerDesk(): Desk['trainer'] {
  return (
    reader.sql.get<{ items: number; forms: number; reports: number }>(
      `SELECT (SELECT COUNT(DISTINCT code) FROM ItemVersion WHERE retired = 0 AND purpose = 'measure') AS items,
       (SELECT COUNT(DISTINCT code) FROM FormVersion WHERE retired = 0) AS forms,
       (SELECT COUNT(*) FROM ProblemReport WHERE handledAt IS NULL) AS reports`,
    ) ?? null
  )
}

function administratorDesk({ everywhere, provinceCodes }: Scope): Desk['administrator'] {
  const provinces = JSON.stringify(provinceCodes)
  return (
    reader.sql.get<NonNullable<Desk['administrator']>>(
      `SELECT COUNT(*) AS accounts, COALESCE(SUM(passwordHash IS NULL AND disabledAt IS NULL), 0) AS notActivated,
         COALESCE(SUM(disabledAt IS NOT NULL), 0) AS disabled,
         (SELECT COUNT(*) FROM Person WHERE ? = 1 OR provinceCode IN (SELECT value FROM json_each(?))) AS people
       FROM Account a WHERE ? = 1 OR EXISTS (
         SELECT 1 FROM RoleGrant g WHERE g.accountId = a.id AND g.provinceCode IN (SELECT value FROM json_each(?)))`,
      everywhere ? 1 : 0,
      provinces,
      everywhere ? 1 : 0,
      provinces,
    ) ?? null
  )
}
