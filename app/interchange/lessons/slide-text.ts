import { childOf, childrenOf, textIn, type XmlElement } from '../questions/safe-xml'
import type { Block, Cell, Piece } from './document'
import type { Related } from './parts'

type Relations = ReadonlyMap<string, Related>
type Line = { pieces: Piece[]; level: number; bullet: 'none' | 'number' | 'sign' | null }

/** An attribute of the namespace of relationships, whatever its prefix: `r:embed`. */
export function relation(element: XmlElement | undefined, name: string): string {
  for (const [key, value] of element?.attributes ?? []) if (key.endsWith(`:${name}`)) return value
  return ''
}

/** The words of a body of text on one line. */
export function plainWords(body: XmlElement | undefined): string {
  const texts = body ? childrenOf(body, 'p').map((p) => piecesOf(p, new Map(), true)) : []
  return texts
    .map((pieces) =>
      pieces.map((piece) => (piece === 'break' ? ' ' : 'text' in piece ? piece.text : '')).join(''),
    )
    .join(' ')
    .replace(/\s+/g, ' ')
    .trim()
}

/**
 * A body of text (ECMA-376, part 1, section 21.1.2) as paragraphs and lists by their levels. `listed`: of a placeholder, whose
 * lines have bullets unless they say otherwise; one line alone is a paragraph.
 */
export function textBlocks(body: XmlElement, relations: Relations, listed: boolean): Block[] {
  const lines = childrenOf(body, 'p')
    .map((paragraph) => lineOf(paragraph, relations))
    .filter(({ pieces }) =>
      pieces.some((piece) => piece !== 'break' && 'text' in piece && piece.text.trim() !== ''),
    )
  const alone = lines.length === 1
  const blocks: Block[] = []
  let open: { list: Extract<Block, { kind: 'list' }>; level: number }[] = []
  for (const { pieces, level, bullet } of lines) {
    const paragraph: Block = { kind: 'paragraph', pieces }
    if (bullet === 'none' || (bullet === null && (!listed || alone))) {
      open = []
      blocks.push(paragraph)
      continue
    }
    const ordered = bullet === 'number'
    open = open.filter((each) => each.level <= level)
    const last = open.at(-1)
    if (last?.level === level && last.list.ordered === ordered) {
      last.list.items.push([paragraph])
      continue
    }
    if (last?.level === level) open.pop()
    const list: Block = { kind: 'list', ordered, items: [[paragraph]] }
    const parent = open.at(-1)?.list.items.at(-1)
    if (parent) parent.push(list)
    else blocks.push(list)
    open.push({ list, level })
  }
  return blocks
}

function lineOf(paragraph: XmlElement, relations: Relations): Line {
  const properties = childOf(paragraph, 'pPr')
  const has = (name: string) => properties !== undefined && childOf(properties, name) !== undefined
  const level = Math.min(8, Math.max(0, Math.trunc(Number(properties?.attributes.get('lvl') ?? 0)) || 0))
  const bullet = has('buNone')
    ? 'none'
    : has('buAutoNum')
      ? 'number'
      : has('buChar') || has('buBlip')
        ? 'sign'
        : null
  return { pieces: piecesOf(paragraph, relations), level, bullet }
}

function piecesOf(paragraph: XmlElement, relations: Relations, plain = false): Piece[] {
  return childrenOf(paragraph).flatMap((child): Piece[] => {
    if (child.name === 'br') return ['break']
    if (child.name !== 'r' && child.name !== 'fld') return []
    const text = childrenOf(child, 't').map(textIn).join('')
    if (text === '') return []
    const look = childOf(child, 'rPr')
    const on = (name: string) => /^(?:1|true)$/.test(look?.attributes.get(name) ?? '')
    const target = relations.get(relation(look && childOf(look, 'hlinkClick'), 'id'))
    return [
      {
        text,
        ...(on('b') && !plain ? { strong: true } : {}),
        ...(on('i') && !plain ? { em: true } : {}),
        ...(target && target.target === null ? { href: target.address } : {}),
      },
    ]
  })
}

/** A table of a slide; a cell that another reaches over is not written. */
export function slideTable(table: XmlElement, relations: Relations): Block {
  const is = (cell: XmlElement, name: string) => /^(?:1|true)$/.test(cell.attributes.get(name) ?? '')
  const number = (cell: XmlElement, name: string) =>
    Math.max(1, Math.trunc(Number(cell.attributes.get(name) ?? 1)) || 1)
  const rows = childrenOf(table, 'tr').map((row) =>
    childrenOf(row, 'tc')
      .filter((cell) => !is(cell, 'hMerge') && !is(cell, 'vMerge'))
      .map((cell): Cell => {
        const body = childOf(cell, 'txBody')
        return {
          blocks: body ? textBlocks(body, relations, false) : [],
          across: number(cell, 'gridSpan'),
          down: number(cell, 'rowSpan'),
        }
      }),
  )
  return { kind: 'table', rows }
}
