/** What a document cannot hold: control characters but line ends, halves of surrogate pairs, and what is no character. */
const forbidden =
  // eslint-disable-next-line no-control-regex
  /[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff\ufffe\uffff]/gu

/**
 * Text that any word processor can hold: NFC, line ends as `\n`, tabs as spaces, no control characters or marks that turn the
 * direction of writing, no spaces at the end of lines, at most one empty line in a row.
 *
 * @example plainText('a\u0000b\r\nc  ') // 'ab\nc'
 */
export function plainText(text: string): string {
  return text
    .replace(/\p{Cs}/gu, '')
    .normalize('NFC')
    .replace(/\r\n?/g, '\n')
    .replace(/\t/g, ' ')
    .replace(forbidden, '')
    .replace(/[^\S\n]+$/gm, '')
    .replace(/\n{3,}/g, '\n\n')
    .trim()
}

/** The paragraphs of a text: its lines that say something. */
export function linesOf(text: string): string[] {
  return text
    .split('\n')
    .map((line) => line.trim())
    .filter(Boolean)
}
