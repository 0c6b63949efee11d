import {
  AlignmentType,
  Document,
  Header,
  ImageRun,
  NumberFormat,
  Packer,
  PageNumber,
  PageOrientation,
  Paragraph,
  TextRun,
  type FileChild,
  type ISectionOptions,
} from 'docx'
import { svgToPng } from '../svg-image.server'
import { readZip, writeZip } from '../zip.server'
import { foot, head, title } from './docx-head.server'
import { bodyLine, centred, font, gap, points, rule, twips } from './docx-parts.server'
import { TableRows } from './docx-rows.server'
import { table } from './docx-table.server'
import { margins, textWidth, type Sheet, type SheetAnnex, type SheetBlock, type SheetPicture } from './sheet'

/**
 * An administrative document as DOCX: A4, Times New Roman, the header grid of two columns without borders, page numbers at the
 * top from the second page on. Its drawings become PNG with their description as alternative text.
 */
export async function writeDocx(sheet: Sheet): Promise<Uint8Array> {
  const { language, marks } = sheet
  const rows = new TableRows()
  const sections = await sectionsOf(sheet, rows)
  const document = new Document({
    title: sheet.title,
    creator: sheet.issuer,
    description: marks.join(' '),
    styles: {
      default: {
        document: {
          run: {
            font,
            size: 28,
            color: '000000',
            language: { value: language === 'vi' ? 'vi-VN' : 'en-GB' },
          },
          paragraph: { spacing: { before: 0, after: 0 } },
        },
      },
    },
    sections,
  })
  return finished(await Packer.toBuffer(document), rows)
}

/** With the rows of its tables, and without pages that only hold the end of a section. */
function finished(packed: Buffer, rows: TableRows): Uint8Array {
  const files = readZip(packed, { unpackedBytes: 256 * 1024 ** 2 })
  const path = 'word/document.xml'
  // The paragraph that ends a section says nothing: as high as a line it would at times begin a page that is empty.
  const flat = '<w:spacing w:before="0" w:after="0" w:line="20" w:lineRule="exact"/>'
  const xml = files.get(path)!.toString('utf8').replaceAll('<w:pPr><w:sectPr', `<w:pPr>${flat}<w:sectPr`)
  const whole = Buffer.from(rows.filled(xml))
  return new Uint8Array(writeZip([...files].map(([name, file]) => [name, name === path ? whole : file])))
}

async function sectionsOf(sheet: Sheet, rows: TableRows): Promise<ISectionOptions[]> {
  const body = [
    ...sheet.marks.map(mark),
    head(sheet),
    ...title(sheet),
    ...(await blocks(sheet.body, textWidth, rows)),
    gap(10),
    foot(sheet),
  ]
  const annexes = await Promise.all(sheet.annexes.map((each) => annex(each, sheet, rows)))
  return [{ ...page(sheet, false), children: body }, ...annexes]
}

const mark = (text: string) => centred(text, { size: 11, bold: true, italics: true })

/** `first` has no number: each annex is numbered by itself, as the decree has it. */
function page({ marks }: Sheet, landscape: boolean): Pick<ISectionOptions, 'properties' | 'headers'> {
  return {
    properties: {
      titlePage: true,
      page: {
        // docx turns the two sides of a page that lies on its side.
        size: {
          width: twips(210),
          height: twips(297),
          orientation: landscape ? PageOrientation.LANDSCAPE : PageOrientation.PORTRAIT,
        },
        margin: {
          top: twips(margins.top),
          bottom: twips(margins.bottom),
          left: twips(margins.left),
          right: twips(margins.right),
          header: twips(8),
          footer: twips(8),
        },
        pageNumbers: { start: 1, formatType: NumberFormat.DECIMAL },
      },
    },
    headers: {
      first: new Header({ children: [new Paragraph({ children: [] })] }),
      default: new Header({
        children: [
          new Paragraph({
            alignment: AlignmentType.CENTER,
            children: [new TextRun({ children: [PageNumber.CURRENT], size: 28 })],
          }),
          ...marks.map(mark),
        ],
      }),
    },
  }
}

async function annex(
  { label, title: name, under, landscape, blocks: content }: SheetAnnex,
  sheet: Sheet,
  rows: TableRows,
): Promise<ISectionOptions> {
  const width = landscape ? 297 - margins.left - margins.right : textWidth
  return {
    ...page(sheet, landscape),
    children: [
      ...sheet.marks.map(mark),
      centred(label, { size: 14, bold: true }, { keepNext: true }),
      centred(name.toLocaleUpperCase(sheet.language), { size: 13, bold: true }, { keepNext: true }),
      centred(under, { size: 13, italics: true }, { keepNext: true }),
      rule(40, width, 6),
      ...(await blocks(content, width, rows)),
    ],
  }
}

async function blocks(content: SheetBlock[], width: number, rows: TableRows): Promise<FileChild[]> {
  const made = await Promise.all(content.map((block) => blockOf(block, width, rows)))
  return made.flat()
}

async function blockOf(block: SheetBlock, width: number, rows: TableRows): Promise<FileChild[]> {
  switch (block.kind) {
    case 'heading':
      return [bodyLine(block.text, { bold: true }, { keepNext: true })]
    case 'line':
      return [bodyLine(block.text, { italics: block.basis })]
    case 'table':
      return table(block.table, width, rows)
    case 'picture':
      return picture(block.picture, width)
  }
}

const pixelsPerMillimetre = 96 / 25.4

/** As wide as the text, and at most 110 mm high; drawn at twice the size at which it is shown. */
async function picture({ svg, ...of }: SheetPicture, width: number): Promise<Paragraph[]> {
  const shown = Math.min(width, (110 * of.width) / of.height) * pixelsPerMillimetre
  const data = await svgToPng(svg, Math.round(shown * 2))
  return [
    new Paragraph({
      alignment: AlignmentType.CENTER,
      keepNext: true,
      spacing: { before: points(6) },
      children: [
        new ImageRun({
          type: 'png',
          data,
          transformation: { width: Math.round(shown), height: Math.round((shown * of.height) / of.width) },
          altText: { name: of.title, title: of.title, description: of.description },
        }),
      ],
    }),
    centred(of.title, { size: 13, italics: true }, { spacing: { after: points(6) } }),
  ]
}
