import { XMLParser } from 'fast-xml-parser'
import { readZip } from '~/formats/zip.server'

/** Reads a DOCX as ECMA-376 has it, knowing nothing of the code that wrote it. Lengths come back in millimetres, sizes in points. */

type Xml = { name: string; at: Record<string, string>; inside: Xml[]; text: string }

const parser = new XMLParser({
  preserveOrder: true,
  ignoreAttributes: false,
  attributeNamePrefix: '',
  trimValues: false,
  processEntities: true,
})

function tree(nodes: Record<string, unknown>[]): Xml[] {
  return nodes.flatMap((node): Xml[] => {
    if ('#text' in node) return [{ name: '#text', at: {}, inside: [], text: String(node['#text']) }]
    const [name] = Object.keys(node).filter((key) => key !== ':@')
    if (!name || name.startsWith('?')) return []
    const inside = tree(node[name] as Record<string, unknown>[])
    return [
      {
        name,
        at: (node[':@'] ?? {}) as Record<string, string>,
        inside,
        text: inside.map(({ text }) => text).join(''),
      },
    ]
  })
}

const kids = (xml: Xml | undefined, name: string) => xml?.inside.filter((each) => each.name === name) ?? []
const kid = (xml: Xml | undefined, ...path: string[]): Xml | undefined =>
  path.reduce<Xml | undefined>((at, name) => kids(at, name)[0], xml)
const all = (xml: Xml, name: string): Xml[] =>
  xml.inside.flatMap((each) => [...(each.name === name ? [each] : []), ...all(each, name)])
const millimetres = (twips: string | undefined) => (Number(twips) * 25.4) / 1440
const isOn = (xml: Xml | undefined) =>
  xml !== undefined && xml.at['w:val'] !== 'false' && xml.at['w:val'] !== '0'

export type ReadRun = {
  text: string
  size: number
  bold: boolean
  italic: boolean
  font: string
  color: string
}
export type ReadParagraph = {
  kind: 'paragraph'
  text: string
  runs: ReadRun[]
  align: string
  firstLine: number
  left: number
  right: number
  after: number
  /** Lines, where the rule is of lines. */ spacing: number
  topBorder: boolean
  pictures: { description: string; width: number }[]
}
export type ReadCell = { width: number; span: number; paragraphs: ReadParagraph[]; text: string }
export type ReadTable = {
  kind: 'table'
  widths: number[]
  bordered: boolean
  rows: { header: boolean; whole: boolean; cells: ReadCell[] }[]
}
export type ReadSection = {
  width: number
  height: number
  margins: { top: number; bottom: number; left: number; right: number }
  /** The first page has a header of its own. */ titlePage: boolean
  header: { text: string; hasNumber: boolean; align: string; size: number }
  firstHeader: { text: string; hasNumber: boolean }
  content: (ReadParagraph | ReadTable)[]
}

export function readDocx(bytes: Uint8Array): { sections: ReadSection[]; parts: string[]; text: string } {
  const files = readZip(Buffer.from(bytes), { unpackedBytes: 64 * 1024 ** 2 })
  const part = (path: string) =>
    tree(parser.parse(files.get(path)!.toString('utf8')) as Record<string, unknown>[])[0]!
  const document = part('word/document.xml')
  const defaults = kid(part('word/styles.xml'), 'w:docDefaults', 'w:rPrDefault', 'w:rPr')
  const relations = new Map(
    kids(part('word/_rels/document.xml.rels'), 'Relationship').map(({ at }) => [at.Id!, at.Target!]),
  )
  const base = {
    font: kid(defaults, 'w:rFonts')?.at['w:ascii'] ?? '',
    size: Number(kid(defaults, 'w:sz')?.at['w:val']) / 2,
    color: kid(defaults, 'w:color')?.at['w:val'] ?? 'auto',
  }
  const header = (sectionProperties: Xml, type: string) => {
    const reference = kids(sectionProperties, 'w:headerReference').find((each) => each.at['w:type'] === type)
    const xml = reference && part(`word/${relations.get(reference.at['r:id']!)!}`)
    const [first] = xml ? all(xml, 'w:p').map((each) => paragraph(each, base)) : []
    return {
      text: xml?.text ?? '',
      hasNumber: (xml ? all(xml, 'w:instrText') : []).some(({ text }) => text.includes('PAGE')),
      align: first?.align ?? '',
      size: first?.runs[0]?.size ?? 0,
    }
  }
  const sections: ReadSection[] = []
  let content: ReadSection['content'] = []
  const close = (properties: Xml) => {
    const size = kid(properties, 'w:pgSz')!.at
    const margin = kid(properties, 'w:pgMar')!.at
    sections.push({
      width: millimetres(size['w:w']),
      height: millimetres(size['w:h']),
      margins: {
        top: millimetres(margin['w:top']),
        bottom: millimetres(margin['w:bottom']),
        left: millimetres(margin['w:left']),
        right: millimetres(margin['w:right']),
      },
      titlePage: isOn(kid(properties, 'w:titlePg')),
      header: header(properties, 'default'),
      firstHeader: header(properties, 'first'),
      content,
    })
    content = []
  }
  for (const block of kid(document, 'w:body')!.inside) {
    if (block.name === 'w:tbl') content.push(table(block, base))
    if (block.name === 'w:sectPr') close(block)
    if (block.name !== 'w:p') continue
    content.push(paragraph(block, base))
    const end = kid(block, 'w:pPr', 'w:sectPr')
    if (end) close(end)
  }
  return { sections, parts: [...files.keys()], text: document.text }
}

