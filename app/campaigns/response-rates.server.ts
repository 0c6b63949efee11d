import { bareName } from '~/people/places/places.server'
import { compareVi } from '~/formats/fold'
import { reader } from '~/platform/db/db.server'
import type { Actor } from '~/platform/policy/actor'
import type { Rates } from './campaign'
import { communesWithin, type CampaignRecord } from './find-campaign.server'

/** How far a commune is; `form` is null where the campaign has no form for the commune itself. */
export type CommuneRates = Rates & { code: string; name: string; form: FormProgress | null }
export type FormProgress = 'submitted' | 'started' | 'notStarted'

type Counted = { communeCode: string; asked: number; submitted: number; started: number }
type FormRow = { communeCode: string; submittedAt: string | null }

const ratesSql = `SELECT i.communeCode, COUNT(*) AS asked, COUNT(s.submittedAt) AS submitted, COUNT(s.id) - COUNT(s.submittedAt) AS started
  FROM Invitee i LEFT JOIN Sitting s ON s.inviteeId = i.id WHERE i.campaignId = ? GROUP BY i.communeCode`

/** The response of each commune that the actor may see, counted now, in the order of names. */
export function responseRates(actor: Actor, campaign: CampaignRecord): CommuneRates[] {
  return ratesOf(campaign, communesWithin(actor, 'campaign.rates', campaign))
}

/** The response of communes of a campaign, for whoever has been authorised. */
export function ratesOf(campaign: CampaignRecord, within: string[]): CommuneRates[] {
  const counted = new Map(reader.sql.all<Counted>(ratesSql, campaign.id).map((row) => [row.communeCode, row]))
  const forms = new Map(
    reader.sql
      .all<FormRow>(
        "SELECT communeCode, submittedAt FROM Sitting WHERE campaignId = ? AND kind = 'commune'",
        campaign.id,
      )
      .map((row) => [row.communeCode, row]),
  )
  return communeNames(within).map(({ code, name }) => {
    const { asked = 0, submitted = 0, started = 0 } = counted.get(code) ?? {}
    const form = campaign.communeFormVersionId ? formProgress(forms.get(code)) : null
    return { code, name, asked, submitted, started, notStarted: asked - submitted - started, form }
  })
}

function formProgress(row: FormRow | undefined): FormProgress {
  if (!row) return 'notStarted'
  return row.submittedAt ? 'submitted' : 'started'
}

/** Communes by their codes, those of the past too, in the order of names. */
export function communeNames(codes: string[]): { code: string; name: string }[] {
  return reader.sql
    .all<{ code: string; name: string }>(
      'SELECT code, name FROM Commune WHERE code IN (SELECT value FROM json_each(?))',
      JSON.stringify(codes),
    )
    .sort((a, b) => compareVi(bareName(a.name), bareName(b.name)))
}
