import { z } from 'zod'
import { fold } from '~/formats/fold'
import { cellNumber } from '~/formats/number-table'
import { cellAddress, type CellValue, type SheetTable } from '~/formats/table'
import { placeHeadings } from '../places/place-headings'
import type { CommuneFinding } from '../roster/commune-lookup'

/** Where a commune lies as a file says, in degrees, with where that comes from. */
export type Location = { communeCode: string; latitude: number; longitude: number; source: string }

/** What is wrong, where, as a key of the texts of clusters. */
export type LocationFault = { at: string; key: string; values: Record<string, string> }

export type ReadLocations = { locations: Location[]; faults: LocationFault[] }

/** Vietnam with its islands lies within these degrees. */
export const bounds = { latitude: [8, 24], longitude: [102, 118] } as const

export const locationSchema = z.object({
  communeCode: z.string().regex(/^\d{5}$/),
  latitude: z.number().min(bounds.latitude[0]).max(bounds.latitude[1]),
  longitude: z.number().min(bounds.longitude[0]).max(bounds.longitude[1]),
  source: z.string().min(1).max(200),
})

const columns = {
  ...placeHeadings,
  latitude: ['vi do', 'vi do (bac)', 'latitude', 'lat'],
  longitude: ['kinh do', 'kinh do (dong)', 'longitude', 'lon', 'lng', 'long'],
} as const
type Column = keyof typeof columns

const within = (value: number, [low, high]: readonly [number, number]) => value >= low && value <= high

/**
 * Reads the coordinates of communes from the first sheet that has their columns, found by their headings. All rows are
 * looked at, and every fault is told with its cell; with a fault nothing is to be stored. Empty rows and rows without
 * coordinates at all are left out: a template is filled in piece by piece.
 * @param lookup finds communes of the province by code or name
 */
export function readLocations(
  sheets: readonly SheetTable[],
  lookup: (text: string) => CommuneFinding,
): ReadLocations {
  for (const sheet of sheets) {
    for (const [at, row] of sheet.rows.slice(0, 20).entries()) {
      const found = headings(row)
      if (found.latitude === undefined || found.longitude === undefined) continue
      if (found.code === undefined && found.name === undefined)
        return refused('1', 'locations.fault.noCommune', {})
      return readRows(sheet.rows, at, found, lookup)
    }
  }
  return refused('1', 'locations.fault.noColumns', {})
}

type Found = Partial<Record<Column, number>>

function headings(row: readonly CellValue[]): Found {
  const found: Found = {}
  row.forEach((cell, i) => {
    const text = fold(String(cell ?? ''))
    for (const column of Object.keys(columns) as Column[])
      if ((columns[column] as readonly string[]).includes(text)) found[column] ??= i
  })
  return found
}

function readRows(
  rows: readonly CellValue[][],
  head: number,
  found: Found,
  lookup: (text: string) => CommuneFinding,
): ReadLocations {
  const locations: Location[] = []
  const faults: LocationFault[] = []
  const lineOf = new Map<string, number>()
  rows.slice(head + 1).forEach((row, i) => {
    const line = head + i + 2
    const cell = (column: Column) => {
      const at = found[column]
      return at === undefined ? null : (row[at] ?? null)
    }
    const text = (column: Column) => String(cell(column) ?? '').trim()
    const fault = (column: Column, key: string, values: Record<string, string> = {}) =>
      faults.push({
        at: cellAddress(line, (found[column] ?? 0) + 1),
        key: `locations.fault.${key}`,
        values,
      })
    if (text('latitude') === '' && text('longitude') === '') return
    const column = text('code') === '' ? 'name' : 'code'
    const written = text('code') || text('name')
    const commune = written === '' ? null : lookup(written)
    if (commune?.found !== 'one') {
      const near = commune?.found === 'none' ? commune.nearest : null
      if (written === '') fault(column, 'communeMissing')
      else if (commune?.found === 'several') fault(column, 'communeSeveral', { value: written })
      else if (near) fault(column, 'communeNear', { value: written, near: near.name })
      else fault(column, 'communeUnknown', { value: written })
    }
    const [latitude, longitude] = [numberIn(cell('latitude')), numberIn(cell('longitude'))]
    if (latitude === null) fault('latitude', 'number', { value: text('latitude') || '–' })
    if (longitude === null) fault('longitude', 'number', { value: text('longitude') || '–' })
    if (latitude !== null && longitude !== null) {
      const swapped = within(latitude, bounds.longitude) && within(longitude, bounds.latitude)
      if (swapped) fault('latitude', 'swapped', { value: String(latitude) })
      else {
        if (!within(latitude, bounds.latitude)) fault('latitude', 'latitude', { value: String(latitude) })
        if (!within(longitude, bounds.longitude))
          fault('longitude', 'longitude', { value: String(longitude) })
      }
    }
    const source = text('source').normalize('NFC').slice(0, 200)
    if (source === '') fault('source', 'source')
    if (commune?.found !== 'one') return
    const before = lineOf.get(commune.code)
    if (before !== undefined) fault(column, 'twice', { value: written, line: String(before) })
    else lineOf.set(commune.code, line)
    if (latitude !== null && longitude !== null)
      locations.push({ communeCode: commune.code, latitude, longitude, source })
  })
  if (faults.length === 0 && locations.length === 0)
    return refused(String(head + 2), 'locations.fault.empty', {})
  return { locations: faults.length > 0 ? [] : locations, faults }
}

/** A decimal comma or point, with or without the sign of degrees. */
function numberIn(cell: CellValue): number | null {
  return cellNumber(typeof cell === 'string' ? cell.replace(/\s*°$/, '') : cell, true)
}

function refused(at: string, key: string, values: Record<string, string>): ReadLocations {
  return { locations: [], faults: [{ at, key, values }] }
}
