import { z } from 'zod'
import type { Message } from '~/formats/message'
import { writeWorkbook } from '~/formats/write-workbook.server'
import { now } from '~/platform/clock/now.server'
import { inTransaction, reader } from '~/platform/db/db.server'
import { dbDate } from '~/platform/db/sqlite.server'
import { refuse } from '~/platform/http/errors'
import type { Locale } from '~/platform/i18n/locale'
import { getT } from '~/platform/i18n/translate'
import { audit } from '~/platform/log/audit.server'
import type { Actor } from '~/platform/policy/actor'
import { authorise } from '~/platform/policy/require.server'
import { communesIn, provinceByCode, type CommuneName } from '../places/places.server'
import { workProvince } from '../places/work-province.server'
import { communeLookup } from '../roster/commune-lookup'
import { fileMessages } from '../roster/messages'
import { readTables } from '../roster/read-tables.server'
import { rosterReference } from '../roster/roster-reference.server'
import { locationSchema, readLocations, type Location, type LocationFault } from './read-locations'

/** Where communes lie, of those that a file told. */
export function locationsOf(communeCodes: readonly string[]): Location[] {
  return reader.sql.all<Location>(
    `SELECT communeCode, latitude, longitude, source FROM CommuneLocation
     WHERE communeCode IN (SELECT value FROM json_each(?)) ORDER BY communeCode`,
    JSON.stringify(communeCodes),
  )
}

export type LocationsView = {
  province: string
  communes: (Pick<CommuneName, 'code' | 'name'> & { location: Location | null })[]
}

/** Every commune of the actor's province with where it lies, as far as that is known. */
export function viewLocations(actor: Actor): LocationsView {
  const { provinceCode, communes } = at(actor)
  const known = new Map(locationsOf(communes.map(({ code }) => code)).map((each) => [each.communeCode, each]))
  return {
    province: provinceByCode(provinceCode).name,
    communes: communes.map(({ code, name }) => ({ code, name, location: known.get(code) ?? null })),
  }
}

export type LocationsUpload =
  | { kind: 'file'; message: Message; mend: Message }
  | { kind: 'faults'; faults: LocationFault[] }
  | { kind: 'read'; locations: Location[] }

/** Reads a file of coordinates and shows what it says; nothing is stored. */
export async function uploadLocations(
  actor: Actor,
  file: Uint8Array,
  fileName: string,
): Promise<LocationsUpload> {
  const { provinceCode } = at(actor)
  const tables = await readTables(file, fileName)
  if (!tables.ok) return { kind: 'file', ...fileMessages(tables.problem) }
  const { locations, faults } = readLocations(tables.sheets, communeLookup(rosterReference(provinceCode)))
  return faults.length > 0 ? { kind: 'faults', faults } : { kind: 'read', locations }
}

/** The coordinates that a preview carries, checked anew; refuses what is none. */
export function locationsIn(actor: Actor, text: string): Location[] {
  const known = new Set(at(actor).communes.map(({ code }) => code))
  const read = z.array(locationSchema).min(1).max(5000).safeParse(parsed(text))
  const codes = new Set(read.data?.map(({ communeCode }) => communeCode))
  if (!read.success || codes.size !== read.data.length || [...codes].some((code) => !known.has(code)))
    throw refuse('badRequest')
  return read.data
}

/** Stores coordinates, all or none; those of communes that are not named stay. */
export async function saveLocations(actor: Actor, locations: readonly Location[]): Promise<number> {
  const { provinceCode } = at(actor)
  return inTransaction(async (tx) => {
    for (const { communeCode, latitude, longitude, source } of locations)
      tx.sql.run(
        `INSERT INTO CommuneLocation (communeCode, latitude, longitude, source, at) VALUES (?, ?, ?, ?, ?)
         ON CONFLICT (communeCode) DO UPDATE SET latitude = excluded.latitude, longitude = excluded.longitude,
           source = excluded.source, at = excluded.at`,
        ...[communeCode, latitude, longitude, source, dbDate(now())],
      )
    await audit(tx, actor.accountId, 'locations.load', provinceCode, { communes: locations.length })
    return locations.length
  })
}

/** A workbook with a line for each commune of the province; headings are Vietnamese whatever the reader's language. */
export async function locationsTemplate(actor: Actor): Promise<Buffer> {
  const locale: Locale = 'vi'
  const t = getT(locale, 'clusters')
  const column = (key: 'code' | 'name' | 'latitude' | 'longitude' | 'source', width: number) => ({
    header: t(`locations.column.${key}`),
    width,
  })
  return writeWorkbook([
    {
      name: t('locations.sheet'),
      columns: [
        column('code', 10),
        column('name', 30),
        column('latitude', 14),
        column('longitude', 14),
        column('source', 40),
      ],
      rows: viewLocations(actor).communes.map(({ code, name, location }) => [
        code,
        name,
        location?.latitude ?? null,
        location?.longitude ?? null,
        location?.source ?? null,
      ]),
    },
  ])
}

function at(actor: Actor): { provinceCode: string; communes: CommuneName[] } {
  const provinceCode = workProvince(actor, 'clusters.edit')
  authorise(actor, 'clusters.edit', { provinceCode })
  return { provinceCode, communes: communesIn(provinceCode) }
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}
