import { fold, nfc } from '~/formats/fold'

export type UnitKind = 'xa' | 'phuong' | 'dac_khu' | 'thi_tran'
export type ProvinceUnit = { code: string; name: string; folded: string }
export type CommuneUnit = ProvinceUnit & {
  provinceCode: string
  kind: UnitKind
  validFrom: string
  validTo: string | null
}
export type Succession = { fromCode: string; toCode: string }
export type Units = { provinces: ProvinceUnit[]; communes: CommuneUnit[]; successions: Succession[] }

/** A correction of ours to one row of the table of communes. */
export type Correction = { code: string; set: { code?: string; name?: string } }

type ProvinceRow = { province_code: string; name: string }
type WardRow = { ward_code: string; name: string; province_code: string }
type MappingRow = {
  id: string
  old_ward_code: string | null
  old_ward_name: string | null
  old_district_name: string | null
  old_province_name: string | null
  new_ward_name: string
  new_province_name: string
}
export type AddressTable = { type: string; name?: string; data?: unknown[] }

/** The day on which the two tiers of today began. */
export const newUnitsFrom = '2025-07-01'

const kinds: [prefix: string, kind: UnitKind][] = [
  ['xa ', 'xa'],
  ['phuong ', 'phuong'],
  ['dac khu ', 'dac_khu'],
  ['thi tran ', 'thi_tran'],
]

/** The kind that a unit's full name begins with. */
export function kindOf(folded: string): UnitKind {
  const found = kinds.find(([prefix]) => folded.startsWith(prefix))
  if (!found) throw new Error(`A unit of unknown kind: ${folded}`)
  return found[1]
}

/**
 * Turns the published tables, corrected, into the units of today and those they replaced on 1 July 2025.
 * Most old units live on in the code of a successor, so an old unit keeps its code only where nobody took
 * it over, and is else told apart by the day of its end: `01321@2025-07-01`.
 */
export function addressUnits(tables: AddressTable[], corrections: Correction[]): Units {
  const rows = <Row>(name: string) => (tables.find((table) => table.name === name)?.data ?? []) as Row[]
  const provinces = rows<ProvinceRow>('provinces').map(({ province_code, name }) => unit(province_code, name))
  const changes = new Map(corrections.map((correction) => [correction.code, correction.set]))
  const provinceByName = new Map(provinces.map((province) => [province.name, province.code]))
  const byPublishedName = new Map<string, CommuneUnit>()
  const communes = rows<WardRow>('wards').map((row) => {
    const change = changes.get(row.ward_code)
    const named = unit(change?.code ?? row.ward_code, change?.name ?? row.name)
    const commune: CommuneUnit = {
      ...named,
      provinceCode: row.province_code,
      kind: kindOf(named.folded),
      validFrom: newUnitsFrom,
      validTo: null,
    }
    byPublishedName.set(`${row.province_code} ${nfc(row.name)}`, commune)
    return commune
  })
  // Codes of successors are wrong in places, while name and province always lead to exactly one commune.
  const successorOf = (row: MappingRow) =>
    byPublishedName.get(`${provinceByName.get(nfc(row.new_province_name))} ${nfc(row.new_ward_name)}`)
  const past = formerUnits(
    rows<MappingRow>('ward_mappings'),
    successorOf,
    new Set(communes.map(({ code }) => code)),
  )
  return { provinces, communes: [...communes, ...past.communes], successions: past.successions }
}

function unit(code: string, published: string): ProvinceUnit {
  const name = nfc(published).replace(/\s+/g, ' ').trim()
  return { code, name, folded: fold(name) }
}

type Past = { communes: CommuneUnit[]; successions: Succession[] }

function formerUnits(
  rows: MappingRow[],
  successorOf: (row: MappingRow) => CommuneUnit | undefined,
  living: Set<string>,
): Past {
  const codes = new Map<string, string>()
  const communes = new Map<string, CommuneUnit>()
  const successions = new Map<string, Succession>()
  // Rows with a code first: a split unit has its code in the first of its rows only.
  for (const row of [...rows].sort((a, b) => Number(!a.old_ward_code) - Number(!b.old_ward_code))) {
    const successor = successorOf(row)
    if (!row.old_ward_name || !successor) continue
    const identity = [row.old_ward_name, row.old_district_name, row.old_province_name]
      .map((part) => nfc(part ?? ''))
      .join('|')
    const code = (row.old_ward_code ? undefined : codes.get(identity)) ?? formerCode(row, living)
    codes.set(identity, code)
    if (!communes.has(code)) {
      const named = unit(code, row.old_ward_name)
      const { provinceCode } = successor
      communes.set(code, {
        ...named,
        provinceCode,
        kind: kindOf(named.folded),
        validFrom: '',
        validTo: newUnitsFrom,
      })
    }
    successions.set(`${code} ${successor.code}`, { fromCode: code, toCode: successor.code })
  }
  return { communes: [...communes.values()], successions: [...successions.values()] }
}

/** Where the source names a unit without its code, the row of the source stands for it. */
function formerCode(row: MappingRow, living: Set<string>): string {
  if (!row.old_ward_code) return `x${row.id.padStart(5, '0')}`
  return living.has(row.old_ward_code) ? `${row.old_ward_code}@${newUnitsFrom}` : row.old_ward_code
}
