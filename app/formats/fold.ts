const collator = new Intl.Collator('vi')

/** The one form in which text is stored: Unicode NFC. */
export function nfc(text: string): string {
  return text.normalize('NFC')
}

/**
 * The form in which text is compared and searched: without marks, lower-case, single spaces.
 * `hòa` and `hoà` stay different even in NFC, so names are never compared as they are.
 *
 * @example fold(' Đặc  khu Phú Quốc ') // 'dac khu phu quoc'
 */
export function fold(text: string): string {
  return text
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/[đĐ]/g, 'd')
    .toLowerCase()
    .replace(/\s+/g, ' ')
    .trim()
}

/** Orders any text as a Vietnamese dictionary does. */
export function compareVi(a: string, b: string): number {
  return collator.compare(a, b)
}

/**
 * Orders people as a Vietnamese list does: by given name (the last word), then by the rest.
 *
 * @example ['Trần An', 'Lê Bình', 'Lê An'].sort(compareNames) // Lê An, Trần An, Lê Bình
 */
export function compareNames(a: string, b: string): number {
  const [restA, givenA] = splitName(a)
  const [restB, givenB] = splitName(b)
  return compareVi(givenA, givenB) || compareVi(restA, restB)
}

function splitName(name: string): [rest: string, given: string] {
  const trimmed = name.trim()
  const cut = trimmed.lastIndexOf(' ')
  return cut < 0 ? ['', trimmed] : [trimmed.slice(0, cut), trimmed.slice(cut + 1)]
}
