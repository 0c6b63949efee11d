import { now } from '~/platform/clock/now.server'
import { inTransaction, reader } from '~/platform/db/db.server'
import { dbDate } from '~/platform/db/sqlite.server'
import { audit } from '~/platform/log/audit.server'
import type { Actor } from '~/platform/policy/actor'
import { authorise } from '~/platform/policy/require.server'
import { communesIn, placeOfCommune, provinceByCode } from '../places/places.server'
import { workProvince } from '../places/work-province.server'
import type { Contacts } from './contacts-form'

export type CommuneContact = { code: string; name: string; email: string | null }

/** The addresses of the offices of communes, by their codes. */
export function contactsOf(codes: readonly string[]): Map<string, string> {
  return new Map(
    reader.sql
      .all<{ communeCode: string; email: string }>(
        'SELECT communeCode, email FROM CommuneContact WHERE communeCode IN (SELECT value FROM json_each(?))',
        JSON.stringify(codes),
      )
      .map(({ communeCode, email }) => [communeCode, email]),
  )
}

/** Every commune of the actor's province with the address of its office, in the order of names. */
export function listContacts(actor: Actor): { province: string; communes: CommuneContact[] } {
  const provinceCode = workProvince(actor, 'people.edit')
  const communes = communesIn(provinceCode)
  const emails = contactsOf(communes.map(({ code }) => code))
  return {
    province: provinceByCode(provinceCode).name,
    communes: communes.map(({ code, name }) => ({ code, name, email: emails.get(code) ?? null })),
  }
}

/** The address of one commune's office, for who may change it. */
export function contactOf(actor: Actor, code: string): string | null {
  authorise(actor, 'people.edit', placeOfCommune(code))
  return contactsOf([code]).get(code) ?? null
}

/** Keeps addresses of offices, null taking one away; those that are the same already are left alone. Returns how many changed. */
export async function saveContacts(actor: Actor, contacts: Contacts): Promise<number> {
  authorise(actor, 'people.edit')
  for (const code of contacts.keys()) authorise(actor, 'people.edit', placeOfCommune(code))
  return inTransaction(async (tx) => {
    let changed = 0
    for (const [code, email] of contacts) {
      changed += email
        ? tx.sql.run(
            `INSERT INTO CommuneContact (communeCode, email, at, by) VALUES (?, ?, ?, ?)
             ON CONFLICT (communeCode) DO UPDATE SET email = excluded.email, at = excluded.at, by = excluded.by
             WHERE email <> excluded.email`,
            code,
            email,
            dbDate(now()),
            actor.accountId,
          )
        : tx.sql.run('DELETE FROM CommuneContact WHERE communeCode = ?', code)
    }
    if (changed > 0) await audit(tx, actor.accountId, 'commune.contacts', null, { changed })
    return changed
  })
}
