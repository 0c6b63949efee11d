import type { Db } from '~/competency/target-profiles.server'
import { formVersion } from '~/assessment/content.server'
import { whoAnswers } from '~/assessment/form'
import { peopleAt, type PersonAt } from '~/people/persons/people-at.server'
import type { PersonKind } from '~/people/roster/types'
import { reader } from '~/platform/db/db.server'
import type { Actor } from '~/platform/policy/actor'
import { authorise } from '~/platform/policy/require.server'
import { communeNames } from './response-rates.server'

/** Whom a campaign asks: the part of a draft that decides it. */
export type Whom = {
  provinceCode: string
  communeCodes: string[]
  positionCodes: string[] | null
  personFormVersionId: string
}

export type Reach = {
  people: number
  communes: number
  /** Names of the communes in which nobody is asked. */
  emptyCommunes: string[]
  /** People asked who have never signed in, so that they still need their slip. */
  notActivated: number
  /** People of these communes without a position: they cannot be asked, for nothing says what their work needs. */
  withoutPosition: number
}

/** Community teams and providers' staff are not on the commune's payroll. */
const staffKinds: PersonKind[] = ['civil_servant', 'party_front_other']

/** What members of a team do, whatever else a roster says of them. */
export const teamPosition = 'community-digital-team-member'

/** The people whom a campaign would ask if it opened now; a form for teams asks every member, whatever the positions. */
export function peopleAsked(db: Db, whom: Whom): PersonAt[] {
  const { provinceCode, communeCodes, positionCodes } = whom
  return asksTeams(whom)
    ? peopleAt(db, {
        provinceCode,
        communeCodes,
        positionCodes: null,
        kinds: ['community_team'],
        otherwise: teamPosition,
      })
    : peopleAt(db, { provinceCode, communeCodes, positionCodes, kinds: staffKinds })
}

export function asksTeams({ personFormVersionId }: Pick<Whom, 'personFormVersionId'>): boolean {
  return whoAnswers(formVersion(personFormVersionId)) === 'team'
}

/** How many people, in how many communes, and who cannot answer yet. */
export function whoIsAsked(actor: Actor, whom: Whom): Reach {
  authorise(actor, 'campaign.manage', { provinceCode: whom.provinceCode })
  const people = peopleAsked(reader, whom)
  const peopled = new Set(people.map(({ communeCode }) => communeCode))
  const active = activated(whom.provinceCode)
  return {
    people: people.length,
    communes: peopled.size,
    emptyCommunes: communeNames(whom.communeCodes.filter((code) => !peopled.has(code))).map(
      ({ name }) => name,
    ),
    notActivated: people.filter(({ personId }) => !active.has(personId)).length,
    withoutPosition: withoutPosition(whom),
  }
}

function activated(provinceCode: string): Set<string> {
  const rows = reader.sql.all<{ personId: string }>(
    `SELECT a.personId FROM Account a JOIN Person p ON p.id = a.personId
     WHERE p.provinceCode = ? AND a.passwordHash IS NOT NULL AND a.disabledAt IS NULL`,
    provinceCode,
  )
  return new Set(rows.map(({ personId }) => personId))
}

function withoutPosition(whom: Whom): number {
  if (asksTeams(whom)) return 0
  const row = reader.sql.get<{ n: number }>(
    `SELECT COUNT(*) AS n FROM PersonCommune c JOIN Person p ON p.id = c.personId
     WHERE c.until IS NULL AND c.communeCode IN (SELECT value FROM json_each(?))
     AND p.kind IN (SELECT value FROM json_each(?))
     AND NOT EXISTS (SELECT 1 FROM PersonPosition o WHERE o.personId = p.id AND o.until IS NULL)`,
    JSON.stringify(whom.communeCodes),
    JSON.stringify(staffKinds),
  )
  return row?.n ?? 0
}
