import type { AboutClass, CertificateFacts } from '~/learning/certificates/certificate'
import { certificateRow, factsOf } from '~/learning/certificates/facts.server'
import { issueClassCertificate } from '~/learning/certificates/issue.server'
import { now } from '~/platform/clock/now.server'
import { inTransaction, reader } from '~/platform/db/db.server'
import { audit } from '~/platform/log/audit.server'
import type { Actor } from '~/platform/policy/actor'
import { minutesOf, stateOf, type TrainingClass } from '../class'
import { namedCompetencies } from '../class-choices.server'
import { managedClass } from '../class-at.server'
import { participantsOf, type Participant } from '../view-class.server'
import { eligibility, type Eligibility } from './eligible'

export type Certified = Pick<
  Participant,
  'personId' | 'staffCode' | 'fullName' | 'communeName' | 'attended'
> & {
  score: number | null
  eligible: Eligibility
  number: string | null
  revoked: boolean
}
export type CertificatesView = {
  class: TrainingClass
  ended: boolean
  people: Certified[]
}

/** Who of a class is to be certified, and who is already. */
export function viewCertificates(actor: Actor, classId: string): CertificatesView {
  const found = managedClass(actor, classId)
  const asked = { ...found, sessions: found.sessions.length }
  const scores = scoresOf(classId)
  const given = standing(classId)
  return {
    class: found,
    ended: stateOf(found, now()) === 'ended',
    people: participantsOf(classId)
      .filter(({ withdrawnAt }) => withdrawnAt === null)
      .map(({ personId, staffCode, fullName, communeName, attended }) => {
        const score = scores.get(personId) ?? null
        const certificate = given.get(personId)
        return {
          personId,
          staffCode,
          fullName,
          communeName,
          attended,
          score,
          eligible: eligibility(attended, score, asked),
          number: certificate?.number ?? null,
          revoked: certificate?.revoked ?? false,
        }
      }),
  }
}

/** Certifies everybody of an ended class who is entitled and has no certificate yet; returns how many. */
export async function issueCertificates(actor: Actor, classId: string): Promise<number> {
  const { class: found, ended, people } = viewCertificates(actor, classId)
  if (!ended) return 0
  const entitled = people.filter(({ eligible, number }) => eligible === 'yes' && number === null)
  if (entitled.length === 0) return 0
  const about = {
    title: found.title,
    competencies: namedCompetencies(found.competencies),
    sessions: found.sessions.length,
    minutes: minutesOf(found.sessions),
  }
  return inTransaction(async (tx) => {
    managedClass(actor, classId, tx)
    const at = now()
    for (const { personId, attended, score } of entitled) {
      const own: AboutClass = { ...about, attended }
      const counted = found.passPercent === null ? null : score
      issueClassCertificate(tx, { personId, classId, about: own, score: counted, at })
    }
    await audit(tx, actor.accountId, 'class.certify', classId, { issued: entitled.length })
    return entitled.length
  })
}

/** The certificates of a class that count, to be printed together, in the order of its list. */
export function printedCertificates(
  actor: Actor,
  classId: string,
): { class: TrainingClass; facts: CertificateFacts[] } {
  const { class: found, people } = viewCertificates(actor, classId)
  const facts = people.flatMap(({ number, revoked }) => {
    const row = number !== null && !revoked ? certificateRow(number) : undefined
    return row ? [factsOf(row)] : []
  })
  return { class: found, facts }
}

function standing(classId: string): Map<string, { number: string; revoked: boolean }> {
  const rows = reader.sql.all<{ personId: string; number: string; revokedAt: string | null }>(
    'SELECT personId, number, revokedAt FROM Certificate WHERE classId = ? AND supersededBy IS NULL',
    classId,
  )
  return new Map(
    rows.map(({ personId, number, revokedAt }) => [personId, { number, revoked: revokedAt !== null }]),
  )
}

function scoresOf(classId: string): Map<string, number> {
  const rows = reader.sql.all<{ personId: string; score: number }>(
    "SELECT personId, score FROM ClassSitting WHERE classId = ? AND form = 'after' AND submittedAt IS NOT NULL",
    classId,
  )
  return new Map(rows.map(({ personId, score }) => [personId, score]))
}
