import { colours, line, lines, moved, sizes, stacked, type Mark, type Scene } from './scene'
import { textWidth, wrapText } from './text-fit'

export type SheetWords = {
  title: string
  /** Where, what and when. */
  under: string
  /** How to read it and where it comes from. */
  source: string
  /** Where the data are samples: that they are. */
  sample: string | null
}

const margin = 28

/** A chart as it stands alone: what it is above it, how it was made under it, on white with a margin. */
export function chartSheet(body: Scene, words: SheetWords): Scene {
  const { width } = body
  const head = said(width, [
    { words: words.title, size: sizes.title, bold: true },
    { words: words.under, size: 15, fill: colours.muted },
  ])
  const foot = said(width, [{ words: words.source, size: sizes.note, fill: colours.muted }])
  const all = stacked([words.sample === null ? null : mark(words.sample), head, body, foot], 20)
  return {
    width: width + 2 * margin,
    height: all.height + 2 * margin,
    marks: [
      {
        kind: 'rect',
        x: 0,
        y: 0,
        width: width + 2 * margin,
        height: all.height + 2 * margin,
        fill: colours.sheet,
      },
      ...moved(all.marks, margin, margin),
    ],
  }
}

type Said = { words: string; size: number; bold?: boolean; fill?: string }

function said(width: number, parts: readonly Said[]): Scene {
  const marks: Mark[] = []
  let y = 0
  for (const { words, size, ...look } of parts) {
    const own = wrapText(words, size, width, look.bold)
    marks.push(...lines(0, y + size, own, { size, ...look }))
    y += own.length * size * line + 2
  }
  return { width, height: y, marks }
}

function mark(words: string): Scene {
  const size = sizes.note
  const width = textWidth(words, size, true) + 24
  return {
    width,
    height: 26,
    marks: [
      {
        kind: 'rect',
        ...{ x: 0.5, y: 0.5, width: width - 1, height: 25, round: 4 },
        ...{ fill: colours.ngheTint, stroke: colours.ngheEdge },
      },
      ...lines(width / 2, 18, [words], { size, bold: true, fill: colours.nghe, anchor: 'middle' }),
    ],
  }
}
