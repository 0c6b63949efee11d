import { randomUUID } from 'node:crypto'
import { formVersion } from '~/assessment/content.server'
import { parametersInForce } from '~/assessment/measuring.server'
import { standardInForce } from '~/competency/standards.server'
import { latestFramework } from '~/competency/frameworks.server'
import { profilesInForce, targetsOf } from '~/competency/target-profiles.server'
import { communesIn } from '~/people/places/places.server'
import { now } from '~/platform/clock/now.server'
import { inTransaction, reader, type Tx } from '~/platform/db/db.server'
import { dbDate } from '~/platform/db/sqlite.server'
import { vietnamDay } from '~/platform/i18n/format'
import type { Actor } from '~/platform/policy/actor'
import { authorise } from '~/platform/policy/require.server'
import { managedCampaign, type CampaignRecord } from './find-campaign.server'
import { activeSystems } from './list-systems.server'
import { peopleAsked, whoIsAsked, type Reach } from './who-is-asked.server'

/** Why a draft cannot open as it stands: nobody to ask, its last day is over, or a commune was merged since. */
export type OpeningObstacle = 'nobody' | 'over' | 'communesChanged'

export type OpeningPreview = {
  campaign: CampaignRecord
  reach: Reach
  obstacle: OpeningObstacle | null
  opensOn: string
}

/** What opening would do, for the page that asks before. */
export function previewOpening(actor: Actor, id: string): OpeningPreview {
  const campaign = managedCampaign(actor, reader, id)
  const reach = whoIsAsked(actor, campaign)
  const today = vietnamDay(now())
  return {
    campaign,
    reach,
    obstacle: obstacleOf(campaign, reach.people, today),
    opensOn: firstDay(campaign, today),
  }
}

/**
 * Opens a campaign and freezes it: who is asked, with commune, positions and target profile as they are now, and the named
 * systems. What changes later in rosters, profiles or systems does not reach it. Opening what is open changes nothing.
 */
export async function openCampaign(actor: Actor, id: string): Promise<OpeningObstacle | null> {
  authorise(actor, 'campaign.manage')
  return inTransaction(async (tx) => {
    const campaign = managedCampaign(actor, tx, id)
    if (campaign.state !== 'draft') return null
    const moment = now()
    const today = vietnamDay(moment)
    const people = peopleAsked(tx, campaign)
    const obstacle = obstacleOf(campaign, people.length, today)
    if (obstacle) return obstacle
    freezeInvitees(tx, campaign, people)
    const { framework } = formVersion(campaign.personFormVersionId)
    tx.sql.run(
      `UPDATE Campaign SET state = 'open', openedAt = ?, opensOn = ?, frameworkVersionId = ?, standardId = ?,
       parameterVersionId = ?, systems = ? WHERE id = ?`,
      dbDate(moment),
      firstDay(campaign, today),
      latestFramework(framework).id,
      standardInForce(framework, tx).id,
      parametersInForce(tx),
      JSON.stringify(activeSystems(tx)),
      id,
    )
    return null
  })
}

/** Invitees of an open campaign are never changed; each keeps its own profile. */
function freezeInvitees(tx: Tx, campaign: CampaignRecord, people: ReturnType<typeof peopleAsked>): void {
  const profiles = profilesInForce(tx, campaign.provinceCode)
  const targets = new Map<string, string>()
  for (const person of people) {
    const codes = JSON.stringify(person.positionCodes)
    const needed = targets.get(codes) ?? JSON.stringify(targetsOf(profiles, person.positionCodes))
    targets.set(codes, needed)
    tx.sql.run(
      `INSERT INTO Invitee (id, campaignId, personId, communeCode, positionCodes, positionCode, departmentCode, targets)
       VALUES (?, ?, ?, ?, ?, ?, ?, ?)`,
      randomUUID(),
      campaign.id,
      person.personId,
      person.communeCode,
      codes,
      person.positionCode,
      person.departmentCode,
      needed,
    )
  }
}

function obstacleOf(campaign: CampaignRecord, people: number, today: string): OpeningObstacle | null {
  if (campaign.state !== 'draft') return null
  if (campaign.closesOn < today) return 'over'
  const current = new Set(communesIn(campaign.provinceCode).map(({ code }) => code))
  if (!campaign.communeCodes.every((code) => current.has(code))) return 'communesChanged'
  return people === 0 ? 'nobody' : null
}

/** A draft that waited beyond its first day opens today. */
function firstDay({ opensOn }: CampaignRecord, today: string): string {
  return opensOn < today ? today : opensOn
}
