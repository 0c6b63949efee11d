import { isRun, wordsOf, type Block, type Piece } from './document'

const dash = /^[-–—•●▪◦·]\s+/
const plus = /^\+\s+/

/**
 * Lists that were typed line by line as lists: paragraphs that begin with a dash or a dot, as documents of offices have them,
 * and under those the ones that begin with a plus.
 */
export function typedLists(blocks: Block[]): Block[] {
  const made: Block[] = []
  let list: Extract<Block, { kind: 'list' }> | null = null
  for (const block of blocks) {
    const words = block.kind === 'paragraph' ? wordsOf(block.pieces) : ''
    const sign = block.kind === 'paragraph' ? (dash.exec(words) ?? plus.exec(words))?.[0] : undefined
    if (block.kind !== 'paragraph' || sign === undefined) {
      list = null
      made.push(block)
      continue
    }
    const item: Block[] = [{ kind: 'paragraph', pieces: withoutSign(block.pieces) }]
    if (list && sign.startsWith('+')) {
      const last: Block[] = list.items.at(-1)!
      const inner = last.at(-1)
      if (inner?.kind === 'list') inner.items.push(item)
      else last.push({ kind: 'list', ordered: false, items: [item] })
    } else if (list) list.items.push(item)
    else {
      list = { kind: 'list', ordered: false, items: [item] }
      made.push(list)
    }
  }
  return made
}

/** Pieces without the sign that they begin with, and the spaces around it. */
function withoutSign(pieces: Piece[]): Piece[] {
  const at = pieces.findIndex((piece) => isRun(piece) && piece.text.trim() !== '')
  const first = pieces[at]
  if (!first || !isRun(first)) return pieces
  const text = first.text.trimStart().slice(1).trimStart()
  return [...pieces.slice(0, at), { ...first, text }, ...pieces.slice(at + 1)]
}
