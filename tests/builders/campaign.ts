import { randomUUID } from 'node:crypto'
import { fold } from '~/formats/fold'
import type { Targets } from '~/competency/framework'
import type { Actor, Grant } from '~/platform/policy/actor'

/** Builders of rows for data tests; every part can be overridden. Import after `freshDatabase()`. */

export function actor(overrides: Partial<Actor> = {}): Actor {
  return { accountId: randomUUID(), personId: null, displayName: 'Thử', grants: [], ...overrides }
}

export const learnerGrant: Grant = { role: 'learner', provinceCode: null, communeCode: null }
export const plannerGrant = (provinceCode: string): Grant => ({
  role: 'planner',
  provinceCode,
  communeCode: null,
})
export const leaderGrant = (provinceCode: string, communeCode: string): Grant => ({
  role: 'leader',
  provinceCode,
  communeCode,
})

type PersonParts = {
  communeCode: string
  provinceCode: string
  positionCode: string
  fullName?: string
  staffCode?: string
}

/** A person with a commune, a position and an account; returns the person as an actor. */
export async function person(parts: PersonParts): Promise<Actor & { personId: string }> {
  const { inTransaction } = await import('~/platform/db/db.server')
  const id = randomUUID()
  const at = new Date('2026-10-01T00:00:00Z')
  const staffCode = parts.staffCode ?? id.slice(0, 13)
  const fullName = parts.fullName ?? 'Nông Văn Thử'
  const account = await inTransaction(async (tx) => {
    await tx.person.create({
      data: {
        id,
        staffCode,
        fullName,
        nameFolded: fold(fullName),
        provinceCode: parts.provinceCode,
        kind: 'civil_servant',
        createdAt: at,
        communes: { create: { communeCode: parts.communeCode, since: at } },
        positions: { create: { positionCode: parts.positionCode, since: at } },
      },
    })
    return tx.account.create({
      data: {
        id: randomUUID(),
        username: staffCode,
        displayName: fullName,
        personId: id,
        createdAt: at,
        roles: { create: { role: 'learner', grantedAt: at } },
      },
    })
  })
  return {
    ...actor({ accountId: account.id, personId: id, displayName: fullName, grants: [learnerGrant] }),
    personId: id,
  }
}

type CampaignParts = {
  provinceCode: string
  communeCodes: string[]
  opensOn?: string
  closesOn?: string
  state?: 'draft' | 'open' | 'closed'
}

/** An open campaign of the shipped forms; nobody is asked yet. */
export async function campaign(parts: CampaignParts): Promise<string> {
  const { inTransaction } = await import('~/platform/db/db.server')
  const id = randomUUID()
  await inTransaction((tx) =>
    tx.campaign.create({
      data: {
        id,
        provinceCode: parts.provinceCode,
        title: 'Đợt thử',
        personFormVersionId: 'commune-staff@2',
        communeFormVersionId: 'commune-conditions@1',
        frameworkVersionId: 'its@1',
        communeCodes: JSON.stringify(parts.communeCodes),
        opensOn: parts.opensOn ?? '2026-01-01',
        closesOn: parts.closesOn ?? '2099-12-31',
        state: parts.state ?? 'open',
        systems: JSON.stringify([{ code: 'one-stop', vi: 'Một cửa', en: 'One-stop' }]),
        createdAt: new Date(),
        createdBy: 'test',
      },
    }),
  )
  return id
}

type InviteeParts = {
  campaignId: string
  personId: string
  communeCode: string
  positionCode?: string
  departmentCode?: string
  targets?: Targets
}

export async function invitee(parts: InviteeParts): Promise<string> {
  const { inTransaction } = await import('~/platform/db/db.server')
  const id = randomUUID()
  const positionCode = parts.positionCode ?? 'office-statistics'
  await inTransaction((tx) =>
    tx.invitee.create({
      data: {
        id,
        campaignId: parts.campaignId,
        personId: parts.personId,
        communeCode: parts.communeCode,
        positionCode,
        positionCodes: JSON.stringify([positionCode]),
        departmentCode: parts.departmentCode ?? 'office',
        targets: JSON.stringify(parts.targets ?? { '4.1': 2, '7.3': 2 }),
      },
    }),
  )
  return id
}
