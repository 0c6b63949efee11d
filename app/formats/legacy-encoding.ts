import { tcvn3, vni } from './legacy-tables'
import { isSyllable } from './syllable'

export type TextEncoding = 'unicode' | 'tcvn3' | 'vni' | 'unsure'

const words = /[^\s\d!-/:-@[-`{-~]+/g
const beyondLatin1 = /[ăĩũơưđạ-ỹ]/i
const vniCode = new RegExp([...vni.keys()].sort((a, b) => b.length - a.length).join('|'), 'g')

/**
 * TCVN3 text as Unicode. A word with two capitals and no small letter is taken to have been shown by a
 * capital font, so its shared codes become capitals too, and so do the other words of a text without any
 * small letter: `§ç NGUYÔN` → `ĐỖ NGUYỄN`, but `Lª NguyÔn` → `Lê Nguyễn`. An initial such as that of `¸nh`
 * stays small: only whoever knows that it is a name can lift it.
 */
export function fromTcvn3(text: string): string {
  const shouted = (word: string) => /[A-Z¡-§].*[A-Z¡-§]/.test(word) && !/[a-z]/.test(word)
  const allShouted = !/[a-z]/.test(text) && text.split(/\s+/).some(shouted)
  return text.replace(/\S+/g, (word) => {
    const decoded = Array.from(word, (code) => tcvn3.get(code) ?? code).join('')
    return allShouted || shouted(word) ? decoded.toUpperCase() : decoded
  })
}

/** VNI-Windows text as Unicode: `Nguyeãn Vaên` → `Nguyễn Văn`. */
export function fromVni(text: string): string {
  return text.replace(vniCode, (code) => vni.get(code)!)
}

/** Text of a known encoding as Unicode NFC; what is Unicode or unsure is only normalised. */
export function toUnicode(text: string, encoding: TextEncoding): string {
  const decoded = encoding === 'tcvn3' ? fromTcvn3(text) : encoding === 'vni' ? fromVni(text) : text
  return decoded.normalize('NFC')
}

type Evidence = { unicode: number; certain: number; tcvn3: number; vni: number }

/**
 * The encoding of one text. Legacy only where its words are syllables after decoding and not before;
 * a single such word with nothing telling about its letters (`Loïc`) is `unsure`.
 */
export function detectEncoding(text: string): TextEncoding {
  return verdict(evidenceOf(text))
}

/**
 * The prevailing encoding of a column, from all its texts together: `unsure` when old and new text are
 * mixed, or when there are traces of an old encoding too weak to act on.
 */
export function detectColumnEncoding(texts: readonly string[]): TextEncoding {
  const votes = { unicode: 0, tcvn3: 0, vni: 0, unsure: 0 }
  for (const text of texts) {
    const evidence = evidenceOf(text)
    const found = verdict(evidence)
    if (found !== 'unicode' || evidence.unicode > 0) votes[found] += 1
  }
  const legacy = votes.tcvn3 >= votes.vni ? 'tcvn3' : 'vni'
  const rest = votes.unicode + votes.tcvn3 + votes.vni - votes[legacy]
  if (votes[legacy] === 0) return votes.unsure > votes.unicode ? 'unsure' : 'unicode'
  if (votes[legacy] >= 9 * rest || (rest <= 2 && votes[legacy] > 2 * rest)) return legacy
  return votes[legacy] * 9 <= rest ? 'unicode' : 'unsure'
}

/**
 * The encoding of one cell, its column known. Clear cells speak for themselves, so that a few pasted
 * rows of TCVN3 are found in a Unicode column; cells that could be either follow the column.
 */
export function detectInColumn(text: string, column: TextEncoding): TextEncoding {
  const evidence = evidenceOf(text)
  const own = verdict(evidence)
  if (own === 'tcvn3' || own === 'vni' || evidence.certain > 0) return own
  if (column === 'unicode' || column === 'unsure' || isAscii(text)) return own
  const decoded = [...toUnicode(text, column).matchAll(words)]
  return decoded.every(([word]) => isAscii(word) || isSyllable(word)) ? column : own
}

function verdict(evidence: Evidence): TextEncoding {
  const legacy = evidence.tcvn3 === evidence.vni ? 'unsure' : evidence.tcvn3 > evidence.vni ? 'tcvn3' : 'vni'
  const strength = Math.max(evidence.tcvn3, evidence.vni)
  if (strength === 0) return 'unicode'
  if (evidence.certain > 0) return strength >= 2 ? 'unsure' : 'unicode'
  return strength >= 2 ? legacy : 'unsure'
}

function evidenceOf(text: string): Evidence {
  const total: Evidence = { unicode: 0, certain: 0, tcvn3: 0, vni: 0 }
  if (isAscii(text)) return total
  for (const [word] of text.normalize('NFC').matchAll(words)) {
    const weights = weigh(word)
    total.unicode += weights.unicode
    total.certain += weights.certain
    total.tcvn3 += weights.tcvn3
    total.vni += weights.vni
  }
  return total
}

function isAscii(text: string): boolean {
  // eslint-disable-next-line no-control-regex
  return /^[\x00-\x7f]*$/.test(text)
}

const remembered = new Map<string, Evidence>()

function weigh(word: string): Evidence {
  const known = remembered.get(word)
  if (known) return known
  const evidence = weighAfresh(word)
  if (remembered.size > 20_000) remembered.clear()
  remembered.set(word, evidence)
  return evidence
}

function weighAfresh(word: string): Evidence {
  const none = { unicode: 0, certain: 0, tcvn3: 0, vni: 0 }
  if (isAscii(word)) return none
  if (beyondLatin1.test(word)) return { ...none, unicode: 1, certain: 1 }
  if (isSyllable(word)) return { ...none, unicode: 1 }
  const old = fromTcvn3(word)
  const inTcvn3 = [...word].every((code) => code < '\u0080' || tcvn3.has(code)) && isSyllable(old)
  const inVni =
    [...fromVni(word)].every((letter) => !/[øûïåäëüñæ]/i.test(letter)) && isSyllable(fromVni(word))
  return { ...none, tcvn3: inTcvn3 ? tcvn3Weight(word) : 0, vni: inVni ? vniWeight(word) : 0 }
}

/** Signs inside a word, or a capital after a small letter, are found in TCVN3 and in no language. */
function tcvn3Weight(word: string): number {
  return /[A-Za-zÀ-ÿ][¨-¾×÷]|[§®¡-¦][A-Za-zÀ-ÿ¨-¾]|[a-z][À-Þ]/.test(word) ? 2 : 1
}

/** A vowel followed by a second, accented one that stands for its hat or its tone. */
function vniWeight(word: string): number {
  return /[aeo][áàåãäâ]|a[êéèúüë]|[aeouyôö][øûõ]/i.test(word) ? 2 : 1
}
