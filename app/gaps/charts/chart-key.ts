import { colours, sizes, text, type Mark, type Scene } from './scene'
import { shorten } from './text-fit'

export type KeyEntry = { fill: string; stroke: string; words: string }

const row = 24

/** What each kind of dot means, in two columns. */
export function dotKey(entries: readonly KeyEntry[], width: number): Scene {
  const down = Math.ceil(entries.length / 2)
  const step = width / 2
  const size = sizes.note
  const marks = entries.flatMap(({ words, ...look }, i): Mark[] => {
    const [x, y] = [i < down ? 0 : step, (i % down) * row + row / 2]
    const own = shorten(words, size, step - 28)
    return [
      { kind: 'dot', x: x + 8, y, r: 6, ...look },
      text(x + 22, y + size * 0.36, own, {
        size,
        fill: colours.ink,
        title: own === words ? undefined : words,
      }),
    ]
  })
  return { width, height: down * row, marks }
}
