import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto'
import { inTransaction, reader } from '~/platform/db/db.server'

const readSql = "SELECT value FROM Installation WHERE key = 'secret'"
const insertSql = "INSERT INTO Installation (key, value) VALUES ('secret', ?) ON CONFLICT DO NOTHING"

let secret: Buffer | null = null

/** The secret of this installation, made when it is first needed and stored with its data. */
async function installationSecret(): Promise<Buffer> {
  if (secret) return secret
  const stored = () => reader.sql.get<{ value: string }>(readSql)?.value
  if (!stored()) {
    await inTransaction(async (tx) => {
      tx.sql.run(insertSql, randomBytes(32).toString('base64url'))
    })
  }
  secret = Buffer.from(stored()!, 'base64url')
  return secret
}

/** A signature of 43 characters by this installation; `purpose` keeps what is signed for one use from serving another. */
export async function signatureOf(purpose: string, text: string): Promise<string> {
  return createHmac('sha256', await installationSecret())
    .update(`${purpose}\n${text}`)
    .digest('base64url')
}

export async function isSignedBy(purpose: string, text: string, signature: string): Promise<boolean> {
  const right = Buffer.from(await signatureOf(purpose, text))
  const given = Buffer.from(signature)
  return given.length === right.length && timingSafeEqual(given, right)
}
