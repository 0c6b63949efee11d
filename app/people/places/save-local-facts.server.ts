import { now } from '~/platform/clock/now.server'
import { inTransaction, type Tx } from '~/platform/db/db.server'
import { dbDate } from '~/platform/db/sqlite.server'
import { refuse } from '~/platform/http/errors'
import type { Bilingual } from '~/platform/i18n/locale'
import { audit } from '~/platform/log/audit.server'
import type { Actor } from '~/platform/policy/actor'
import { authorise } from '~/platform/policy/require.server'
import { ownFacts, valueOf } from './facts-in-force.server'
import type { FactEdit } from './local-facts'
import { localFacts } from './local-facts.server'
import { workProvince } from './work-province.server'

/** The facts that somebody else changed since the page was made; nothing is saved where there are some. */
export type SaveAnswer = { changed: string[]; stale: string[] }

/** Saves what the actor changed of the local facts of the province: a row for each, and what was said before stays. */
export async function saveLocalFacts(actor: Actor, edits: FactEdit[]): Promise<SaveAnswer> {
  const provinceCode = workProvince(actor, 'local-facts.edit')
  authorise(actor, 'local-facts.edit', { provinceCode })
  const known = new Map(localFacts().map((fact) => [fact.code, fact]))
  if (!edits.every(({ code }) => known.has(code))) throw refuse('badRequest')
  return inTransaction(async (tx) => {
    const own = ownFacts(provinceCode, tx)
    const wanted = edits.flatMap(({ code, seen, value }) => {
      const next = value && same(value, known.get(code)!.default) ? null : value
      return same(next, seenValue(tx, provinceCode, code, seen)) ? [] : [{ code, seen, value: next }]
    })
    const stale = wanted.flatMap(({ code, seen, value }) => {
      const current = own.get(code)
      return (current?.id ?? 0) !== seen && !same(value, current?.value ?? null) ? [code] : []
    })
    if (stale.length > 0) return { changed: [], stale }
    const changed = wanted.filter(({ code, value }) => !same(value, own.get(code)?.value ?? null))
    for (const { code, value } of changed) {
      tx.sql.run(
        'INSERT INTO LocalFact (provinceCode, code, vi, en, at, by) VALUES (?, ?, ?, ?, ?, ?)',
        ...[provinceCode, code, value?.vi ?? '', value?.en ?? '', dbDate(now()), actor.accountId],
      )
    }
    const codes = changed.map(({ code }) => code)
    if (codes.length > 0)
      await audit(tx, actor.accountId, 'localFacts.edit', provinceCode, { codes: codes.join(' ') })
    return { changed: codes, stale }
  })
}

/** What the page showed when it was made. */
function seenValue(tx: Tx, provinceCode: string, code: string, id: number): Bilingual | null {
  const row = tx.sql.get<Bilingual>(
    'SELECT vi, en FROM LocalFact WHERE id = ? AND provinceCode = ? AND code = ?',
    ...[id, provinceCode, code],
  )
  return row ? valueOf(row) : null
}

function same(a: Bilingual | null, b: Bilingual | null): boolean {
  return a?.vi === b?.vi && a?.en === b?.en
}
