import type { Message } from '~/formats/message'

/** Words of one look. `href` is where they lead, `note` the footnote that they call, both as the file has them. */
export type Run = { text: string; strong?: boolean; em?: boolean; href?: string; note?: string }
/** A picture by its name in `FoundDocument.pictures`; `lost` says why there is none. */
export type Shown = { picture: string; alt: string; lost?: Message }
export type Piece = Run | Shown | 'break'

export type Cell = { blocks: Block[]; across: number; down: number }

/** What a document is made of, whatever program wrote it; `speaker` is what stands in the notes of a slide. */
export type Block =
  | { kind: 'heading'; level: number; pieces: Piece[] }
  | { kind: 'paragraph'; pieces: Piece[] }
  | { kind: 'list'; ordered: boolean; items: Block[][] }
  | { kind: 'table'; rows: Cell[][] }
  | { kind: 'speaker'; blocks: Block[] }

/** Something that was not taken over as it was, and where: messages of the namespace `documents`. */
export type Loss = { what: Message; where: Message | null }

/** `markdown` is of the set that lessons may hold; `original` is the same part of the document, to be looked at beside it. */
export type FoundLesson = { title: string; markdown: string; from: Message; original: Block[] }

/** Markdown, with what it could not say. */
export type Written = { markdown: string; losses: Message[] }

export type FoundPicture = { name: string; bytes: Uint8Array }

/** `title` is empty where the document has none. Pictures are by the names that the Markdown shows them with. */
export type FoundDocument = {
  title: string
  lessons: FoundLesson[]
  pictures: Map<string, FoundPicture>
  losses: Loss[]
}

/** The most that a document may hold; `entries` are files inside it. */
export const documentLimits = {
  bytes: 12 * 1024 ** 2,
  unpackedBytes: 60_000_000,
  entries: 5000,
  slides: 500,
  lessons: 100,
  pictures: 200,
  slidesOfLesson: 12,
}

/** Why nothing of a document can be read; thrown inside the readers and caught where they are called. */
export class DocumentFault extends Error {
  constructor(readonly problem: Message) {
    super(problem.key)
  }
}

export const isRun = (piece: Piece): piece is Run => typeof piece !== 'string' && 'text' in piece
export const isShown = (piece: Piece): piece is Shown => typeof piece !== 'string' && 'picture' in piece

/** The words of pieces on one line. */
export function wordsOf(pieces: Piece[]): string {
  return pieces
    .map((piece) => (piece === 'break' ? ' ' : isRun(piece) ? piece.text : ''))
    .join('')
    .replace(/\s+/g, ' ')
    .trim()
}

/** Every block under these, those inside lists, tables and notes too, in the order of the document. */
export function everyBlock(blocks: Block[]): Block[] {
  return blocks.flatMap((block) => [block, ...everyBlock(innerBlocks(block))])
}

function innerBlocks(block: Block): Block[] {
  if (block.kind === 'list') return block.items.flat()
  if (block.kind === 'table') return block.rows.flat().flatMap((cell) => cell.blocks)
  return block.kind === 'speaker' ? block.blocks : []
}

/** Every piece under these blocks. */
export function everyPiece(blocks: Block[]): Piece[] {
  return everyBlock(blocks).flatMap((block) => ('pieces' in block ? block.pieces : []))
}

/** Losses of one kind and one place as one, their counts added. */
export function addedUp(losses: Loss[]): Loss[] {
  const found = new Map<string, Loss>()
  for (const { what, where } of losses) {
    const { count, ...values } = what.values ?? {}
    const id = JSON.stringify([what.key, values, where])
    const known = found.get(id)
    if (!known) found.set(id, { what, where })
    else if (typeof count === 'number' && known.what.values)
      found.set(id, {
        what: { key: what.key, values: { ...values, count: Number(known.what.values.count) + count } },
        where,
      })
  }
  return [...found.values()]
}
