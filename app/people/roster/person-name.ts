/**
 * A name as it is stored: single spaces, NFC, and small letters where a list was typed in capitals only.
 * Names of the Tày, Mông or Ê Đê (`H'Hen Niê`, `Y Blôk`) are left as written.
 */
export function tidyName(text: string): string {
  const name = text.normalize('NFC').replace(/\s+/g, ' ').trim()
  const letters = name.replace(/[^\p{L}]/gu, '')
  return letters.length > 1 && letters === letters.toUpperCase()
    ? name.split(' ').map(capitalise).join(' ')
    : name
}

/** Lifts the first letter of each word: TCVN3 has no codes for most accented capitals. */
export function liftInitials(name: string): string {
  return name.replace(
    /(^|\s)(\p{Ll})/gu,
    (_, before: string, letter: string) => before + letter.toUpperCase(),
  )
}

/** A name has letters, and no figures or signs that belong to something else. */
export function isName(name: string): boolean {
  return (
    name.length <= 100 && /\p{L}.*\p{L}|^\p{L}$/u.test(name) && !/[\d@#$%^&*_=+<>[\]{}|\\/:;?!"]/.test(name)
  )
}

function capitalise(word: string): string {
  return word.toLowerCase().replace(/^\p{L}|(?<=[-'’])\p{L}/gu, (letter) => letter.toUpperCase())
}
