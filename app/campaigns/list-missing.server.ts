import { compareNames } from '~/formats/fold'
import { reader } from '~/platform/db/db.server'
import type { Locale } from '~/platform/i18n/locale'
import { refuse } from '~/platform/http/errors'
import type { Actor } from '~/platform/policy/actor'
import { authorise } from '~/platform/policy/require.server'
import type { CampaignState } from './campaign'
import { communesWithin, findCampaign } from './find-campaign.server'
import { communeNames } from './response-rates.server'
import { titleOf } from './survey-pages.server'

export type MissingPerson = {
  personId: string
  name: string
  staffCode: string
  communeCode: string
  communeName: string
  position: string
  /** Has begun to answer. */
  started: boolean
  /** Has an account that was opened with its slip. */
  activated: boolean
}

export type MissingList = {
  campaign: { id: string; title: string; state: CampaignState; closesOn: string }
  /** Communes to choose from. */
  communes: { code: string; name: string }[]
  /** The chosen one, or null for all. */
  communeCode: string | null
  people: MissingPerson[]
  /** Communes whose own form is not in; null where the campaign has none. */
  communeForms: { code: string; name: string; started: boolean }[] | null
}

type Row = Omit<MissingPerson, 'communeName' | 'started' | 'activated'> & {
  started: number
  activated: number
}

/** Who has been asked and has not submitted, by commune and then by given name; a planner sees the province, a leader the own commune. */
export function listMissing(
  actor: Actor,
  id: string,
  communeCode: string | null,
  locale: Locale,
): MissingList {
  authorise(actor, 'campaign.missing')
  const campaign = findCampaign(reader, id)
  const within = communesWithin(actor, 'campaign.missing', campaign)
  if (communeCode !== null && !within.includes(communeCode))
    throw refuse(campaign.communeCodes.includes(communeCode) ? 'notAllowed' : 'notFound')
  const shown = communeCode === null ? within : [communeCode]
  const communes = communeNames(within)
  return {
    campaign: { id, title: titleOf(campaign, locale), state: campaign.state, closesOn: campaign.closesOn },
    communes,
    communeCode,
    people: missingPeople(id, shown, communes, locale),
    communeForms: campaign.communeFormVersionId ? missingForms(id, shown, communes) : null,
  }
}

function missingPeople(
  id: string,
  shown: string[],
  communes: { code: string; name: string }[],
  locale: Locale,
): MissingPerson[] {
  const rows = reader.sql.all<Row>(
    `SELECT i.personId, p.fullName AS name, p.staffCode, i.communeCode, ${locale === 'vi' ? 'o.nameVi' : 'o.nameEn'} AS position,
       s.id IS NOT NULL AS started, a.passwordHash IS NOT NULL AS activated
     FROM Invitee i JOIN Person p ON p.id = i.personId LEFT JOIN Position o ON o.code = i.positionCode
     LEFT JOIN Sitting s ON s.inviteeId = i.id LEFT JOIN Account a ON a.personId = i.personId
     WHERE i.campaignId = ? AND s.submittedAt IS NULL AND i.communeCode IN (SELECT value FROM json_each(?))`,
    id,
    JSON.stringify(shown),
  )
  const order = new Map(communes.map(({ code, name }, at) => [code, { at, name }]))
  return rows
    .map((row) => ({
      ...row,
      communeName: order.get(row.communeCode)?.name ?? row.communeCode,
      started: row.started === 1,
      activated: row.activated === 1,
    }))
    .sort(
      (a, b) =>
        (order.get(a.communeCode)?.at ?? 0) - (order.get(b.communeCode)?.at ?? 0) ||
        compareNames(a.name, b.name),
    )
}

function missingForms(id: string, shown: string[], communes: { code: string; name: string }[]) {
  const rows = reader.sql.all<{ communeCode: string; submittedAt: string | null }>(
    "SELECT communeCode, submittedAt FROM Sitting WHERE campaignId = ? AND kind = 'commune'",
    id,
  )
  const sittings = new Map(rows.map((row) => [row.communeCode, row]))
  return communes
    .filter(({ code }) => shown.includes(code) && !sittings.get(code)?.submittedAt)
    .map(({ code, name }) => ({ code, name, started: sittings.has(code) }))
}
