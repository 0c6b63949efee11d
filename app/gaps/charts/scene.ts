import { textWidth } from './text-fit'

type Said = {
  /** Said under the pointer and to a screen reader. */
  title?: string
}
export type Fill = string

/** One mark of a drawing, in units of its width and height. */
export type Mark =
  | ({
      kind: 'rect'
      x: number
      y: number
      width: number
      height: number
      fill: Fill
      stroke?: string
      dashed?: boolean
      round?: number
      opacity?: number
    } & Said)
  | {
      kind: 'line'
      x1: number
      y1: number
      x2: number
      y2: number
      stroke: string
      thick: number
      dashed?: boolean
      /** Ends are round. */
      round?: boolean
      opacity?: number
    }
  | ({ kind: 'dot'; x: number; y: number; r: number; fill: Fill; stroke: string } & Said)
  | ({ kind: 'path'; d: string; fill: Fill; stroke?: string } & Said)
  | ({
      kind: 'text'
      x: number
      /** The baseline. */
      y: number
      text: string
      size: number
      bold?: boolean
      fill?: string
      anchor?: 'start' | 'middle' | 'end'
    } & Said)

/** A drawing before it is one: what stands where. `patterns` are filled by `few` and `vague`. */
export type Scene = { width: number; height: number; marks: Mark[] }

export type TextMark = Extract<Mark, { kind: 'text' }>

/** Fills that are drawn as patterns: what is hidden is hatched, what is not known well enough is ruled. */
export const hatched = 'few'
export const ruled = 'vague'

/** The tokens of the product's colours, as a file needs them written out. */
export const colours = {
  ink: '#1a2130',
  muted: '#535c6b',
  line: '#d8d4c9',
  axis: '#80858f',
  gap: '#c9532c',
  cham: '#23407c',
  sheet: '#ffffff',
  track: '#e3dfd4',
  nghe: '#7a4b00',
  ngheTint: '#fdf3d9',
  ngheEdge: '#d99a1c',
} as const

/** Sizes of text in a drawing 960 wide. */
export const sizes = { title: 23, label: 16, note: 14, cell: 13.5 } as const

export const line = 1.35

/** A text with what it may take: `x` from the left, the middle or the right by its anchor. */
export function text(
  x: number,
  y: number,
  words: string,
  more: Partial<Omit<TextMark, 'kind'>> = {},
): TextMark {
  return { kind: 'text', x, y, text: words, size: sizes.label, ...more }
}

/** Lines of text one under the other, the first with its baseline at `y`. */
export function lines(
  x: number,
  y: number,
  words: readonly string[],
  more: Partial<Omit<TextMark, 'kind'>> = {},
): TextMark[] {
  const size = more.size ?? sizes.label
  return words.map((each, i) => text(x, y + i * size * line, each, more))
}

export type Box = { left: number; right: number; top: number; bottom: number }

/** The room that a text takes, marks above and below the letters included. */
export function boxOf({ x, y, text: words, size, bold, anchor = 'start' }: TextMark): Box {
  const width = textWidth(words, size, bold)
  const left = anchor === 'start' ? x : anchor === 'middle' ? x - width / 2 : x - width
  return { left, right: left + width, top: y - size * 0.98, bottom: y + size * 0.26 }
}

export function overlaps(a: Box, b: Box): boolean {
  return a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom
}

export function moved(marks: readonly Mark[], dx: number, dy: number): Mark[] {
  return marks.map((mark): Mark => {
    if (mark.kind === 'line')
      return { ...mark, x1: mark.x1 + dx, x2: mark.x2 + dx, y1: mark.y1 + dy, y2: mark.y2 + dy }
    if (mark.kind === 'path') return { ...mark, d: movedPath(mark.d, dx, dy) }
    return { ...mark, x: mark.x + dx, y: mark.y + dy }
  })
}

/** Paths here are corners in absolute units: `M1 2L3 4z`. */
function movedPath(d: string, dx: number, dy: number): string {
  return d.replace(
    /(-?[\d.]+) (-?[\d.]+)/g,
    (_, x: string, y: string) => `${round(Number(x) + dx)} ${round(Number(y) + dy)}`,
  )
}

export function round(value: number): number {
  return Math.round(value * 100) / 100
}

/** Drawings one under the other, `gap` between them. */
export function stacked(scenes: readonly (Scene | null)[], gap: number): Scene {
  const own = scenes.flatMap((scene) => (scene ? [scene] : []))
  let y = 0
  const marks = own.flatMap((scene, i) => {
    if (i > 0) y += gap
    const here = moved(scene.marks, 0, y)
    y += scene.height
    return here
  })
  return { width: Math.max(...own.map(({ width }) => width)), height: y, marks }
}