type Base = { font: string; size: number; color: string }

function paragraph(xml: Xml, base: Base): ReadParagraph {
  const properties = kid(xml, 'w:pPr')
  const indent = kid(properties, 'w:ind')?.at ?? {}
  const spacing = kid(properties, 'w:spacing')?.at ?? {}
  return {
    kind: 'paragraph',
    text: all(xml, 'w:t')
      .map(({ text }) => text)
      .join(''),
    runs: kids(xml, 'w:r')
      .filter((each) => kids(each, 'w:t').length > 0 || kids(each, 'w:instrText').length > 0)
      .map((each) => {
        const look = kid(each, 'w:rPr')
        return {
          text: kids(each, 'w:t')
            .map(({ text }) => text)
            .join(''),
          size: look && kid(look, 'w:sz') ? Number(kid(look, 'w:sz')!.at['w:val']) / 2 : base.size,
          bold: isOn(kid(look, 'w:b')),
          italic: isOn(kid(look, 'w:i')),
          font: kid(look, 'w:rFonts')?.at['w:ascii'] ?? base.font,
          color: kid(look, 'w:color')?.at['w:val'] ?? base.color,
        }
      }),
    align: kid(properties, 'w:jc')?.at['w:val'] ?? 'left',
    firstLine: millimetres(indent['w:firstLine'] ?? '0'),
    left: millimetres(indent['w:left'] ?? indent['w:start'] ?? '0'),
    right: millimetres(indent['w:right'] ?? indent['w:end'] ?? '0'),
    after: Number(spacing['w:after'] ?? 0) / 20,
    spacing: spacing['w:lineRule'] === 'auto' ? Number(spacing['w:line']) / 240 : 0,
    topBorder: kid(properties, 'w:pBdr', 'w:top')?.at['w:val'] === 'single',
    pictures: all(xml, 'wp:inline').map((each) => ({
      description: kid(each, 'wp:docPr')?.at.descr ?? '',
      width: Number(kid(each, 'wp:extent')?.at.cx) / 36_000,
    })),
  }
}

function table(xml: Xml, base: Base): ReadTable {
  const borders = kid(xml, 'w:tblPr', 'w:tblBorders')
  return {
    kind: 'table',
    widths: kids(kid(xml, 'w:tblGrid'), 'w:gridCol').map(({ at }) => millimetres(at['w:w'])),
    bordered: (borders?.inside ?? []).some((each) => !['none', 'nil'].includes(each.at['w:val'] ?? 'none')),
    rows: kids(xml, 'w:tr').map((row) => ({
      header: isOn(kid(row, 'w:trPr', 'w:tblHeader')),
      whole: isOn(kid(row, 'w:trPr', 'w:cantSplit')),
      cells: kids(row, 'w:tc').map((cell) => {
        const paragraphs = kids(cell, 'w:p').map((each) => paragraph(each, base))
        return {
          width: millimetres(kid(cell, 'w:tcPr', 'w:tcW')?.at['w:w']),
          span: Number(kid(cell, 'w:tcPr', 'w:gridSpan')?.at['w:val'] ?? 1),
          paragraphs,
          text: paragraphs.map(({ text }) => text).join('\n'),
        }
      }),
    })),
  }
}
