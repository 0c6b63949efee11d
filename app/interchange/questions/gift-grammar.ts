import { parse, type GIFTQuestion } from 'gift-pegjs'

/** A block that is no question; `line` is which of its lines, from 0, where that is known. */
export class GiftFault extends Error {
  constructor(
    readonly key: string,
    readonly line: number | null,
    readonly what = '',
  ) {
    super(key)
  }
}

export type GiftParsed = {
  question: Exclude<GIFTQuestion, { type: 'Category' }>
  /** What stands behind the answers of a question with a missing word, its own spaces at both ends included. */
  after: string
  /** Whether a space stands before the answers. */
  spaced: boolean
}

/** Characters that no text holds (Unicode, section 23.7) stand for those that would mean something to the grammar. */
const signs = '\\:#={}~%\n-'
const held = new Map([...signs].map((sign, i) => [sign, String.fromCharCode(0xfdd0 + i)]))
const hold = (sign: string) => held.get(sign) ?? sign
const holdAll = (text: string) => text.replace(/[\\:#={}~]/g, hold)

/** Text from the parser with every sign in its place again. */
export function unheld(text: string): string {
  return text.replace(/[\ufdd0-\ufdd9]/g, (sign) => signs[sign.charCodeAt(0) - 0xfdd0]!)
}

/**
 * Parses one question. What Moodle reads and the grammar of gift-pegjs does not is put right before: colons and other
 * signs in a text outside braces, further # in a feedback, numbers with spaces or a decimal comma, "true", "Đúng".
 * Throws a GiftFault.
 */
export function parseGift(raw: string, truthOf: (word: string) => boolean | null): GiftParsed {
  const text = holdEscapes(raw)
  const [title, rest] = cutTitle(text)
  const open = rest.indexOf('{')
  const close = rest.indexOf('}')
  const lineAt = (place: number) => text.slice(0, text.length - rest.length + place).split('\n').length - 1
  if (close >= 0 && (open < 0 || close < open)) throw new GiftFault('gift.close', lineAt(close))
  if (open >= 0 && close < 0) throw new GiftFault('gift.open', lineAt(open))
  const after = open < 0 ? '' : rest.slice(close + 1)
  if (after.includes('{')) throw new GiftFault('gift.twice', lineAt(close + 1 + after.indexOf('{')))
  const stem = open < 0 ? rest : rest.slice(0, open)
  const answers = open < 0 ? '' : `{${answersFor(rest.slice(open + 1, close), truthOf)}}`
  const named = title === null ? '' : `::${holdAll(title)}::`
  return {
    question: parsed(`${named}${holdAll(stem)}${answers}`),
    after: after.trim() === '' ? '' : after,
    spaced: /\s$/.test(stem),
  }
}

function parsed(text: string): GiftParsed['question'] {
  try {
    const [question] = parse(text)
    if (!question || question.type === 'Category') throw new GiftFault('gift.syntax', null)
    return question
  } catch (error) {
    if (error instanceof GiftFault) throw error
    const at = (error as { location?: { start: { offset: number } } }).location?.start.offset ?? 0
    throw new GiftFault('gift.syntax', null, unheld(text.slice(Math.max(0, at - 12), at + 28)).trim())
  }
}

/** Escapes of GIFT as held characters: \~ \= \# \{ \} \: \\ and \n; any other backslash is one. */
function holdEscapes(text: string): string {
  return text
    .replace(/[\ufdd0-\ufdef]/g, '')
    .replace(/\\([\\:#={}~n])?/g, (_, sign?: string) => hold(sign === 'n' ? '\n' : (sign ?? '\\')))
}

function cutTitle(text: string): [title: string | null, rest: string] {
  const start = text.trimStart()
  const end = start.startsWith('::') ? start.indexOf('::', 2) : -1
  return end > 2 ? [start.slice(2, end), start.slice(end + 2)] : [null, start]
}

/** What stands between the braces, as the grammar takes it. */
function answersFor(inside: string, truthOf: (word: string) => boolean | null): string {
  const text = inside.trim()
  const word = text.split('#', 1)[0]!
  const truth = truthOf(word.trim())
  if (truth !== null) return (truth ? 'TRUE' : 'FALSE') + feedbackFor(text.slice(word.length), 2)
  if (text.startsWith('#') && !text.startsWith('####')) return `#${partsFor(text.slice(1), numberFor)}`
  if (text === '' || text.startsWith('####')) return partsFor(text, answerFor)
  const signed = /[=~]/.test(word) ? text : `=${text}`
  const parts = signed.split('####', 1)[0]!.split(/(?=[=~])/)
  // The grammar does not look back once it has seen an arrow or a T.
  const matching = parts.every((part) => part.startsWith('=') && part.split('#', 1)[0]!.includes('->'))
  return partsFor(matching ? signed : signed.replaceAll('->', `${hold('-')}>`), answerFor)
}

/** Each answer with its feedback, and the general feedback. */
function partsFor(text: string, answer: (text: string) => string): string {
  const general = text.indexOf('####')
  const before = general < 0 ? text : text.slice(0, general)
  const parts = before.split(/(?=[=~])/)
  return (
    parts
      .map((part) => {
        const sign = /^[=~]/.test(part) ? part[0]! : ''
        const cut = part.indexOf('#')
        const own = part.slice(sign.length, cut < 0 ? undefined : cut)
        return `${sign}${answer(own)}${cut < 0 ? '' : feedbackFor(part.slice(cut), 1)}`
      })
      .join('') + (general < 0 ? '' : feedbackFor(text.slice(general), 0))
  )
}

/** The text of an answer: a weight before it, and colons and braces that mean nothing here. */
function answerFor(text: string): string {
  const start = text.trimStart()
  const weight = /^%\s*([+-]?\d{1,3}(?:[.,]\d{1,10})?)\s*%/.exec(start)
  const held = (rest: string) => rest.replace(/[:{]/g, hold)
  if (weight) return `%${weightOf(weight[1]!)}%${held(start.slice(weight[0].length))}`
  return start.startsWith('%') ? `${hold('%')}${held(start.slice(1))}` : held(text)
}

function weightOf(text: string): string {
  const weight = text.replace(',', '.').replace('+', '')
  if (Math.abs(Number(weight)) > 100) throw new GiftFault('gift.weight', null, text)
  return weight
}

/** A number, with its weight, range or tolerance; the grammar has no spaces in it and no decimal comma. */
function numberFor(text: string): string {
  const bare = text.replace(/\s+/g, '').replace(/(\d),(\d)/g, '$1.$2')
  return bare === '*' ? '' : bare
}

/** `#` and a feedback, `most` times; any further # is part of the last. After #### comes the general feedback. */
function feedbackFor(text: string, most: number): string {
  const general = text.indexOf('####')
  const before = general < 0 ? text : text.slice(0, general)
  const bits = before.split('#')
  const told = bits.slice(1, most)
  if (bits.length > most) told.push(bits.slice(Math.max(1, most)).join(hold('#')))
  const own = before.trim() === '' ? '' : told.map((bit) => `#${holdAll(bit)}`).join('')
  return general < 0 ? own : `${own}####${holdAll(text.slice(general + 4))}`
}
