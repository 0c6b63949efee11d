import type { Message } from '~/formats/message'
import { isShown, wordsOf, type Block, type Piece, type Shown, type Written } from './document'
import { altMarkdown, inlineMarkdown } from './inline-markdown'
import { tableMarkdown } from './table-markdown'

/** `base` is the level of the heading that the lesson begins with; `speaker` is what words of the speaker begin with. */
type Options = { base: number; speaker: string }

/**
 * Blocks of a document as the text of a lesson (docs/content-format.md): headings of two levels that follow each other,
 * paragraphs, lists, tables with a head, figures that stand alone. What Markdown cannot say is put as near as it can be,
 * and told.
 */
export function writeMarkdown(blocks: Block[], { base, speaker }: Options): Written {
  const parts: string[] = []
  const losses: Message[] = []
  const count = (key: string, values: Message['values'] = {}) =>
    losses.push({ key, values: { count: 1, ...values } })
  let level = 1
  let last: { ordered: boolean; other: boolean } | null = null

  const inline = (pieces: Piece[], plain = false, within = plain): string => {
    const lost: string[] = []
    const line = inlineMarkdown(pieces, { plain, within, lost })
    for (const address of lost) count('loss.link', { address: address.slice(0, 120) })
    return line
  }
  const figures = (all: Block[]) => {
    for (const { picture, alt, lost } of all.flatMap(shownIn)) {
      if (lost) {
        losses.push(lost)
        continue
      }
      const words = altMarkdown(alt)
      if (!words) count('loss.alt')
      parts.push(`![${words}](${picture})`)
    }
  }
  const paragraphs = (pieces: Piece[]) =>
    linesOf(pieces)
      .map((line) => inline(line))
      .filter(Boolean)

  const heading = (block: Extract<Block, { kind: 'heading' }>) => {
    // Signs at the end of a heading would close it.
    const words = inline(block.pieces, true).replace(/ (#+)$/, ' \\$1')
    const wanted = block.level - base + 1
    if (words && wanted > 3) parts.push(inline([{ text: wordsOf(block.pieces), strong: true }]))
    else if (words) {
      level = Math.max(2, Math.min(wanted, level + 1, 3))
      parts.push(`${'#'.repeat(level)} ${words}`)
    }
  }

  const list = (block: Extract<Block, { kind: 'list' }>) => {
    const other = last?.ordered === block.ordered && !last.other
    const lines = listLines(block, other)
    if (lines.length > 0) parts.push(lines.join('\n'))
    last = { ordered: block.ordered, other }
  }

  /** The lines of a list; lists that follow each other have other signs, or they would be one. */
  const listLines = (block: Extract<Block, { kind: 'list' }>, other: boolean): string[] => {
    const signOf = (at: number) => (block.ordered ? `${at}${other ? ')' : '.'} ` : other ? '* ' : '- ')
    return block.items
      .map((item) => unwrapped(item))
      .map((item) => itemLines(item))
      .filter((lines) => lines.length > 0)
      .flatMap((lines, at) => {
        const sign = signOf(at + 1)
        const indent = ' '.repeat(sign.length)
        return lines.map((line, i) => (i === 0 ? sign + line : line && indent + line))
      })
  }

  const itemLines = (item: Block[]): string[] => {
    const lines: string[] = []
    let before: Block['kind'] | null = null
    for (const block of item) {
      const made =
        block.kind === 'list'
          ? listLines(block, before === 'list')
          : block.kind === 'table'
            ? (count('loss.tableInList'), cellsOf(block).flatMap((cell) => itemLines(cell)))
            : block.kind === 'speaker'
              ? itemLines(block.blocks)
              : spread(paragraphs(block.pieces))
      if (made.length === 0) continue
      if (lines.length > 0 && !(block.kind === 'list' && before !== 'list')) lines.push('')
      lines.push(...made)
      before = block.kind
    }
    return lines
  }

  const write = (all: Block[]) => {
    for (const block of all) {
      if (block.kind !== 'list') last = null
      if (block.kind === 'heading') heading(block)
      else if (block.kind === 'paragraph') parts.push(...paragraphs(block.pieces))
      else if (block.kind === 'list') list(block)
      else if (block.kind === 'table') {
        const laidOut = block.rows.length < 2 || block.rows.every((row) => row.length < 2)
        if (laidOut) {
          for (const cell of cellsOf(block)) write(cell)
          continue
        }
        const table = tableMarkdown(block.rows, (pieces, plain) => inline(pieces, plain, true))
        losses.push(...table.losses)
        if (table.markdown) parts.push(table.markdown)
      } else {
        const [first, ...rest] = block.blocks.flatMap((each) =>
          'pieces' in each ? paragraphs(each.pieces) : [],
        )
        if (first) parts.push(`**${speaker}** ${first}`, ...rest)
      }
      figures([block])
    }
  }
  write(blocks)
  return { markdown: parts.join('\n\n') + (parts.length > 0 ? '\n' : ''), losses }
}

const cellsOf = (table: Extract<Block, { kind: 'table' }>) => table.rows.flat().map(({ blocks }) => blocks)

/** An item that holds a list alone is that list's items. */
function unwrapped(item: Block[]): Block[] {
  const only = item.length === 1 ? item[0] : undefined
  const inner = only?.kind === 'list' && only.items.length === 1 ? only.items[0] : undefined
  return inner ? unwrapped(inner) : item
}

/** Lines with an empty one between two. */
function spread(lines: string[]): string[] {
  return lines.flatMap((line, at) => (at === 0 ? [line] : ['', line]))
}

/** Pieces by the line breaks between them: a lesson knows paragraphs only. */
function linesOf(pieces: Piece[]): Piece[][] {
  const lines: Piece[][] = [[]]
  for (const piece of pieces) {
    if (piece === 'break') lines.push([])
    else lines.at(-1)!.push(piece)
  }
  return lines
}

function shownIn(block: Block): Shown[] {
  if ('pieces' in block) return block.pieces.filter(isShown)
  if (block.kind === 'list') return block.items.flat().flatMap(shownIn)
  return block.kind === 'table' ? cellsOf(block).flat().flatMap(shownIn) : block.blocks.flatMap(shownIn)
}
