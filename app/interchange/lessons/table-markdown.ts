import type { Message } from '~/formats/message'
import type { Block, Cell, Piece, Written } from './document'

type Inline = (pieces: Piece[], plain?: boolean) => string

/** What a heading cell gets that says nothing: a table of a lesson names every column. */
const unnamed = '–'
/** More columns than any page shows. */
const mostColumns = 50

/**
 * A table of two rows or more as Markdown; its first row is the head. A cell is one line: what stands in it below one another
 * is put one behind the other. A cell over several keeps its words in the first of them.
 */
export function tableMarkdown(rows: Cell[][], inline: Inline): Written {
  const losses: Message[] = []
  const tell = (key: string) => losses.push({ key, values: { count: 1 } })
  const grid = gridOf(rows, () => tell('loss.merged'))
  const width = Math.max(...grid.map((row) => row.length))
  const lines = grid.map((row, at) =>
    Array.from({ length: width }, (_, column) =>
      cellText(
        row[column]?.blocks ?? [],
        (pieces) => inline(pieces, at === 0),
        () => tell('loss.nested'),
      ),
    ),
  )
  while (lines.length > 0 && lines[0]!.every((text) => text === '')) lines.shift()
  const [head, ...body] = lines
  if (!head) return { markdown: '', losses }
  const named = head.map((text) => {
    if (text === '') tell('loss.tableHead')
    return text || unnamed
  })
  const line = (cells: string[]) => `| ${cells.join(' | ')} |`
  const filled = body.filter((cells) => cells.some((text) => text !== ''))
  return { markdown: [line(named), line(named.map(() => '---')), ...filled.map(line)].join('\n'), losses }
}

/** Cells at their places; null where a cell from the left or from above reaches. */
function gridOf(rows: Cell[][], merged: () => void): (Cell | null)[][] {
  const grid: (Cell | null)[][] = rows.map(() => [])
  rows.forEach((cells, top) => {
    let column = 0
    for (const cell of cells) {
      while (grid[top]![column] !== undefined) column += 1
      if (column >= mostColumns) break
      const across = Math.min(Math.max(1, cell.across), mostColumns - column)
      const down = Math.min(Math.max(1, cell.down), rows.length - top)
      if (across > 1 || down > 1) merged()
      for (let y = 0; y < down; y += 1)
        for (let x = 0; x < across; x += 1) grid[top + y]![column + x] ??= y + x === 0 ? cell : null
      column += across
    }
  })
  return grid.map((row) => Array.from(row, (cell) => cell ?? null))
}

function cellText(blocks: Block[], inline: (pieces: Piece[]) => string, nested: () => void): string {
  const texts = (all: Block[]): string[] =>
    all.flatMap((block) => {
      if ('pieces' in block) return [inline(block.pieces)]
      if (block.kind === 'list') return block.items.flatMap(texts)
      if (block.kind === 'speaker') return texts(block.blocks)
      nested()
      return block.rows.flat().flatMap((cell) => texts(cell.blocks))
    })
  return texts(blocks)
    .filter(Boolean)
    .reduce((all, text) => (all === '' ? text : `${all}${/[.!?:;,…]$/.test(all) ? '' : ';'} ${text}`), '')
    .replace(/\|/g, '\\|')
}
