import { Paragraph, TableCell, TableRow } from 'docx'
import { cleanText, escaped } from '../sheet-xml'
import { privateSign, type Look } from './docx-parts.server'
import type { SheetColumn, SheetRow } from './sheet'

type Cell = {
  text: string
  look: Look
  align?: 'end' | 'center'
  width?: number
  span?: number
  keepNext?: boolean
}

const sides = { end: 'right', center: 'center' } as const

/**
 * The rows of long tables, as the markup that Word reads: the library takes a hundred times as long for them, and a list of a
 * province has thousands. A row of the library keeps their place until the document is packed.
 */
export class TableRows {
  readonly #made: string[] = []

  /** Stands where these rows will stand. */
  placeFor(
    rows: readonly SheetRow[],
    columns: readonly SheetColumn[],
    widths: number[],
    size: number,
  ): TableRow {
    this.#made.push(rows.map((row) => rowXml(cellsOf(row, columns, widths, size))).join(''))
    return new TableRow({
      children: [new TableCell({ children: [new Paragraph(mark(this.#made.length - 1))] })],
    })
  }

  /** The markup of a document with the rows in their places. */
  filled(xml: string): string {
    return this.#made.reduce((whole, rows, i) => {
      const at = whole.indexOf(mark(i))
      const [from, to] = [whole.lastIndexOf('<w:tr>', at), whole.indexOf('</w:tr>', at)]
      if (at < 0 || from < 0 || to < 0) throw new Error(`the rows of table ${i} have no place`)
      return whole.slice(0, from) + rows + whole.slice(to + '</w:tr>'.length)
    }, xml)
  }
}

const mark = (at: number) => `${privateSign}${at}${privateSign}`

function cellsOf(row: SheetRow, columns: readonly SheetColumn[], widths: number[], size: number): Cell[] {
  if ('cells' in row || 'total' in row) {
    const texts = 'cells' in row ? row.cells : row.total
    const look = { size, bold: 'total' in row }
    return columns.map(({ align }, i) => ({ text: texts[i] ?? '', look, align, width: widths[i] }))
  }
  const isGroup = 'group' in row
  const look = { size, bold: isGroup, italics: !isGroup }
  return [{ text: isGroup ? row.group : row.remark, look, span: columns.length, keepNext: isGroup }]
}

function rowXml(cells: Cell[]): string {
  return `<w:tr><w:trPr><w:cantSplit/></w:trPr>${cells.map(cellXml).join('')}</w:tr>`
}

function cellXml({ text, look, align, width, span, keepNext }: Cell): string {
  const size = look.size * 2
  const cell = `${width === undefined ? '' : `<w:tcW w:type="dxa" w:w="${width}"/>`}${span === undefined ? '' : `<w:gridSpan w:val="${span}"/>`}<w:vAlign w:val="center"/>`
  const paragraph = `${keepNext ? '<w:keepNext/>' : ''}<w:jc w:val="${align ? sides[align] : 'left'}"/>`
  const letters = `${look.bold ? '<w:b/><w:bCs/>' : ''}${look.italics ? '<w:i/><w:iCs/>' : ''}<w:sz w:val="${size}"/><w:szCs w:val="${size}"/>`
  return `<w:tc><w:tcPr>${cell}</w:tcPr><w:p><w:pPr>${paragraph}</w:pPr><w:r><w:rPr>${letters}</w:rPr><w:t xml:space="preserve">${escaped(cleanText(text).replaceAll(privateSign, ''))}</w:t></w:r></w:p></w:tc>`
}
