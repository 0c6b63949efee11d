import { contactsOf } from '~/people/contacts/contacts.server'
import { now } from '~/platform/clock/now.server'
import type { Tx } from '~/platform/db/db.server'
import { dbDate } from '~/platform/db/sqlite.server'
import { parseLocale, type Locale } from '~/platform/i18n/locale'

/** A commune's address: that of its office, else those of the people who lead it. */
export type Office = { addresses: string[]; of: 'office' | 'leaders' | null }
export type PersonAddress = { communeCode: string; address: string; locale: Locale }

type Sql = Pick<Tx['sql'], 'all'>

/** Nobody gets more than one message of a campaign in so many days. */
export const restDays = 2

/** Where mail to each commune goes. */
export function officesOf(sql: Sql, codes: readonly string[]): Map<string, Office> {
  const contacts = contactsOf(codes)
  const leaders = new Map<string, string[]>()
  for (const { communeCode, email } of sql.all<{ communeCode: string; email: string }>(
    `SELECT DISTINCT g.communeCode, p.email FROM RoleGrant g JOIN Account a ON a.id = g.accountId JOIN Person p ON p.id = a.personId
     WHERE g.role = 'leader' AND a.disabledAt IS NULL AND p.email IS NOT NULL
     AND g.communeCode IN (SELECT value FROM json_each(?)) ORDER BY p.email`,
    JSON.stringify(codes),
  ))
    leaders.set(communeCode, [...(leaders.get(communeCode) ?? []), email])
  return new Map(
    codes.map((code): [string, Office] => {
      const contact = contacts.get(code)
      if (contact) return [code, { addresses: [contact], of: 'office' }]
      const own = leaders.get(code)
      return [code, own ? { addresses: own, of: 'leaders' } : { addresses: [], of: null }]
    }),
  )
}

/**
 * People of the communes who have not submitted and have an address, less those who had a message of the campaign within two
 * days: one row an address, for an office may have given its own for several people.
 */
export function peopleToMail(
  sql: Sql,
  campaignId: string,
  codes: readonly string[],
): { people: PersonAddress[]; resting: number } {
  const since = dbDate(new Date(now().getTime() - restDays * 86_400_000))
  const rows = sql.all<{ communeCode: string; address: string; locale: string | null; rests: number }>(
    `SELECT i.communeCode, p.email AS address, a.locale,
       EXISTS (SELECT 1 FROM MailMessage m WHERE m.kind = 'reminder' AND m.subject = i.campaignId
         AND m.toAddress = p.email AND m.createdAt > ?) AS rests
     FROM Invitee i JOIN Person p ON p.id = i.personId LEFT JOIN Account a ON a.personId = i.personId
     LEFT JOIN Sitting s ON s.inviteeId = i.id
     WHERE i.campaignId = ? AND s.submittedAt IS NULL AND p.email IS NOT NULL AND a.disabledAt IS NULL
       AND i.communeCode IN (SELECT value FROM json_each(?))
     GROUP BY p.email ORDER BY i.communeCode, p.email`,
    since,
    campaignId,
    JSON.stringify(codes),
  )
  return {
    people: rows
      .filter(({ rests }) => rests === 0)
      .map(({ communeCode, address, locale }) => ({
        communeCode,
        address,
        locale: parseLocale(locale ?? undefined),
      })),
    resting: rows.filter(({ rests }) => rests === 1).length,
  }
}
