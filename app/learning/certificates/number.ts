/**
 * The number of a certificate: ITS-7K3M-9QXD-2RW7. Eleven letters or digits are random (55 bits), the twelfth is a
 * check: a Reed–Solomon symbol over GF(32), which notices every single wrong letter and every two that changed places.
 */
const alphabet = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'
export const randomLength = 11
const bodyLength = randomLength + 1

/** What stands in the way of reading a number; each has a text `number.<fault>`. */
export type NumberFault = 'empty' | 'accent' | 'letter' | 'length' | 'check'
type ReadNumber = { number: string; fault?: never } | { number?: never; fault: NumberFault }

/** Letters that the alphabet leaves out, because on paper they are taken for digits. */
const lookAlikes: Record<string, string> = { O: '0', I: '1', L: '1' }

// Times the generator of GF(32), of the polynomial x⁵ + x² + 1.
function timesGenerator(symbol: number): number {
  const shifted = symbol << 1
  return shifted & 32 ? shifted ^ 0b100101 : shifted
}

/** The value of the word as a polynomial at the generator: 0 for a word with its right check. */
function remainder(symbols: number[]): number {
  return symbols.reduce((sum, symbol) => timesGenerator(sum) ^ symbol, 0)
}

/** The printed number of eleven random symbols, each 0–31. */
export function numberOf(symbols: number[]): string {
  if (symbols.length !== randomLength) throw new Error(`A number needs ${randomLength} random symbols`)
  const body = [...symbols, timesGenerator(remainder(symbols))].map((symbol) => alphabet[symbol]).join('')
  return printed(body)
}

function printed(body: string): string {
  return `ITS-${body.replace(/(.{4})(?=.)/g, '$1-')}`
}

/**
 * Reads a number as people type it: lower case, spaces, other hyphens or none, without ITS, O for 0, I or L for 1,
 * or the whole address of a verification page.
 */
export function readNumber(typed: string): ReadNumber {
  const part = /verify\/([^/?#]+)/i.exec(typed)?.[1] ?? typed
  const plain = part
    .normalize('NFKC')
    .toUpperCase()
    .replace(/[^\p{L}\p{M}\p{N}]/gu, '')
  if (plain === '') return { fault: 'empty' }
  // A Vietnamese keyboard turns DD into Đ and AA into Â: what was meant is gone.
  if (/[^A-Z0-9]/.test(plain)) return { fault: 'accent' }
  const withPrefix = plain.length === bodyLength + 3 && /^[I1L]T[S5]/.test(plain)
  const body = (withPrefix ? plain.slice(3) : plain).replace(
    /[OIL]/g,
    (letter) => lookAlikes[letter] ?? letter,
  )
  if (body.length !== bodyLength) return { fault: 'length' }
  const symbols = [...body].map((letter) => alphabet.indexOf(letter))
  if (symbols.includes(-1)) return { fault: 'letter' }
  return remainder(symbols) === 0 ? { number: printed(body) } : { fault: 'check' }
}
