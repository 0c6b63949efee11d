import { tcvn3 } from '../../app/formats/legacy-tables'

const windows1258 = new Map(
  Array.from(new TextDecoder('windows-1258').decode(Uint8Array.from({ length: 128 }, (_, i) => 128 + i))).map(
    (letter, i): [string, number] => [letter, 128 + i],
  ),
)
const tcvn3Codes = new Map([...tcvn3].map(([code, letter]): [string, number] => [letter, code.charCodeAt(0)]))

/** Text as Windows-1258: a letter and its tone are two codes there. What it lacks becomes a question mark. */
export function asWindows1258(text: string): Uint8Array {
  const codes: number[] = []
  for (const letter of text.normalize('NFC')) {
    const whole = codeOf(letter)
    if (whole !== undefined) codes.push(whole)
    else {
      const tone = /[\u0300\u0301\u0303\u0309\u0323]/.exec(letter.normalize('NFD'))?.[0] ?? ''
      const rest = letter.normalize('NFD').replace(tone, '').normalize('NFC')
      codes.push(codeOf(rest) ?? 63, ...(tone === '' ? [] : [windows1258.get(tone) ?? 63]))
    }
  }
  return Uint8Array.from(codes)
}

function codeOf(letter: string): number | undefined {
  const code = letter.codePointAt(0)!
  return code < 128 ? code : windows1258.get(letter)
}

/** Text as TCVN3 (fonts `.Vn*`), a byte a letter. */
export function asTcvn3(text: string): Uint8Array {
  return Uint8Array.from(text.normalize('NFC'), (letter) => {
    const code = letter.codePointAt(0)!
    return code < 128 ? code : (tcvn3Codes.get(letter) ?? tcvn3Codes.get(letter.toLowerCase()) ?? 63)
  })
}

/** Text as UTF-16, with its mark or without. */
export function asUtf16(text: string, bigEndian: boolean, mark: boolean): Uint8Array {
  const bytes = Buffer.from((mark ? '\ufeff' : '') + text, 'utf16le')
  return bigEndian ? bytes.swap16() : bytes
}
