import { fold } from '~/formats/fold'
import { inTransaction } from '~/platform/db/db.server'
import { refuse } from '~/platform/http/errors'
import type { Actor } from '~/platform/policy/actor'
import { authorise } from '~/platform/policy/require.server'
import { newSystemCode, type SystemsEdit } from './systems'

/** Saves names, order and use of the named systems, and adds one. Campaigns that are open keep the list they opened with. */
export async function saveSystems(actor: Actor, edit: SystemsEdit): Promise<void> {
  authorise(actor, 'systems.edit')
  await inTransaction(async (tx) => {
    const known = new Set(tx.sql.all<{ code: string }>('SELECT code FROM WorkSystem').map(({ code }) => code))
    if (!edit.rows.every(({ code }) => known.has(code))) throw refuse('badRequest')
    for (const [i, { code, vi, en, active }] of edit.rows.entries()) {
      tx.sql.run(
        'UPDATE WorkSystem SET nameVi = ?, nameEn = ?, "order" = ?, active = ? WHERE code = ?',
        vi.normalize('NFC'),
        en.normalize('NFC'),
        i,
        active ? 1 : 0,
        code,
      )
    }
    const { added } = edit
    if (!added || tx.sql.get('SELECT 1 FROM WorkSystem WHERE nameVi = ?', added.vi.normalize('NFC'))) return
    tx.sql.run(
      'INSERT INTO WorkSystem (code, nameVi, nameEn, "order", active) VALUES (?, ?, ?, (SELECT COALESCE(MAX("order"), 0) + 1 FROM WorkSystem), 1)',
      newSystemCode(fold(added.vi), known),
      added.vi.normalize('NFC'),
      added.en.normalize('NFC'),
    )
  })
}
