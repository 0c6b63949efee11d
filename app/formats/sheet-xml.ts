import { cellAddress, columnLetters, type CellValue } from './table'

export type ColumnKind = 'text' | 'number' | 'integer' | 'percent' | 'date' | 'wrapped'

/** A column of a sheet: its heading, how its cells are shown, its width in characters. */
export type SheetColumn = { header: string; kind?: ColumnKind; width?: number }

/** A sheet whose rows are made while it is written. `frozen`: columns that stay in sight; the heading always does. */
export type StreamSheet = {
  name: string
  columns: readonly SheetColumn[]
  rows: Iterable<readonly CellValue[]>
  frozen?: number
  /** Stands above every printed page, such as that the data are a sample. */
  head?: string
}

/** What a sheet can hold (ECMA-376, and what every spreadsheet reads). */
const mostRows = 1_048_576
const mostColumns = 16_384
const mostText = 32_767
const mostShared = 20_000
const sharedLength = 200
/** So many columns can still be read on a sheet of A4. */
const columnsAPage = 16
const lineHeight = 15
const mostHeight = 409

/** A sheet that no spreadsheet could open. */
export class SheetTooLarge extends Error {
  constructor(name: string, what: 'rows' | 'columns', most: number) {
    super(`sheet ${name}: more than ${most} ${what}`)
  }
}

/** Texts that many cells share stand once; what comes after the table is full stands in its cell. */
export class SharedTexts {
  readonly #ids = new Map<string, number>()

