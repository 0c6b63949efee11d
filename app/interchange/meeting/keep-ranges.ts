/** Ranges such as `58–61` with a joiner on both sides of the dash, so that no line breaks inside one. */
export function keepRanges(text: string): string {
  return text.replace(/(\d)–(?=\d)/g, '$1\u2060–\u2060')
}
