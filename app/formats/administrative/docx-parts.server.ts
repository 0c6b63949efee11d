import {
  AlignmentType,
  BorderStyle,
  LineRuleType,
  Paragraph,
  Table,
  TableLayoutType,
  TableRow,
  TableCell,
  TextRun,
  WidthType,
  type IParagraphOptions,
  type IRunOptions,
} from 'docx'

/** The letters of the format; sizes of docx are halves of a point, lengths twentieths. */
export const font = 'Times New Roman'
export const twips = (millimetres: number) => Math.round((millimetres * 1440) / 25.4)
export const points = (size: number) => Math.round(size * 20)

/** Marks the places of rows: no text of a document has it. */
export const privateSign = '\ue000'

export type Look = { size: number; bold?: boolean; italics?: boolean }

export function run(text: string, look: Look): TextRun {
  const options: IRunOptions = {
    text: text.replaceAll(privateSign, ''),
    size: look.size * 2,
    bold: look.bold,
    italics: look.italics,
  }
  return new TextRun(options)
}

/** Lines with the look of the body: justified, first line indented, six points after. */
export function bodyLine(text: string, look: Partial<Look> = {}, more: IParagraphOptions = {}): Paragraph {
  return new Paragraph({
    alignment: AlignmentType.JUSTIFIED,
    indent: { firstLine: twips(12.7) },
    spacing: { after: points(6), line: 264, lineRule: LineRuleType.AUTO },
    children: [run(text, { size: 14, ...look })],
    ...more,
  })
}

export function centred(text: string, look: Look, more: IParagraphOptions = {}): Paragraph {
  return new Paragraph({ alignment: AlignmentType.CENTER, children: [run(text, look)], ...more })
}

/** Room of so many points: an empty line would be as high as its letters. */
export function gap(height: number): Paragraph {
  return new Paragraph({
    spacing: { before: 0, after: 0, line: points(height), lineRule: LineRuleType.EXACT },
    children: [],
  })
}

/** A rule of `length` in the middle of a line that is `width` wide, both in millimetres. */
export function rule(length: number, width: number, after = 0): Paragraph {
  const side = twips(Math.max(0, (width - length) / 2))
  return new Paragraph({
    indent: { left: side, right: side },
    spacing: { before: points(2), after: points(after), line: 40, lineRule: LineRuleType.EXACT },
    border: { top: { style: BorderStyle.SINGLE, size: 6, space: 1, color: '000000' } },
    children: [],
  })
}

const none = { style: BorderStyle.NONE, size: 0, color: 'auto' }

/** Columns side by side without borders; `widths` in millimetres. A row never breaks over two pages. */
export function grid(widths: number[], rows: Paragraph[][][]): Table {
  return new Table({
    layout: TableLayoutType.FIXED,
    width: { size: twips(widths.reduce((sum, width) => sum + width, 0)), type: WidthType.DXA },
    columnWidths: widths.map(twips),
    borders: {
      top: none,
      bottom: none,
      left: none,
      right: none,
      insideHorizontal: none,
      insideVertical: none,
    },
    margins: { left: 0, right: 0, top: 0, bottom: 0 },
    rows: rows.map(
      (cells) =>
        new TableRow({
          cantSplit: true,
          children: cells.map(
            (children, i) =>
              new TableCell({ width: { size: twips(widths[i]!), type: WidthType.DXA }, children }),
          ),
        }),
    ),
  })
}
