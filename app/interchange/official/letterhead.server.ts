import { bareName, communeByCode, inSentence, provinceByCode } from '~/people/places/places.server'
import { now } from '~/platform/clock/now.server'
import { inTransaction, reader, type Reader } from '~/platform/db/db.server'
import { dbDate } from '~/platform/db/sqlite.server'
import { refuse } from '~/platform/http/errors'
import { getT } from '~/platform/i18n/translate'
import { audit } from '~/platform/log/audit.server'
import type { Actor } from '~/platform/policy/actor'
import { scopeOf } from '~/platform/policy/policy'
import { authorise } from '~/platform/policy/require.server'
import { letterheadSchema, type Letterhead } from './letterhead'

type From = { sql: Pick<Reader['sql'], 'get' | 'all'> }

/** The province whose documents a planner makes. */
export function documentsProvince(actor: Actor): string {
  authorise(actor, 'documents.make')
  const [code] = scopeOf(actor, 'documents.make').provinceCodes
  if (code === undefined) throw refuse('notAllowed')
  return code
}

/** A province's name as it stands inside a sentence, in either language. */
export function provinceWords(provinceCode: string): { vi: string; en: string } {
  const { name } = provinceByCode(provinceCode)
  const [vi, en] = [getT('vi', 'official'), getT('en', 'official')]
  const kind = vi('letterhead.city')
  const bare = name.startsWith(kind) ? name.slice(kind.length).trim() : name
  const key = name.startsWith(kind) ? 'letterhead.nameOfCity' : 'letterhead.nameOfProvince'
  return { vi: vi(key, { name: bare }), en: en(key, { name: bare }) }
}

/** Where nobody wrote a letterhead: the department that is in charge of digital transformation. */
function suggested(provinceCode: string): Letterhead {
  const [vi, en] = [getT('vi', 'official'), getT('en', 'official')]
  const province = provinceWords(provinceCode)
  const { name } = provinceByCode(provinceCode)
  return {
    superior: vi('letterhead.committee', { place: province.vi }),
    superiorEn: en('letterhead.committee', { place: province.en }),
    issuer: vi('letterhead.department'),
    issuerEn: en('letterhead.department'),
    symbol: 'SKHCN',
    place: name.replace(vi('letterhead.city'), '').trim(),
    authority: '',
    signerTitle: vi('letterhead.director'),
    signerName: '',
    recipients: vi('letterhead.recipients', { place: province.vi }),
  }
}

type Row = { letterhead: string; at: string; by: string | null }

const sql = `SELECT l.letterhead, l.at, a.displayName AS by FROM Letterhead l LEFT JOIN Account a ON a.id = l.by
  WHERE l.provinceCode = ? ORDER BY l.id DESC LIMIT 1`

/** The letterhead of a province that is in force, else what is suggested. */
export function letterheadOf(provinceCode: string, from: From = reader): Letterhead {
  const row = from.sql.get<Row>(sql, provinceCode)
  return row ? letterheadSchema.parse(JSON.parse(row.letterhead)) : suggested(provinceCode)
}

/** Of a commune's own list: its People's Committee issues it. */
export function communeLetterhead(communeCode: string): Letterhead {
  const { name } = communeByCode(communeCode)
  const [vi, en] = [getT('vi', 'official'), getT('en', 'official')]
  const place = inSentence(name)
  return {
    superior: '',
    superiorEn: '',
    issuer: vi('letterhead.committee', { place }),
    issuerEn: en('letterhead.committee', { place: name }),
    symbol: 'UBND',
    place: bareName(name),
    authority: vi('letterhead.onBehalf'),
    signerTitle: vi('letterhead.chairman'),
    signerName: '',
    recipients: vi('letterhead.communeRecipients'),
  }
}

export type LetterheadView = ReturnType<typeof viewLetterhead>

/** The letterhead of the actor's province, and who wrote it. */
export function viewLetterhead(actor: Actor) {
  const provinceCode = documentsProvince(actor)
  const row = reader.sql.get<Row>(sql, provinceCode)
  return {
    letterhead: letterheadOf(provinceCode),
    saved: row ? { at: row.at, by: row.by } : null,
  }
}

/** Writes a new letterhead; documents follow it where nobody wrote something else. */
export async function saveLetterhead(actor: Actor, letterhead: Letterhead): Promise<void> {
  const provinceCode = documentsProvince(actor)
  await inTransaction(async (tx) => {
    tx.sql.run(
      'INSERT INTO Letterhead (provinceCode, letterhead, at, by) VALUES (?, ?, ?, ?)',
      provinceCode,
      JSON.stringify(letterhead),
      dbDate(now()),
      actor.accountId,
    )
    await audit(tx, actor.accountId, 'letterhead.save', provinceCode)
  })
}
