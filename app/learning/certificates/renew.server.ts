import { now } from '~/platform/clock/now.server'
import { inTransaction } from '~/platform/db/db.server'
import type { Actor } from '~/platform/policy/actor'
import { authorise } from '~/platform/policy/require.server'
import { moduleVersion } from '../modules.server'
import { stateOf } from './certificate'
import { newestOf } from './facts.server'
import { issueCertificate } from './issue.server'
import { ownRow } from './view-own.server'

/** Gives the owner of a certificate that counts one with the present name. Returns its number, else that of the newest. */
export async function renewCertificate(actor: Actor, typed: string): Promise<string> {
  authorise(actor, 'learning.own')
  return inTransaction((tx) => {
    const row = ownRow(actor, typed, tx)
    if (stateOf(row) !== 'valid') return Promise.resolve(newestOf(row, tx).number)
    const { personId, moduleVersionId, score } = row
    const module = moduleVersion(moduleVersionId)
    return Promise.resolve(issueCertificate(tx, { personId, module, score, at: now() }))
  })
}
