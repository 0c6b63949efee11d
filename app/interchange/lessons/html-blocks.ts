import { parseXml, textIn, type XmlElement } from '../questions/safe-xml'
import { DocumentFault, type Block, type Cell, type Piece, type Run } from './document'
import { xmlFault } from './parts'

export type HtmlDocument = { title: string; blocks: Block[]; notes: ReadonlyMap<string, Block[]> }

type Look = Omit<Run, 'text'>

const blockNames = new Set(['p', 'h1', 'h2', 'h3', 'h4', 'h5', 'h6', 'ul', 'ol', 'table'])
const raised = new Map([...'0123456789+-'].map((sign, at): [string, string] => [sign, '⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻'[at]!]))
const lowered = new Map([...'0123456789+-'].map((sign, at): [string, string] => [sign, '₀₁₂₃₄₅₆₇₈₉₊₋'[at]!]))

/**
 * The HTML that mammoth writes as blocks: well-formed, of few elements, its pictures by their names. What stands under
 * the notes at its end goes to `notes`, by the name that a run's `note` has.
 */
export function htmlBlocks(html: string): HtmlDocument {
  const parsed = parseXml(`<html>${html}</html>`)
  if (parsed.document === null) throw new DocumentFault(xmlFault(parsed.problem, 'HTML'))
  const found = { title: '', notes: new Map<string, Block[]>() }
  const children = parsed.document.children.filter((child) => {
    if (typeof child === 'string') return true
    if (child.name === 'ol' && takeNotes(child, found.notes)) return false
    if (child.name !== 'p' || child.attributes.get('class') !== 'title' || found.title !== '') return true
    found.title = textIn(child).replace(/\s+/g, ' ').trim()
    return false
  })
  return { ...found, blocks: blocksOf(children) }
}

function takeNotes(list: XmlElement, notes: Map<string, Block[]>): boolean {
  const items = elementsIn(list)
  const ids = items.map((item) => item.attributes.get('id') ?? '')
  if (ids.length === 0 || !ids.every((id) => /^(?:foot|end)note-/.test(id))) return false
  items.forEach((item, at) => notes.set(ids[at]!, blocksOf(item.children)))
  return true
}

const elementsIn = ({ children }: XmlElement) =>
  children.filter((child): child is XmlElement => typeof child !== 'string')

function blocksOf(children: XmlElement['children']): Block[] {
  const blocks: Block[] = []
  let loose: Piece[] = []
  const close = () => {
    if (loose.some((piece) => piece !== 'break' && !('text' in piece && piece.text.trim() === '')))
      blocks.push({ kind: 'paragraph', pieces: loose })
    loose = []
  }
  for (const child of children) {
    if (typeof child === 'string' || !blockNames.has(child.name)) {
      loose.push(...piecesOf([child]))
      continue
    }
    close()
    blocks.push(...blockOf(child))
  }
  close()
  return blocks
}

function blockOf(element: XmlElement): Block[] {
  const { name, children } = element
  if (name === 'table') return tableOf(element)
  if (name === 'ul' || name === 'ol') {
    const items = elementsIn(element).map((item) => blocksOf(item.children))
    return [{ kind: 'list', ordered: name === 'ol', items }]
  }
  const pieces = piecesOf(children)
  if (pieces.length === 0) return []
  return [name === 'p' ? { kind: 'paragraph', pieces } : { kind: 'heading', level: Number(name[1]), pieces }]
}

function tableOf(table: XmlElement): Block[] {
  const rowsIn = (element: XmlElement): XmlElement[] =>
    elementsIn(element).flatMap((each) => (each.name === 'tr' ? [each] : rowsIn(each)))
  const rows = rowsIn(table).map((row) => elementsIn(row).map(cellOf))
  return rows.some((row) => row.length > 0) ? [{ kind: 'table', rows }] : []
}

function cellOf(cell: XmlElement): Cell {
  const number = (name: string) => Math.max(1, Math.trunc(Number(cell.attributes.get(name) ?? 1)) || 1)
  return { blocks: blocksOf(cell.children), across: number('colspan'), down: number('rowspan') }
}

function piecesOf(children: XmlElement['children'], look: Look = {}): Piece[] {
  return children.flatMap((child): Piece[] => {
    if (typeof child === 'string') return child === '' ? [] : [{ text: child, ...look }]
    const inside = (more: Look = {}) => piecesOf(child.children, { ...look, ...more })
    switch (child.name) {
      case 'strong':
        return inside({ strong: true })
      case 'em':
        return inside({ em: true })
      case 'sup':
      case 'sub':
        return inside().map((piece) => shifted(piece, child.name === 'sup' ? raised : lowered))
      case 'br':
        return ['break']
      case 'img':
        return [
          { picture: child.attributes.get('src') ?? '', alt: child.attributes.get('alt') ?? '' },
        ].filter(({ picture }) => picture !== '')
      case 'input':
        return [{ text: child.attributes.has('checked') ? '☑ ' : '☐ ', ...look }]
      case 'a':
        if (/^#(?:foot|end)note-ref-/.test(child.attributes.get('href') ?? '')) return []
        return inside(linkOf(child.attributes.get('href') ?? ''))
      default:
        return inside()
    }
  })
}

/** A link inside the document leads nowhere here; one to a note calls it. */
function linkOf(href: string): Look {
  const note = /^#((?:foot|end)note-.+)$/.exec(href)
  if (note) return { note: note[1]! }
  return href === '' || href.startsWith('#') ? {} : { href }
}

/** Digits that stand higher or lower have letters of their own; other text stands on the line. */
function shifted(piece: Piece, letters: ReadonlyMap<string, string>): Piece {
  if (piece === 'break' || !('text' in piece) || piece.note) return piece
  const signs = [...piece.text]
  return signs.every((sign) => letters.has(sign))
    ? { ...piece, text: signs.map((sign) => letters.get(sign)).join('') }
    : piece
}
