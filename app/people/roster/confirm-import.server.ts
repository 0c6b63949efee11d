import { setImmediate as turn } from 'node:timers/promises'
import { now } from '~/platform/clock/now.server'
import { inTransaction, type Tx } from '~/platform/db/db.server'
import { dbDate } from '~/platform/db/sqlite.server'
import { audit } from '~/platform/log/audit.server'
import type { Actor } from '~/platform/policy/actor'
import { takenStaffCodes } from '../persons/existing-people.server'
import { changePerson, insertPerson } from '../persons/store-person.server'
import { comparedAgain } from './change-import.server'
import type { DiffRow, FieldChange } from './diff-types'
import { importFor, optionsOf } from './import-row.server'
import { previewRows, type Preview } from './preview'
import { startReading } from './reading.server'
import { rosterReference } from './roster-reference.server'
import { effectMark, previewColumns, readPreview } from './stored-preview.server'
import { rosterWrites, type RosterWrites } from './writes'

/** Counts of what an import wrote; kept when everything else of it is gone. */
export type ImportSummary = Record<DiffRow['status'], number> & { whole: boolean }

export type ConfirmAnswer = 'done' | 'changedMeanwhile' | 'needsWhole' | 'discarded' | 'notRead'

/**
 * Writes an import, all or nothing: the whole file, or (`rightRows`) its rows without error or open question.
 * The file is compared with the people stored once more; where that now means something else than was seen,
 * nothing is written and the new comparison is shown. Confirming twice changes nothing.
 */
export async function confirmImport(
  actor: Actor,
  id: string,
  seen: { mark: string; rightRows: boolean },
): Promise<ConfirmAnswer> {
  const answer = await inTransaction(async (tx): Promise<ConfirmAnswer> => {
    const row = await importFor(actor, id, tx)
    if (row.state === 'confirmed') return 'done'
    if (row.state === 'discarded') return 'discarded'
    if (row.state !== 'preview') return 'notRead'
    const stored = readPreview(tx, id)
    const reference = rosterReference(row.provinceCode)
    const lists = {
      communes: new Set(reference.communes.map(codeOf)),
      positions: new Set(reference.positions.map(codeOf)),
    }
    if (!stillKnown(stored, lists)) {
      await tx.rosterImport.update({ where: { id }, data: { state: 'reading', preview: null } })
      return 'changedMeanwhile'
    }
    const preview = comparedAgain(tx, row.provinceCode, stored, optionsOf(row).decisions)
    if (effectMark(preview) !== seen.mark) {
      await tx.rosterImport.update({ where: { id }, data: previewColumns(preview) })
      return 'changedMeanwhile'
    }
    const whole = preview.totals.error === 0 && preview.totals.decide === 0
    if (!whole && !seen.rightRows) return 'needsWhole'
    await write(
      tx,
      rosterWrites(previewRows(preview), takenStaffCodes(tx)),
      row.provinceCode,
      actor.accountId,
    )
    const summary: ImportSummary = { ...preview.totals, whole }
    await tx.rosterImport.update({
      where: { id },
      data: {
        state: 'confirmed',
        confirmedAt: now(),
        summary: JSON.stringify(summary),
        file: null,
        preview: null,
        options: '{}',
      },
    })
    await audit(tx, actor.accountId, 'roster.confirm', id, summary)
    return 'done'
  })
  if (answer === 'changedMeanwhile') startReading(id)
  return answer
}

const codeOf = ({ code }: { code: string }) => code

type Lists = { communes: Set<string>; positions: Set<string> }

/** Whether communes and positions that the file was read into are all still in use. */
function stillKnown({ rows }: Preview, { communes, positions }: Lists): boolean {
  return rows.every(
    ({ person }) =>
      !person ||
      (communes.has(person.communeCode) && person.positionCodes.every((code) => positions.has(code))),
  )
}

async function write(
  tx: Tx,
  { create, update }: RosterWrites,
  provinceCode: string,
  by: string,
): Promise<void> {
  const at = dbDate(now())
  let written = 0
  // Reading goes on for others between the batches; the transaction stays one.
  const breathe = async () => {
    written += 1
    if (written % 250 === 0) await turn()
  }
  freeCodes(tx, update)
  for (const { person } of create) {
    insertPerson(tx, { ...person, kind: person.kind ?? 'civil_servant', provinceCode }, { at, by })
    await breathe()
  }
  for (const { personId, changes } of update) {
    changePerson(tx, personId, changes, at)
    noteMove(tx, personId, changes, at, by)
    await breathe()
  }
}

/** Codes that change hands within one file must not meet on the way. */
function freeCodes(tx: Tx, update: RosterWrites['update']): void {
  const recoded = update.filter(({ changes }) => changes.some(({ field }) => field === 'staffCode'))
  for (const { personId } of recoded)
    tx.sql.run("UPDATE Person SET staffCode = '~' || id WHERE id = ?", personId)
}

function noteMove(tx: Tx, personId: string, changes: FieldChange[], at: string, by: string): void {
  const move = changes.find(({ field }) => field === 'communeCode')
  if (!move) return
  const detail = JSON.stringify({ from: move.from, to: move.to })
  tx.sql.run(
    "INSERT INTO AuditEntry (at, accountId, action, subject, detail) VALUES (?, ?, 'person.move', ?, ?)",
    at,
    by,
    personId,
    detail,
  )
}
