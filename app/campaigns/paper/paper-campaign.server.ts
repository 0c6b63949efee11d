import { latestFramework } from '~/competency/frameworks.server'
import { formVersion } from '~/assessment/content.server'
import { profilesInForce, targetsOf, type Db } from '~/competency/target-profiles.server'
import type { Targets } from '~/competency/framework'
import { now } from '~/platform/clock/now.server'
import { refuse } from '~/platform/http/errors'
import { formatDate, vietnamDay } from '~/platform/i18n/format'
import type { Actor } from '~/platform/policy/actor'
import { authorise } from '~/platform/policy/require.server'
import { phaseOf, type Phase } from '../campaign'
import { findCampaign, type CampaignRecord } from '../find-campaign.server'
import { activeSystems } from '../list-systems.server'
import { peopleAsked } from '../who-is-asked.server'

/** A campaign with what its papers are made of; of a draft as it would be if it opened now. */
export type PaperCampaign = CampaignRecord & { systems: string | null; phase: Phase }

/** People of one main position: they are given the same forms, whatever other positions they hold. */
export type PaperProfile = {
  /** The main position. */
  code: string
  targets: Targets
  people: number
  /** Who has not begun on the web. */
  left: number
}

export function paperCampaign(actor: Actor, db: Db, id: string): PaperCampaign {
  authorise(actor, 'paper.manage')
  const campaign = findCampaign(db, id)
  authorise(actor, 'paper.manage', { provinceCode: campaign.provinceCode })
  const phase = phaseOf(campaign, vietnamDay(now()))
  if (campaign.state === 'draft') {
    const { framework } = formVersion(campaign.personFormVersionId)
    const frameworkVersionId = latestFramework(framework).id
    return { ...campaign, phase, frameworkVersionId, systems: JSON.stringify(activeSystems(db)) }
  }
  const row = db.sql.get<{ systems: string | null }>('SELECT systems FROM Campaign WHERE id = ?', id)
  return { ...campaign, phase, systems: row?.systems ?? null }
}

/** Answers on paper are taken from the first day on until the campaign is closed, papers of the last day too. */
export function requireTaking({ phase, opensOn, closesOn }: PaperCampaign): void {
  if (phase === 'closed') throw refuse('campaignClosed', { date: formatDate(closesOn) })
  if (phase === 'draft' || phase === 'waiting') throw refuse('campaignNotOpen', { date: formatDate(opensOn) })
}

type Counted = { code: string; own: string | null; people: number; left: number }

/**
 * The profiles of the main positions of those who are asked. A form for every set of positions that somebody holds would
 * be hundreds: on paper a person is asked about the main position, and what other positions need stays unmeasured.
 */
export function paperProfiles(db: Db, campaign: PaperCampaign): PaperProfile[] {
  const inForce = profilesInForce(db, campaign.provinceCode)
  return counted(db, campaign)
    .map(({ code, own, people, left }) => ({
      code,
      // As it was at opening, where somebody holds this position alone.
      targets: own ? (JSON.parse(own) as Targets) : targetsOf(inForce, [code]),
      people,
      left,
    }))
    .sort((a, b) => (a.code < b.code ? -1 : 1))
}

function counted(db: Db, campaign: PaperCampaign): Counted[] {
  if (campaign.state !== 'draft') {
    return db.sql.all<Counted>(
      `SELECT i.positionCode AS code, MIN(CASE WHEN json_array_length(i.positionCodes) = 1 THEN i.targets END) AS own,
       COUNT(*) AS people, COUNT(*) - COUNT(s.id) AS left
       FROM Invitee i LEFT JOIN Sitting s ON s.inviteeId = i.id WHERE i.campaignId = ? GROUP BY i.positionCode`,
      campaign.id,
    )
  }
  const people = new Map<string, number>()
  for (const { positionCode } of peopleAsked(db, campaign))
    people.set(positionCode, (people.get(positionCode) ?? 0) + 1)
  return [...people].map(([code, count]) => ({ code, own: null, people: count, left: count }))
}
