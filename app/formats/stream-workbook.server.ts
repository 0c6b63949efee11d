import {
  declaration,
  escaped,
  main,
  SharedTexts,
  sheetNames,
  sheetXml,
  stylesXml,
  type StreamSheet,
} from './sheet-xml'
import { streamZip, type StreamEntry } from './stream-zip.server'

const relations = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const packages = 'http://schemas.openxmlformats.org/package/2006'
const spreadsheet = 'application/vnd.openxmlformats-officedocument.spreadsheetml'

/**
 * An XLSX file piece by piece, for workbooks of any number of rows: a row is asked for when it is written, and kept nowhere.
 * Headings bold and in sight, numbers as numbers, dates as dd/mm/yyyy, text as text even where it begins like a formula.
 * @throws SheetTooLarge, ZipTooLarge while it is read, where no spreadsheet could open what would come of it
 * @example
 * new Response(bodyOf(streamWorkbook([{ name: 'Kết quả', columns: [{ header: 'Xã' }], rows: rows() }])))
 */
export function streamWorkbook(sheets: readonly StreamSheet[]): AsyncGenerator<Buffer, void, undefined> {
  return streamZip(parts(sheets))
}

function* parts(sheets: readonly StreamSheet[]): Generator<StreamEntry, void, undefined> {
  const names = sheetNames(sheets.map(({ name }) => name))
  const shared = new SharedTexts()
  yield { path: '[Content_Types].xml', text: [contentTypes(sheets.length)] }
  yield { path: '_rels/.rels', text: [rootRelations] }
  yield { path: 'xl/workbook.xml', text: [workbookXml(names)] }
  yield { path: 'xl/_rels/workbook.xml.rels', text: [workbookRelations(sheets.length)] }
  yield { path: 'xl/styles.xml', text: [stylesXml] }
  for (const [i, sheet] of sheets.entries())
    yield { path: `xl/worksheets/sheet${i + 1}.xml`, text: sheetXml(sheet, shared) }
  yield { path: 'xl/sharedStrings.xml', text: shared.xml() }
}

const numbers = (count: number) => Array.from({ length: count }, (_, i) => i + 1)

function contentTypes(sheets: number): string {
  const part = (path: string, type: string) =>
    `<Override PartName="/xl/${path}.xml" ContentType="${spreadsheet}.${type}+xml"/>`
  return `${declaration}<Types xmlns="${packages}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/>${[
    part('workbook', 'sheet.main'),
    part('styles', 'styles'),
    part('sharedStrings', 'sharedStrings'),
    ...numbers(sheets).map((n) => part(`worksheets/sheet${n}`, 'worksheet')),
  ].join('')}</Types>`
}

const rootRelations = `${declaration}<Relationships xmlns="${packages}/relationships"><Relationship Id="rId1" Type="${relations}/officeDocument" Target="xl/workbook.xml"/></Relationships>`

function workbookRelations(sheets: number): string {
  const relation = (id: string, type: string, target: string) =>
    `<Relationship Id="${id}" Type="${relations}/${type}" Target="${target}.xml"/>`
  return `${declaration}<Relationships xmlns="${packages}/relationships">${[
    ...numbers(sheets).map((n) => relation(`rId${n}`, 'worksheet', `worksheets/sheet${n}`)),
    relation('rIdStyles', 'styles', 'styles'),
    relation('rIdTexts', 'sharedStrings', 'sharedStrings'),
  ].join('')}</Relationships>`
}

/** The sheets in their order; the heading of each is printed on every page of it. */
function workbookXml(names: readonly string[]): string {
  const sheets = names.map(
    (name, i) => `<sheet name="${escaped(name)}" sheetId="${i + 1}" r:id="rId${i + 1}"/>`,
  )
  const titles = names.map(
    (name, i) =>
      `<definedName name="_xlnm.Print_Titles" localSheetId="${i}">${escaped(`'${name.replaceAll("'", "''")}'!$1:$1`)}</definedName>`,
  )
  return `${declaration}<workbook xmlns="${main}" xmlns:r="${relations}"><sheets>${sheets.join('')}</sheets><definedNames>${titles.join('')}</definedNames></workbook>`
}
