import { parseAddress, type MergedRange } from './table'

/** What the library that reads values does not tell about a sheet. */
export type SheetScan = {
  /** The last row and column that hold anything. */
  rows: number
  columns: number
  formulas: Set<string>
  failed: Set<string>
  merges: MergedRange[]
  /** The sheet's XML without the rows after the last filled one, which only carry formats. */
  trimmed: string
}

const attributes = `((?:[^>"']|"[^"]*"|'[^']*')*?)`
const tag = new RegExp(`<(?:\\w+:)?(row|c|f|v|t|mergeCell)(?=[\\s/>])${attributes}(/?)>`, 'g')
const sheetTag = new RegExp(`<(?:\\w+:)?sheet(?=[\\s/>])${attributes}/?>`, 'g')
const relationTag = new RegExp(`<(?:\\w+:)?Relationship(?=[\\s/>])${attributes}/?>`, 'g')

function attribute(source: string, name: string): string | null {
  const found = new RegExp(`(?:^|\\s)(?:\\w+:)?${name}\\s*=\\s*(?:"([^"]*)"|'([^']*)')`).exec(source)
  return found ? (found[1] ?? found[2]!) : null
}

/**
 * Walks over the XML of one sheet for its real size, its formulas, errors and merged cells. Null when the
 * XML is not what any spreadsheet writes (a row or cell without a plain address).
 */
export function scanSheet(xml: string): SheetScan | null {
  const scan: SheetScan = {
    rows: 0,
    columns: 0,
    formulas: new Set(),
    failed: new Set(),
    merges: [],
    trimmed: xml,
  }
  let cell = ''
  let place = { row: 0, column: 0 }
  let emptyFrom = -1
  let row = 0
  for (const found of xml.matchAll(tag)) {
    const [, name, source] = found as unknown as [string, string, string]
    if (name === 'row') {
      row = Number(attribute(source, 'r') ?? row + 1)
      if (!Number.isInteger(row) || row < 1) return null
      if (emptyFrom < 0) emptyFrom = found.index
    } else if (name === 'c') {
      cell = attribute(source, 'r') ?? ''
      const at = parseAddress(cell)
      if (!at) return null
      place = at
      if (attribute(source, 't') === 'e') scan.failed.add(cell)
    } else if (name === 'mergeCell') {
      const range = parseRange(attribute(source, 'ref') ?? '')
      if (range) scan.merges.push(range)
    } else if (cell) {
      if (name === 'f') scan.formulas.add(cell)
      scan.rows = Math.max(scan.rows, place.row, row)
      scan.columns = Math.max(scan.columns, place.column)
      emptyFrom = -1
    }
  }
  if (emptyFrom >= 0) scan.trimmed = xml.slice(0, emptyFrom) + xml.slice(endOfData(xml, emptyFrom))
  return scan
}

function endOfData(xml: string, from: number): number {
  const end = /<\/(?:\w+:)?sheetData\s*>/g
  end.lastIndex = from
  return end.exec(xml)?.index ?? xml.length
}

function parseRange(ref: string): MergedRange | null {
  const [from, to] = ref.split(':').map(parseAddress)
  return from && to ? { top: from.row, left: from.column, bottom: to.row, right: to.column } : null
}

/** The worksheets of a workbook in their order, with the path of each one's XML. */
export function listSheets(
  workbookXml: string,
  relationsXml: string,
): { name: string; path: string | null; hidden: boolean }[] {
  const paths = new Map<string, string>()
  for (const [, source] of relationsXml.matchAll(relationTag)) {
    const target = attribute(source!, 'Target') ?? ''
    if (!(attribute(source!, 'Type') ?? '').endsWith('/worksheet')) continue
    paths.set(attribute(source!, 'Id') ?? '', target.startsWith('/') ? target.slice(1) : `xl/${target}`)
  }
  return Array.from(workbookXml.matchAll(sheetTag), ([, source]) => ({
    name: decodeEntities(attribute(source!, 'name') ?? ''),
    path: paths.get(/(?:^|\s)\w+:id\s*=\s*["']([^"']*)/.exec(source!)?.[1] ?? '') ?? null,
    hidden: (attribute(source!, 'state') ?? 'visible') !== 'visible',
  }))
}

function decodeEntities(text: string): string {
  const named: Record<string, string> = { lt: '<', gt: '>', quot: '"', apos: "'", amp: '&' }
  return text.replace(
    /&(?:#(\d+)|#x([\da-f]+)|(\w+));/gi,
    (whole, decimal?: string, hex?: string, name?: string) => {
      if (name) return named[name] ?? whole
      const code = decimal ? Number(decimal) : parseInt(hex!, 16)
      return code <= 0x10ffff ? String.fromCodePoint(code) : whole
    },
  )
}