  idOf(text: string): number | null {
    if (text.length > sharedLength) return null
    const known = this.#ids.get(text)
    if (known !== undefined) return known
    if (this.#ids.size >= mostShared) return null
    this.#ids.set(text, this.#ids.size)
    return this.#ids.size - 1
  }

  *xml(): Generator<string, void, undefined> {
    yield `${declaration}<sst xmlns="${main}" uniqueCount="${this.#ids.size}">`
    for (const text of this.#ids.keys()) yield `<si>${textXml(text)}</si>`
    yield '</sst>'
  }
}

export const declaration = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
export const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main'

/** Places of the formats in the style sheet below; 0 is none. */
const styles: Record<ColumnKind | 'heading' | 'plain' | 'leftInteger' | 'leftDate', number> = {
  plain: 0,
  heading: 1,
  text: 2,
  wrapped: 3,
  number: 4,
  integer: 5,
  percent: 6,
  date: 7,
  leftInteger: 8,
  leftDate: 9,
}

/**
 * The formats: numbers as the reader's machine writes them, so a Vietnamese one shows 1.234,50 and 57,8%. Text has the
 * format of text (49), so that it stays text when somebody edits its cell, even where it begins like a formula.
 */
export const stylesXml = `${declaration}<styleSheet xmlns="${main}"><numFmts count="2"><numFmt numFmtId="164" formatCode="0.0%"/><numFmt numFmtId="165" formatCode="dd/mm/yyyy"/></numFmts><fonts count="2"><font><sz val="11"/><name val="Calibri"/></font><font><b/><sz val="11"/><name val="Calibri"/></font></fonts><fills count="3"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill><fill><patternFill patternType="solid"><fgColor rgb="FFE8ECF5"/></patternFill></fill></fills><borders count="2"><border/><border><bottom style="thin"><color rgb="FF23407C"/></bottom></border></borders><cellStyleXfs count="1"><xf/></cellStyleXfs><cellXfs count="10"><xf/><xf numFmtId="49" fontId="1" fillId="2" borderId="1" applyNumberFormat="1" applyFont="1" applyFill="1" applyBorder="1" applyAlignment="1"><alignment vertical="top" wrapText="1"/></xf><xf numFmtId="49" applyNumberFormat="1" applyAlignment="1"><alignment vertical="top"/></xf><xf numFmtId="49" applyNumberFormat="1" applyAlignment="1"><alignment vertical="top" wrapText="1"/></xf><xf numFmtId="4" applyNumberFormat="1" applyAlignment="1"><alignment vertical="top"/></xf><xf numFmtId="3" applyNumberFormat="1" applyAlignment="1"><alignment vertical="top"/></xf><xf numFmtId="164" applyNumberFormat="1" applyAlignment="1"><alignment vertical="top"/></xf><xf numFmtId="165" applyNumberFormat="1" applyAlignment="1"><alignment vertical="top"/></xf><xf numFmtId="3" applyNumberFormat="1" applyAlignment="1"><alignment horizontal="left" vertical="top"/></xf><xf numFmtId="165" applyNumberFormat="1" applyAlignment="1"><alignment horizontal="left" vertical="top"/></xf></cellXfs><cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles></styleSheet>`

/**
 * The XML of a sheet, a row at a time.
 * @throws SheetTooLarge beyond 1,048,576 rows or 16,384 columns
 */
export function* sheetXml(sheet: StreamSheet, shared: SharedTexts): Generator<string, void, undefined> {
  const { columns, frozen = 0, head } = sheet
  if (columns.length > mostColumns) throw new SheetTooLarge(sheet.name, 'columns', mostColumns)
  yield `${declaration}<worksheet xmlns="${main}"><sheetPr><pageSetUpPr fitToPage="1"/></sheetPr><sheetViews><sheetView workbookViewId="0">${pane(frozen)}</sheetView></sheetViews><cols>`
  for (const [i, column] of columns.entries())
    yield `<col min="${i + 1}" max="${i + 1}" width="${column.width ?? guessWidth(column)}" customWidth="1"/>`
  yield '</cols><sheetData>'
  const letters = columns.map((_, i) => columnLetters(i + 1))
  const kinds = columns.map(({ kind }) => kind ?? 'text')
  const widths = columns.map((column) => column.width ?? guessWidth(column))
  const heads = columns.map(({ header }, i) => textCell(`${letters[i]!}1`, header, styles.heading, shared))
  const headLines = columns.map(({ header }, i) => linesOf(header, widths[i]! - 1))
  yield `<row r="1"${height(Math.max(1, ...headLines))}>${heads.join('')}</row>`
  let at = 1
  for (const row of sheet.rows) {
    at += 1
    if (at > mostRows) throw new SheetTooLarge(sheet.name, 'rows', mostRows)
    let cells = ''
    let lines = 1
    for (let i = 0; i < row.length; i += 1) {
      const value = row[i]
      if (value === null || value === undefined || value === '') continue
      if (kinds[i] === 'wrapped' && typeof value === 'string')
        lines = Math.max(lines, linesOf(value, widths[i]!))
      cells += cellXml(`${letters[i] ?? columnLetters(i + 1)}${at}`, value, kinds[i] ?? 'text', shared)
    }
    yield `<row r="${at}"${lines > 1 ? height(lines) : ''}>${cells}</row>`
  }
  const printed = head
    ? `<headerFooter><oddHeader>${escaped(`&C${head.replaceAll('&', '&&')}`)}</oddHeader></headerFooter>`
    : ''
  yield `</sheetData><pageSetup paperSize="9" orientation="landscape" fitToWidth="${Math.ceil(columns.length / columnsAPage)}" fitToHeight="0"/>${printed}</worksheet>`
}

/** Lines that a text takes in a cell so many characters wide; not every program measures them itself. */
function linesOf(text: string, width: number): number {
  return text.split('\n').reduce((sum, line) => sum + Math.max(1, Math.ceil(line.length / width)), 0)
}

function height(lines: number): string {
  return ` ht="${Math.min(mostHeight, lines * lineHeight)}" customHeight="1"`
}

function pane(frozen: number): string {
  const left = cellAddress(2, frozen + 1)
  return frozen > 0
    ? `<pane xSplit="${frozen}" ySplit="1" topLeftCell="${left}" activePane="bottomRight" state="frozen"/>`
    : `<pane ySplit="1" topLeftCell="${left}" activePane="bottomLeft" state="frozen"/>`
}

function cellXml(
  address: string,
  value: Exclude<CellValue, null>,
  kind: ColumnKind,
  shared: SharedTexts,
): string {
  if (typeof value === 'number') {
    if (!Number.isFinite(value)) return ''
    const style =
      kind === 'wrapped'
        ? styles.leftInteger
        : kind === 'text' || kind === 'date'
          ? styles.plain
          : styles[kind]
    return `<c r="${address}" s="${style}"><v>${value}</v></c>`
  }
  if (typeof value === 'string')
    return textCell(address, value, kind === 'wrapped' ? styles.wrapped : styles.text, shared)
  if (value instanceof Date)
    return `<c r="${address}" s="${kind === 'wrapped' ? styles.leftDate : styles.date}"><v>${serialDay(value)}</v></c>`
  return `<c r="${address}" t="b"><v>${value ? 1 : 0}</v></c>`
}

function textCell(address: string, value: string, style: number, shared: SharedTexts): string {
  const text = cleanText(value)
  const id = shared.idOf(text)
  return id === null
    ? `<c r="${address}" s="${style}" t="inlineStr"><is>${textXml(text)}</is></c>`
    : `<c r="${address}" s="${style}" t="s"><v>${id}</v></c>`
}

function textXml(text: string): string {
  // What looks like the escape of a sign, such as _x0041_, would be read as that sign.
  const kept = text.includes('_x') ? text.replace(/_(?=x[\da-f]{4}_)/gi, '_x005F_') : text
  return `<t xml:space="preserve">${escaped(kept)}</t>`
}

/** Days since 30 December 1899, as spreadsheets count them; dates stand at midnight UTC. */
function serialDay(date: Date): number {
  return date.getTime() / 86_400_000 + 25_569
}

// eslint-disable-next-line no-control-regex
const notInXml = /[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]/g
const halfSign = /[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g

/** Text as a cell of a spreadsheet can hold it: NFC, no signs that XML has not, at most 32,767 of them. */
export function cleanText(text: string): string {
  const plain = text.replace(notInXml, '').replace(/\r\n?/g, '\n').normalize('NFC')
  return plain.slice(0, mostText).replace(halfSign, '')
}

const entities: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' }

export function escaped(text: string): string {
  return /[&<>"]/.test(text) ? text.replace(/[&<>"]/g, (sign) => entities[sign]!) : text
}

function guessWidth({ kind, header }: SheetColumn): number {
  return Math.min(24, Math.max(kind === 'date' ? 12 : 10, header.length + 2))
}

/** Names that every spreadsheet takes: no signs that Excel refuses, at most 31 characters, none twice. */
export function sheetNames(wanted: readonly string[]): string[] {
  const used = new Set<string>()
  return wanted.map((name, i) => {
    const base =
      cleanText(name)
        .replace(/[[\]:*?/\\]/g, ' ')
        .replace(/^'+|'+$/g, '')
        .trim()
        .slice(0, 31) || `Sheet${i + 1}`
    let unique = base
    for (let n = 2; used.has(unique.toLowerCase()); n += 1)
      unique = `${base.slice(0, 28 - String(n).length)} (${n})`
    used.add(unique.toLowerCase())
    return unique
  })
}
