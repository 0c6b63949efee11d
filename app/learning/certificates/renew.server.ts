import { now } from '~/platform/clock/now.server'
import { inTransaction } from '~/platform/db/db.server'
import type { Actor } from '~/platform/policy/actor'
import { authorise } from '~/platform/policy/require.server'
import { moduleVersion } from '../modules.server'
import { stateOf, type AboutClass } from './certificate'
import { newestOf } from './facts.server'
import { issueCertificate, issueClassCertificate } from './issue.server'
import { ownRow } from './view-own.server'

/** Gives the owner of a certificate that counts one with the present name. Returns its number, else that of the newest. */
export async function renewCertificate(actor: Actor, typed: string): Promise<string> {
  authorise(actor, 'learning.own')
  return inTransaction((tx) => {
    const row = ownRow(actor, typed, tx)
    if (stateOf(row) !== 'valid') return Promise.resolve(newestOf(row, tx).number)
    const { personId, moduleVersionId, classId, about, score } = row
    const at = now()
    if (moduleVersionId === null) {
      const facts = JSON.parse(about!) as AboutClass
      return Promise.resolve(
        issueClassCertificate(tx, { personId, classId: classId!, about: facts, score, at }),
      )
    }
    const module = moduleVersion(moduleVersionId)
    return Promise.resolve(issueCertificate(tx, { personId, module, score: score ?? 0, at }))
  })
}
