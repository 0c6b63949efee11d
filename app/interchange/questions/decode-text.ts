import { decodeText } from '~/formats/csv'
import {
  detectColumnEncoding,
  detectInColumn,
  fromTcvn3,
  fromVni,
  toUnicode,
} from '~/formats/legacy-encoding'
import { isSyllable } from '~/formats/syllable'

/** The text of a file, and the old encoding that it was in. */
export type DecodedText = { text: string; recovered: 'TCVN3' | 'VNI' | 'Windows-1258' | null }

/**
 * The text of a file of unknown encoding as Unicode NFC with lines ended by `\n`: UTF-8 or UTF-16, with or without a mark;
 * else one of the 8-bit encodings of Vietnamese, that whose words are most often syllables; also UTF-8 whose letters are
 * those of a TCVN3 or VNI font, as Word saves them. Null for bytes that are no text.
 */
export function decodeQuestions(bytes: Uint8Array): DecodedText | null {
  const unicode = decodeText(bytes)
  if (unicode !== null) return unicode.includes('\0') ? null : fromFonts(lines(unicode))
  if (bytes.includes(0)) return null
  const latin = new TextDecoder('windows-1252').decode(bytes)
  const candidates = [
    { text: new TextDecoder('windows-1258').decode(bytes).normalize('NFC'), recovered: 'Windows-1258' },
    { text: fromTcvn3(latin).normalize('NFC'), recovered: 'TCVN3' },
    { text: fromVni(latin).normalize('NFC'), recovered: 'VNI' },
  ] as const
  const scored = candidates.map((each) => ({ ...each, score: syllablesIn(each.text) }))
  const best = scored.reduce((a, b) => (b.score > a.score ? b : a))
  return { text: lines(best.text), recovered: best.recovered }
}

function lines(text: string): string {
  return text
    .replace(/^\ufeff/, '')
    .replace(/\r\n?|[\u0085\u2028]/g, '\n')
    .normalize('NFC')
}

/** Of the words with marks near the start, those that are syllables less those that are not. */
function syllablesIn(text: string): number {
  const marked = text.slice(0, 200_000).match(/[\p{L}\p{M}]+/gu) ?? []
  return marked
    .filter((word) => /[^\u0020-\u007e]/.test(word))
    .reduce((sum, word) => sum + (isSyllable(word) ? 1 : -1), 0)
}

function fromFonts(text: string): DecodedText {
  const all = text.split('\n')
  const encoding = detectColumnEncoding(all)
  if (encoding !== 'tcvn3' && encoding !== 'vni') return { text, recovered: null }
  const converted = all.map((line) => toUnicode(line, detectInColumn(line, encoding)))
  return { text: converted.join('\n'), recovered: encoding === 'tcvn3' ? 'TCVN3' : 'VNI' }
}
