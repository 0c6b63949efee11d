/** Advances of the letters from space to tilde in Noto Sans, in thousandths of the size of the text. */
const advances = [
  260, 269, 408, 646, 572, 831, 732, 225, 300, 300, 551, 572, 268, 322, 268, 372, 572, 572, 572, 572, 572,
  572, 572, 572, 572, 572, 268, 268, 572, 572, 572, 434, 899, 639, 650, 632, 730, 556, 519, 728, 741, 339,
  273, 619, 524, 907, 760, 781, 605, 781, 622, 549, 556, 731, 600, 930, 586, 566, 572, 329, 372, 329, 572,
  444, 281, 561, 615, 480, 615, 564, 344, 615, 618, 258, 258, 534, 258, 935, 618, 605, 615, 615, 413, 479,
  361, 618, 508, 786, 529, 510, 470, 380, 551, 380, 572,
]
const wide = 800
const horn = '\u031b'
const hornAdvance = 60
const marks = /\p{Mn}/u
/** Other machines draw with other fonts, some a little wider. */
const spare = 1.05
const boldness = 1.09

/** About how wide a text is drawn, in the unit of `size`; on the safe side for the fonts that a drawing may get. */
export function textWidth(text: string, size: number, bold = false): number {
  let sum = 0
  for (const letter of text.normalize('NFD')) {
    if (letter === horn) sum += hornAdvance
    else if (!marks.test(letter)) sum += advances[letter.charCodeAt(0) - 32] ?? wide
  }
  return (sum / 1000) * size * spare * (bold ? boldness : 1)
}

/** The text, or as much of its beginning as fits into `width` with an ellipsis; nothing where not even that fits. */
export function shorten(text: string, size: number, width: number, bold = false): string {
  if (textWidth(text, size, bold) <= width) return text
  const letters = [...text.normalize('NFC')]
  let [fits, over] = [0, letters.length]
  while (over - fits > 1) {
    const middle = (fits + over) >> 1
    if (textWidth(cut(letters, middle), size, bold) <= width) fits = middle
    else over = middle
  }
  return fits === 0 ? '' : cut(letters, fits)
}

function cut(letters: readonly string[], count: number): string {
  return `${letters.slice(0, count).join('').trimEnd()}…`
}

/** A word in pieces of at most `width`, each but the last with a hyphen. */
function hyphenated(word: string, size: number, width: number, bold: boolean): string[] {
  const letters = [...word.normalize('NFC')]
  const pieces: string[] = []
  while (textWidth(letters.join(''), size, bold) > width && letters.length > 1) {
    let count = 1
    while (
      count < letters.length &&
      textWidth(`${letters.slice(0, count + 1).join('')}-`, size, bold) <= width
    )
      count++
    pieces.push(`${letters.splice(0, count).join('')}-`)
  }
  return [...pieces, letters.join('')]
}

/**
 * The text in lines of at most `width`, broken between words and, where one is wider, inside it; what is over after `most`
 * lines is shortened away.
 */
export function wrapText(text: string, size: number, width: number, bold = false, most = Infinity): string[] {
  const lines: string[] = []
  let line = ''
  const words = text
    .split(/\s+/)
    .filter(Boolean)
    .flatMap((word) => hyphenated(word, size, width, bold))
  for (const [i, word] of words.entries()) {
    const longer = line === '' ? word : `${line} ${word}`
    if (line === '' || textWidth(longer, size, bold) <= width) {
      line = longer
      continue
    }
    if (lines.length === most - 1) {
      line = [line, ...words.slice(i)].join(' ')
      break
    }
    lines.push(line)
    line = word
  }
  if (line !== '') lines.push(line)
  return lines.map((each) => shorten(each, size, width, bold))
}
