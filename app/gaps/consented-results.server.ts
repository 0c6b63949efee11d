import { frameworkVersion } from '~/competency/frameworks.server'
import { sittingOutcome } from '~/assessment/sitting-outcome.server'
import { compareNames } from '~/formats/fold'
import { communeByCode } from '~/people/places/places.server'
import { reader } from '~/platform/db/db.server'
import { refuse } from '~/platform/http/errors'
import type { Actor } from '~/platform/policy/actor'
import { authorise } from '~/platform/policy/require.server'
import { reportCampaign } from './report-campaign.server'

type Row = {
  personId: string
  fullName: string
  positionVi: string
  positionEn: string
  sittingId: string
  submittedAt: string
  consentedAt: string
}

/**
 * People of a commune whose result the leader may see: asked there and still working there, with a submitted sitting, and
 * with a consent whose newest row says yes.
 */
const consentedSql = `SELECT i.personId, p.fullName, coalesce(po.nameVi, i.positionCode) AS positionVi,
  coalesce(po.nameEn, i.positionCode) AS positionEn, s.id AS sittingId, s.submittedAt, k.at AS consentedAt
  FROM Invitee i
  JOIN Person p ON p.id = i.personId
  JOIN PersonCommune pc ON pc.personId = p.id AND pc.until IS NULL AND pc.communeCode = i.communeCode
  JOIN Sitting s ON s.inviteeId = i.id AND s.submittedAt IS NOT NULL
  JOIN Consent k ON k.id = (SELECT max(id) FROM Consent WHERE personId = i.personId AND campaignId = i.campaignId AND purpose = 'leader_sees_result')
  LEFT JOIN Position po ON po.code = i.positionCode
  WHERE i.campaignId = ? AND i.communeCode = ? AND k.given = 1 AND (? IS NULL OR i.personId = ?)`

function consented(campaignId: string, communeCode: string, personId: string | null): Row[] {
  return reader.sql.all<Row>(consentedSql, campaignId, communeCode, personId, personId)
}

function allowed(actor: Actor, campaignId: string, communeCode: string) {
  const commune = communeByCode(communeCode)
  authorise(actor, 'result.consented', { provinceCode: commune.provinceCode, communeCode })
  return { commune, campaign: reportCampaign(campaignId) }
}

/** The people of a leader's own commune who agreed that the leader sees their result of a campaign. */
export function consentedResults(actor: Actor, campaignId: string, communeCode: string) {
  const place = allowed(actor, campaignId, communeCode)
  const people = consented(campaignId, communeCode, null)
    .map(({ personId, fullName, positionVi, positionEn, submittedAt, consentedAt }) => ({
      personId,
      fullName,
      position: { vi: positionVi, en: positionEn },
      submittedAt,
      consentedAt,
    }))
    .sort((a, b) => compareNames(a.fullName, b.fullName))
  return { ...place, people }
}

/** One person's result, while the consent stands; without it the page does not exist for the leader. */
export function consentedResult(actor: Actor, campaignId: string, communeCode: string, personId: string) {
  const place = allowed(actor, campaignId, communeCode)
  const person = consented(campaignId, communeCode, personId)[0]
  if (!person) throw refuse('notFound')
  return {
    ...place,
    fullName: person.fullName,
    position: { vi: person.positionVi, en: person.positionEn },
    submittedAt: person.submittedAt,
    consentedAt: person.consentedAt,
    framework: frameworkVersion(place.campaign.frameworkVersionId).framework,
    ...sittingOutcome(person.sittingId),
  }
}

export type ConsentedResults = ReturnType<typeof consentedResults>
export type ConsentedResult = ReturnType<typeof consentedResult>
