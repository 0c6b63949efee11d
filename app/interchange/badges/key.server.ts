import { createPrivateKey, createPublicKey, generateKeyPairSync, type KeyObject } from 'node:crypto'
import { inTransaction, reader } from '~/platform/db/db.server'
import { multikey } from './multibase'

const readSql = "SELECT value FROM Installation WHERE key = 'badge-key'"

let known: KeyObject | null = null

/** The Ed25519 key with which this installation signs badges, made when it is first needed and stored with its data. */
export async function badgeKey(): Promise<KeyObject> {
  if (known) return known
  const stored = () => reader.sql.get<{ value: string }>(readSql)?.value
  if (!stored()) {
    const made = generateKeyPairSync('ed25519').privateKey.export({ format: 'der', type: 'pkcs8' })
    await inTransaction((tx) => {
      tx.sql.run(
        "INSERT INTO Installation (key, value) VALUES ('badge-key', ?) ON CONFLICT DO NOTHING",
        made.toString('base64'),
      )
      return Promise.resolve()
    })
  }
  known = createPrivateKey({ key: Buffer.from(stored()!, 'base64'), format: 'der', type: 'pkcs8' })
  return known
}

/** The public half as a Multikey. */
export function publicMultikey(key: KeyObject): string {
  const { x } = createPublicKey(key).export({ format: 'jwk' })
  return multikey(Buffer.from(x!, 'base64url'))
}
