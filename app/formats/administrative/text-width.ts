/** Widths of the letters of Times Bold in thousandths of its size (Adobe Core 14 font metrics); a mark adds nothing. */
const groups: [width: number, letters: string][] = [
  [250, ' .,'],
  [278, 'il/'],
  [333, 'fjtI-():;!'],
  [389, 'Is'],
  [444, 'cerz'],
  [500, 'agovxyJ0123456789–'],
  [556, 'bdhknpquS'],
  [611, 'FP'],
  [667, 'BELTZ'],
  [722, 'ACDNRUVXYw'],
  [778, 'GHKOQ'],
  [833, 'm'],
  [944, 'M'],
  [1000, 'W'],
]
const widths = new Map(groups.flatMap(([width, letters]) => [...letters].map((letter) => [letter, width])))
const average = 600

/**
 * How wide a line of Times New Roman Bold is, in millimetres: for rules whose length the format gives by the words above them.
 * @param size of the letters in points
 */
export function boldWidth(text: string, size: number): number {
  const letters = [...text.normalize('NFD').replace(/\p{M}/gu, '').replace(/đ/g, 'd').replace(/Đ/g, 'D')]
  const thousandths = letters.reduce((sum, letter) => sum + (widths.get(letter) ?? average), 0)
  return ((thousandths / 1000) * size * 25.4) / 72
}

/**
 * A name in as few lines as fit into `width` millimetres, at most three, each about as wide as the others: so that no word
 * stands alone in the last one.
 *
 * @param size of the letters in points
 */
export function balancedLines(text: string, size: number, width: number): string[] {
  const words = text.split(' ').filter(Boolean)
  const count = Math.min(3, Math.max(1, Math.ceil(boldWidth(text, size) / width)))
  const lines: string[] = []
  let rest = words
  for (let left = count; left > 1 && rest.length > 1; left -= 1) {
    const goal = boldWidth(rest.join(' '), size) / left
    const apart = (taken: number) => Math.abs(boldWidth(rest.slice(0, taken).join(' '), size) - goal)
    let taken = 1
    while (taken < rest.length - 1 && apart(taken + 1) < apart(taken)) taken += 1
    lines.push(rest.slice(0, taken).join(' '))
    rest = rest.slice(taken)
  }
  return rest.length > 0 ? [...lines, rest.join(' ')] : lines
}
