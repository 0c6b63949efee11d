import {
  AlignmentType,
  BorderStyle,
  Paragraph,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  VerticalAlignTable,
  WidthType,
} from 'docx'
import { centred, gap, points, run, twips, type Look } from './docx-parts.server'
import type { TableRows } from './docx-rows.server'
import type { SheetColumn, SheetTable } from './sheet'

const alignments = { end: AlignmentType.RIGHT, center: AlignmentType.CENTER } as const
const line = { style: BorderStyle.SINGLE, size: 4, color: '000000' }
const borders = {
  top: line,
  bottom: line,
  left: line,
  right: line,
  insideHorizontal: line,
  insideVertical: line,
}

function cell(text: string, look: Look, column: SheetColumn, width: number): TableCell {
  return new TableCell({
    width: { size: width, type: WidthType.DXA },
    verticalAlign: VerticalAlignTable.CENTER,
    children: [
      new Paragraph({
        alignment: column.align ? alignments[column.align] : AlignmentType.LEFT,
        children: [run(text, look)],
      }),
    ],
  })
}

/** A table whose header comes again on every page and whose rows stay whole; `width` in millimetres. */
export function table(source: SheetTable, width: number, tableRows: TableRows): (Paragraph | Table)[] {
  const { caption, columns, rows, notes, dense } = source
  const size = dense ? 11 : 12
  const shares = columns.reduce((sum, each) => sum + each.width, 0)
  const widths = columns.map((each) => Math.floor((twips(width) * each.width) / shares))
  const made: (Paragraph | Table)[] = []
  if (caption)
    made.push(
      centred(
        caption,
        { size: 13, bold: true },
        { keepNext: true, spacing: { before: points(6), after: points(4) } },
      ),
    )
  made.push(
    new Table({
      layout: TableLayoutType.FIXED,
      width: { size: widths.reduce((sum, each) => sum + each, 0), type: WidthType.DXA },
      columnWidths: widths,
      borders,
      margins: { left: 70, right: 70, top: 20, bottom: 20 },
      rows: [
        new TableRow({
          tableHeader: true,
          cantSplit: true,
          children: columns.map((column, i) =>
            cell(column.label, { size, bold: true }, { ...column, align: 'center' }, widths[i]!),
          ),
        }),
        tableRows.placeFor(rows, columns, widths, size),
      ],
    }),
    ...notes.map(
      (note) =>
        new Paragraph({ spacing: { before: points(3) }, children: [run(note, { size: 11, italics: true })] }),
    ),
    gap(6),
  )
  return made
}
