import { createHash, randomUUID } from 'node:crypto'
import type { Message } from '~/formats/message'
import { communesIn } from '~/people/places/places.server'
import { communeLookup } from '~/people/roster/commune-lookup'
import { fileMessages } from '~/people/roster/messages'
import { readTables } from '~/people/roster/read-tables.server'
import { rosterReference } from '~/people/roster/roster-reference.server'
import { now } from '~/platform/clock/now.server'
import { inTransaction, reader, type Tx } from '~/platform/db/db.server'
import { dbDate } from '~/platform/db/sqlite.server'
import { refuse } from '~/platform/http/errors'
import { vietnamDay } from '~/platform/i18n/format'
import { audit } from '~/platform/log/audit.server'
import type { Actor } from '~/platform/policy/actor'
import { carriedTableSchema, type CarriedTable } from './carried-table'
import { compareValues, countStates, heldKey, type ComparedValue, type Held } from './compare-values'
import { firstIndicator, insertIndicator } from './edit-indicator.server'
import type { Choices, KnownIndicator } from './file-columns'
import type { FileFault } from './file-fault'
import { findTable } from './headings'
import { indicatorProvince, namedIndicators } from './indicator-province.server'
import { indicatorsOf, indicatorValues } from './indicator-values.server'
import { readFile, type ReadFile } from './read-file'

/** What storing a file would do, with the file itself to be sent along. */
export type ImportPreview = {
  fileName: string
  table: CarriedTable
  choices: Choices
  read: ReadFile
  compared: ComparedValue[]
  counts: ReturnType<typeof countStates>
  /** Says which preview this is: another one of the same file differs. */ seen: string
  indicators: KnownIndicator[]
  communes: { code: string; name: string }[]
}

export type IndicatorUpload =
  | { kind: 'file'; message: Message; mend: Message }
  | { kind: 'faults'; faults: FileFault[] }
  | { kind: 'preview'; preview: ImportPreview }

/** Reads a file of values and says what it would change; nothing is stored. */
export async function uploadIndicators(
  actor: Actor,
  file: Uint8Array,
  fileName: string,
): Promise<IndicatorUpload> {
  indicatorProvince(actor)
  const tables = await readTables(file, fileName)
  if (!tables.ok) return { kind: 'file', ...fileMessages(tables.problem) }
  const { table, fault } = findTable(tables.sheets)
  if (fault) return { kind: 'faults', faults: [{ at: '1', key: `fault.${fault}`, values: {} }] }
  const preview = previewIndicators(actor, { fileName: fileName.normalize('NFC').slice(0, 160), table }, {})
  return preview.read.faults.length > 0
    ? { kind: 'faults', faults: preview.read.faults }
    : { kind: 'preview', preview }
}

export type CarriedFile = Pick<ImportPreview, 'fileName' | 'table'>

/** The file that a preview carries, checked anew; refuses what is none. */
export function carriedFile(form: Pick<FormData, 'get'>): CarriedFile {
  const read = carriedTableSchema.safeParse(parsed(String(form.get('table'))))
  if (!read.success) throw refuse('badRequest')
  return { table: read.data, fileName: String(form.get('fileName') ?? '').slice(0, 160) }
}

/** What a file says with the choices made so far. */
export function previewIndicators(
  actor: Actor,
  { fileName, table }: CarriedFile,
  choices: Choices,
): ImportPreview {
  const provinceCode = indicatorProvince(actor)
  const indicators = namedIndicators(provinceCode)
  const read = readFile(
    table,
    { lookup: communeLookup(rosterReference(provinceCode)), indicators, today: vietnamDay(now()) },
    choices,
  )
  const compared = compareValues(
    read.values,
    (column) => read.columns[column]!.code,
    heldValues(provinceCode),
  )
  const named = read.columns.map(({ code, text }) => [code, text])
  return {
    ...{ fileName, table, choices, read, compared },
    counts: countStates(compared),
    seen: createHash('sha256')
      .update(JSON.stringify([named, compared]))
      .digest('hex')
      .slice(0, 32),
    indicators,
    communes: communesIn(provinceCode).map(({ code, name }) => ({ code, name })),
  }
}

function heldValues(provinceCode: string, from: Pick<Tx, 'sql'> | typeof reader = reader): Map<string, Held> {
  const codes = new Map(indicatorsOf(provinceCode, from).map(({ id, code }) => [id, code]))
  return new Map(
    indicatorValues(provinceCode, {}, from).map(({ indicatorId, communeCode, date, value, of, source }) => [
      heldKey(codes.get(indicatorId)!, communeCode, date),
      { value, of, source },
    ]),
  )
}

export type StoredImport = { id: string; stored: number } | { again: ImportPreview }

/**
 * Stores the values of a file, all or none, with the indicators that are new. `seen` is the preview that was confirmed: where
 * choices or stored values have changed since, nothing is stored and the new preview comes back.
 */
export async function storeIndicators(
  actor: Actor,
  file: CarriedFile,
  choices: Choices,
  seen: string,
): Promise<StoredImport> {
  const provinceCode = indicatorProvince(actor)
  return inTransaction(async (tx) => {
    const preview = previewIndicators(actor, file, choices)
    const { read, counts, compared } = preview
    const isWrong = read.faults.length > 0 || Object.keys(read.errors).length > 0
    if (preview.seen !== seen || isWrong || compared.length === 0) return { again: preview }
    const used = new Set(compared.map(({ column }) => column))
    const known = new Map(indicatorsOf(provinceCode, tx).map(({ id, code }) => [code, id]))
    const ids = read.columns.map(({ code, text }, column) => {
      if (!used.has(column)) return null
      if (text) return insertIndicator(tx, actor, provinceCode, text)
      return code === null ? null : (known.get(code) ?? firstIndicator(tx, actor, provinceCode, code))
    })
    const id = randomUUID()
    tx.sql.run(
      `INSERT INTO IndicatorImport (id, provinceCode, fileName, at, "by", added, changed, same) VALUES (?, ?, ?, ?, ?, ?, ?, ?)`,
      ...[
        id,
        provinceCode,
        file.fileName,
        dbDate(now()),
        actor.accountId,
        counts.new,
        counts.changed,
        counts.same,
      ],
    )
    for (const { column, communeCode, date, value, of, source } of compared)
      tx.sql.run(
        `INSERT INTO IndicatorValue (importId, indicatorId, communeCode, date, value, "of", source) VALUES (?, ?, ?, ?, ?, ?, ?)`,
        ...[id, ids[column]!, communeCode, date, value, of, source],
      )
    const { new: added, changed, same } = counts
    await audit(tx, actor.accountId, 'indicators.import', id, { added, changed, same })
    return { id, stored: added + changed }
  })
}

/** Takes the values of a file out of force, so that what was before counts again, or puts them back; nothing is deleted. */
export async function setImportUndone(actor: Actor, id: string, isUndone: boolean): Promise<void> {
  const provinceCode = indicatorProvince(actor)
  await inTransaction(async (tx) => {
    const at = isUndone ? dbDate(now()) : null
    const changed = tx.sql.run(
      'UPDATE IndicatorImport SET undoneAt = ?, undoneBy = ? WHERE id = ? AND provinceCode = ?',
      ...[at, isUndone ? actor.accountId : null, id, provinceCode],
    )
    if (changed === 0) throw refuse('notFound')
    await audit(tx, actor.accountId, `indicators.import-${isUndone ? 'undo' : 'redo'}`, id)
  })
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}
