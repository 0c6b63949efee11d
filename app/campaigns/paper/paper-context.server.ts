import { setImmediate as turn } from 'node:timers/promises'
import { fold } from '~/formats/fold'
import { now } from '~/platform/clock/now.server'
import { reader } from '~/platform/db/db.server'
import { vietnamDay } from '~/platform/i18n/format'
import { locales } from '~/platform/i18n/locale'
import { getT } from '~/platform/i18n/translate'
import { codeKey, type PaperContext, type Respondent, type ShapedForm } from './batch'
import { formLetters } from './form-code'
import { paperProfiles, type PaperCampaign } from './paper-campaign.server'
import { paperForm, type PaperForm } from './paper-form.server'

const shaped = ({ code, questions }: PaperForm): ShapedForm => ({
  hash: code.hash,
  questions: questions.map(({ shape }) => shape),
})

/** Everything that reading an uploaded workbook needs. */
export async function paperContext(campaign: PaperCampaign): Promise<PaperContext> {
  const found = paperProfiles(reader, campaign)
  const profiles: ShapedForm[][] = []
  for (const profile of found) {
    profiles.push(formLetters.map((_, parallel) => shaped(paperForm(campaign, profile, parallel))))
    await turn()
  }
  const places = new Map(found.map(({ code }, i) => [code, i]))
  return {
    opensOn: campaign.opensOn,
    today: vietnamDay(now()),
    profiles,
    commune: campaign.communeFormVersionId ? shaped(paperForm(campaign, null, 0)) : null,
    people: peopleOf(campaign.id, places),
    communes: communesOf(campaign),
    notAsked: notAsked(campaign),
    headings: {
      code: locales.flatMap((locale) => [
        fold(getT(locale, 'paper')('sheet.staffCode')),
        fold(getT(locale, 'paper')('sheet.communeCode')),
      ]),
      form: locales.map((locale) => fold(getT(locale, 'paper')('sheet.form'))),
      date: locales.map((locale) => fold(getT(locale, 'paper')('sheet.date'))),
    },
  }
}

type PersonRow = {
  id: string
  staffCode: string
  positionCode: string
  sitting: string | null
  submittedAt: string | null
}

const stateOf = (row: { sitting: string | null; submittedAt: string | null }): Respondent['state'] =>
  row.submittedAt ? 'submitted' : row.sitting ? 'begun' : 'none'

function peopleOf(campaignId: string, places: Map<string, number>): PaperContext['people'] {
  const rows = reader.sql.all<PersonRow>(
    `SELECT i.id, p.staffCode, i.positionCode, s.id AS sitting, s.submittedAt FROM Invitee i
     JOIN Person p ON p.id = i.personId LEFT JOIN Sitting s ON s.inviteeId = i.id WHERE i.campaignId = ?`,
    campaignId,
  )
  return Object.fromEntries(
    rows.map((row) => [
      codeKey(row.staffCode),
      { id: row.id, profile: places.get(row.positionCode) ?? null, state: stateOf(row) },
    ]),
  )
}

function communesOf({ id, communeCodes, communeFormVersionId }: PaperCampaign): PaperContext['communes'] {
  if (!communeFormVersionId) return {}
  const rows = reader.sql.all<{ communeCode: string; sitting: string; submittedAt: string | null }>(
    "SELECT communeCode, id AS sitting, submittedAt FROM Sitting WHERE campaignId = ? AND kind = 'commune'",
    id,
  )
  const known = new Map(rows.map((row) => [row.communeCode, row]))
  return Object.fromEntries(
    communeCodes.map((code): [string, Respondent] => {
      const row = known.get(code)
      return [codeKey(code), { id: code, profile: null, state: row ? stateOf(row) : 'none' }]
    }),
  )
}

function notAsked({ id, provinceCode }: PaperCampaign): string[] {
  return reader.sql
    .all<{ staffCode: string }>(
      `SELECT staffCode FROM Person WHERE provinceCode = ?
       AND id NOT IN (SELECT personId FROM Invitee WHERE campaignId = ?)`,
      provinceCode,
      id,
    )
    .map(({ staffCode }) => codeKey(staffCode))
}
