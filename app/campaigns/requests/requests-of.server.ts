import type { SurveyAnswer } from '~/assessment/answer-entry'
import { givenOptions } from '~/assessment/counted-options'
import { communeAnswer, hasSubmittedForm } from '~/gaps/commune-answers.server'
import { compareVi } from '~/formats/fold'
import { bareName } from '~/people/places/places.server'
import { reader, type Reader } from '~/platform/db/db.server'
import { refuse } from '~/platform/http/errors'
import type { Bilingual } from '~/platform/i18n/locale'
import type { Actor } from '~/platform/policy/actor'
import { authorise } from '~/platform/policy/require.server'
import {
  firstStanding,
  groupRequests,
  ownWordsOf,
  type AskedRequest,
  type Assigned,
  type RequestGroup,
  type RequestState,
  type Standing,
} from './request'

type From = { sql: Pick<Reader['sql'], 'all'> }

/** A campaign whose communes may ask for something. */
export type RequestCampaign = {
  id: string
  provinceCode: string
  province: string
  title: Bilingual
  state: 'open' | 'closed'
  sample: boolean
  communeCodes: string[]
}

/** `forms` of `of` communes have submitted their form; `asking` of them ask for something. */
export type Requests = {
  campaign: RequestCampaign
  forms: number
  of: number
  asking: number
  groups: RequestGroup[]
}

/**
 * What the communes of a campaign ask for, divided by who must act, each with where it stands; for a planner of the
 * province, because communes may write in their own words. `requestsOf(planner, id).groups[0].requests[0].communes`
 */
export function requestsOf(actor: Actor, campaignId: string): Requests {
  const campaign = requestCampaign(campaignId)
  authorise(actor, 'requests.view', { provinceCode: campaign.provinceCode })
  const communes = namedCommunes(campaign.communeCodes)
  const submitted = communes.filter(({ code }) => hasSubmittedForm(campaignId, code))
  const requests = askedBy(campaignId, submitted)
  return {
    campaign,
    forms: submitted.length,
    of: communes.length,
    asking: new Set(requests.flatMap((request) => request.communes.map(({ code }) => code))).size,
    groups: groupRequests(requests),
  }
}

type Named = { code: string; name: string }

/** The requests of the named communes of a campaign with where each stands; it does not ask who reads them. */
export function askedBy(campaignId: string, communes: readonly Named[], from: From = reader): AskedRequest[] {
  const standings = standingsOf(campaignId, from)
  const requests = new Map<string, AskedRequest>()
  const add = (key: string, text: Bilingual, isOwnWords: boolean, { code, name }: Named) => {
    const request = requests.get(key) ?? { key, text, isOwnWords, communes: [] }
    requests.set(key, request)
    request.communes.push({ code, name, ...(standings.get(`${key} ${code}`) ?? firstStanding(key)) })
  }
  for (const commune of communes) {
    for (const { id, vi, en } of chosen(campaignId, commune.code)) add(id, { vi, en }, false, commune)
    const words = communeAnswer(campaignId, commune.code, 'suggestion')?.value
    if (typeof words === 'string' && words.trim() !== '')
      add(ownWordsOf(commune.code), { vi: words.trim(), en: words.trim() }, true, commune)
  }
  return [...requests.values()]
}

/** The choices of a commune; that it asks for nothing is none. */
function chosen(campaignId: string, communeCode: string): ({ id: string } & Bilingual)[] {
  const answer = communeAnswer(campaignId, communeCode, 'requests')
  if (answer?.question.kind !== 'multiple' || answer.value === null) return []
  const given = givenOptions('multiple', answer.value as SurveyAnswer)
  return answer.question.options.filter(({ id, exclusive }) => !exclusive && given.includes(id))
}

type Row = Omit<Standing, 'state' | 'who'> & {
  request: string
  communeCode: string
  state: string
  who: string | null
}

/** What was written down last of each request and commune, by both with a space between. */
function standingsOf(campaignId: string, from: From): Map<string, Standing> {
  const rows = from.sql.all<Row>(
    `SELECT request, communeCode, state, who, inCharge, dueOn, answer, reason, at FROM RequestStanding
     WHERE id IN (SELECT max(id) FROM RequestStanding WHERE campaignId = ? GROUP BY request, communeCode)`,
    campaignId,
  )
  return new Map(
    rows.map(({ request, communeCode, state, who, ...rest }) => [
      `${request} ${communeCode}`,
      { ...rest, state: state as RequestState, who: who as Assigned },
    ]),
  )
}

/** Communes in the order of their names. */
export function namedCommunes(codes: readonly string[]): Named[] {
  return reader.sql
    .all<Named>(
      'SELECT code, name FROM Commune WHERE code IN (SELECT value FROM json_each(?))',
      JSON.stringify(codes),
    )
    .sort((a, b) => compareVi(bareName(a.name), bareName(b.name)) || compareVi(a.name, b.name))
}

type CampaignRow = Omit<RequestCampaign, 'title' | 'sample' | 'communeCodes'> & {
  title: string
  titleEn: string | null
  sample: number
  communeCodes: string
}

const campaignSql = `SELECT c.id, c.provinceCode, p.name AS province, c.title, c.titleEn, c.state, c.sample, c.communeCodes
  FROM Campaign c JOIN Province p ON p.code = c.provinceCode WHERE c.communeFormVersionId IS NOT NULL AND c.state <> 'draft'`

function campaignFrom({ title, titleEn, sample, communeCodes, ...rest }: CampaignRow): RequestCampaign {
  return {
    ...rest,
    title: { vi: title, en: titleEn ?? title },
    sample: sample === 1,
    communeCodes: JSON.parse(communeCodes) as string[],
  }
}

/** A campaign that asks communes about themselves; one without a form of communes has no requests. */
export function requestCampaign(id: string): RequestCampaign {
  const row = reader.sql.get<CampaignRow>(`${campaignSql} AND c.id = ?`, id)
  if (!row) throw refuse('notFound')
  return campaignFrom(row)
}

/** The campaigns of a province that ask communes about themselves, the last first; of one commune where it is named. */
export function requestCampaigns(provinceCode: string, communeCode?: string): RequestCampaign[] {
  return reader.sql
    .all<CampaignRow>(`${campaignSql} AND c.provinceCode = ? ORDER BY c.closesOn DESC, c.id`, provinceCode)
    .map(campaignFrom)
    .filter(({ communeCodes }) => communeCode === undefined || communeCodes.includes(communeCode))
}
