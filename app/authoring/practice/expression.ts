import type { Condition, Plain, Test } from '~/assessment/practice/condition'
import type { Move, Outcome } from '~/assessment/practice/scenario'

/**
 * Conditions, effects and moves of a practice task as one line of text, as its author writes them:
 *
 * - a condition is `copy = trimmed; who != nobody, link / checked = true; lines = 3..10`: tests between `;` hold together,
 *   of the alternatives between `/` one has to hold, `3..10`, `3..` and `..10` are ranges;
 * - an effect is `copy = trimmed; label = @mark`, where `@mark` takes what the field `mark` holds;
 * - a move is `store > choose: version = full; marks = [stamp, name]`.
 *
 * A text that would be taken for something else stands in double quotes. Every function that reads gives null for a text
 * that does not follow these rules.
 */
type Token = { mark: string } | { word: string; quoted: boolean }

const special = /[;/,=!"[\]>:@\n\\]/
const numeric = /^-?\d+(\.\d+)?$/
const range = /^(-?\d+(?:\.\d+)?)?\.\.(-?\d+(?:\.\d+)?)?$/
const scanner = /\s*(?:("(?:[^"\\\n]|\\.)*")|(!=|[;/,=[\]>:@\n])|((?:[^;/,=!"[\]>:@\n]|!(?!=))+))/y

function tokensOf(text: string): Token[] | null {
  const tokens: Token[] = []
  const source = text.trim()
  scanner.lastIndex = 0
  while (scanner.lastIndex < source.length) {
    const [, quoted, mark, word] = scanner.exec(source) ?? []
    if (quoted !== undefined) {
      try {
        tokens.push({ word: JSON.parse(quoted) as string, quoted: true })
      } catch {
        return null
      }
    } else if (mark !== undefined) tokens.push({ mark })
    else if (word !== undefined) {
      if (word.trim() !== '') tokens.push({ word: word.trim(), quoted: false })
    } else return null
  }
  return tokens
}

function splitAt(tokens: Token[], mark: string): Token[][] {
  const parts: Token[][] = [[]]
  for (const token of tokens)
    if ('mark' in token && token.mark === mark) parts.push([])
    else parts.at(-1)!.push(token)
  return parts
}

/** `name = value` pairs between `;`; null where one is not such a pair or a name stands twice. */
function pairs<T>(
  tokens: Token[],
  read: (value: Token[], isNot: boolean) => T | undefined,
): Record<string, T> | null {
  const found = new Map<string, T>()
  for (const part of splitAt(tokens, ';')) {
    const [name, is, ...rest] = part
    if (!name || 'mark' in name || !is || !('mark' in is)) return null
    if ((is.mark !== '=' && is.mark !== '!=') || found.has(name.word)) return null
    const value = read(rest, is.mark === '!=')
    if (value === undefined) return null
    found.set(name.word, value)
  }
  return Object.fromEntries(found)
}

function plainOf(token: Extract<Token, { word: string }>): Plain {
  if (token.quoted) return token.word
  if (token.word === 'true' || token.word === 'false') return token.word === 'true'
  return numeric.test(token.word) ? Number(token.word) : token.word
}

/** One word in each place between the commas. */
function words(tokens: Token[]): Extract<Token, { word: string }>[] | null {
  const parts = splitAt(tokens, ',')
  const found = parts.flatMap((part) => (part.length === 1 && 'word' in part[0]! ? [part[0]] : []))
  return found.length === parts.length ? found : null
}

function testOf(tokens: Token[], isNot: boolean): Test | undefined {
  const list = words(tokens)
  if (!list) return undefined
  const [only, ...others] = list
  if (only && others.length === 0 && !only.quoted && range.test(only.word)) {
    if (isNot) return undefined
    const [, from, to] = range.exec(only.word)!
    return { ...(from ? { from: Number(from) } : {}), ...(to ? { to: Number(to) } : {}) }
  }
  const plain = list.map(plainOf)
  const value = plain.length === 1 ? plain[0]! : plain
  return isNot ? { not: value } : value
}

export function readCondition(text: string): Condition | null {
  const tokens = tokensOf(text)
  if (!tokens || tokens.length === 0) return null
  const records = splitAt(tokens, '/').map((part) => pairs(part, testOf))
  const whole = records.filter((each): each is Record<string, Test> => each !== null)
  if (whole.length < records.length) return null
  return whole.length === 1 ? whole[0]! : whole
}

export function writeCondition(condition: Condition | undefined): string {
  if (condition === undefined) return ''
  const records = Array.isArray(condition) ? condition : [condition]
  return records.map((record) => writePairs(record, writeTest)).join(' / ')
}

/** The effects of an outcome; an empty text has none. */
export function readEffects(text: string): Outcome['set'] | null {
  const tokens = tokensOf(text)
  if (!tokens) return null
  if (tokens.length === 0) return {}
  return pairs(tokens, (value, isNot) => {
    if (isNot) return undefined
    const [first, second, third] = value
    if (first && 'mark' in first && first.mark === '@')
      return second && 'word' in second && !third ? { field: second.word } : undefined
    if (!first || 'mark' in first || second) return undefined
    if (!first.quoted && (first.word === 'true' || first.word === 'false')) return first.word === 'true'
    return first.word
  })
}

export function writeEffects(set: Outcome['set']): string {
  return writePairs(set, (value) =>
    typeof value === 'object' ? ` = @${writePlain(value.field)}` : ` = ${writePlain(value, false)}`,
  )
}

/** A move, with the screen on which it is made where one is written. */
export type WrittenMove = Move & { screen?: string }

/** Moves, one a line; an empty text has none. A line that is no move makes the whole unreadable. */
export function readMoves(text: string): WrittenMove[] | null {
  const lines = text.split('\n').filter((line) => line.trim() !== '')
  const moves = lines.map(readMove)
  const whole = moves.filter((move): move is WrittenMove => move !== null)
  return whole.length === lines.length ? whole : null
}

function readMove(line: string): WrittenMove | null {
  const tokens = tokensOf(line)
  if (!tokens) return null
  const [head, ...tails] = splitAt(tokens, ':')
  if (tails.length > 1) return null
  const names = splitAt(head!, '>').map((part) =>
    part.length === 1 && 'word' in part[0]! ? part[0].word : null,
  )
  const [first, second] = names
  if (!first || names.length > 2 || second === null) return null
  const fields = tails[0] && tails[0].length > 0 ? pairs(tails[0], fieldValue) : {}
  if (!fields) return null
  return second === undefined ? { action: first, fields } : { screen: first, action: second, fields }
}

function fieldValue(tokens: Token[], isNot: boolean): Move['fields'][string] | undefined {
  if (isNot) return undefined
  const [first] = tokens
  const last = tokens.at(-1)
  if (first && last && 'mark' in first && first.mark === '[') {
    if (!('mark' in last) || last.mark !== ']' || tokens.length < 2) return undefined
    const inside = tokens.slice(1, -1)
    return inside.length === 0 ? [] : words(inside)?.map(({ word }) => word)
  }
  if (tokens.length !== 1 || !first || 'mark' in first) return undefined
  return !first.quoted && numeric.test(first.word) ? Number(first.word) : first.word
}

export function writeMoves(moves: readonly WrittenMove[]): string {
  return moves.map(writeMove).join('\n')
}

function writeMove({ screen, action, fields }: WrittenMove): string {
  const head =
    screen === undefined
      ? writePlain(action, false)
      : `${writePlain(screen, false)} > ${writePlain(action, false)}`
  const tail = writePairs(fields, (value) =>
    Array.isArray(value)
      ? ` = [${value.map((each) => writePlain(each, false)).join(', ')}]`
      : ` = ${typeof value === 'number' ? value : writePlain(value)}`,
  )
  return tail === '' ? head : `${head}: ${tail}`
}

/** Points by the ids of scored steps: `trimmed = 0; rights = 0.5`; an empty text has none. */
export function readScores(text: string): Record<string, number> | null {
  const tokens = tokensOf(text)
  if (!tokens) return null
  if (tokens.length === 0) return {}
  return pairs(tokens, (value, isNot) => {
    const [only, more] = value
    const isNumber = !isNot && only && 'word' in only && !more && numeric.test(only.word)
    return isNumber ? Number(only.word) : undefined
  })
}

export function writeScores(scores: Record<string, number>): string {
  return writePairs(scores, (points) => ` = ${points}`)
}

/** Words between commas: the values of a memory, the ids of fields; an empty text has none. */
export function readWords(text: string): string[] | null {
  const tokens = tokensOf(text)
  if (!tokens) return null
  return tokens.length === 0 ? [] : (words(tokens)?.map(({ word }) => word) ?? null)
}

export function writeWords(list: readonly string[]): string {
  return list.map((each) => writePlain(each, false)).join(', ')
}

function writePairs<T>(record: Record<string, T>, write: (value: T) => string): string {
  return Object.entries(record)
    .map(([name, value]) => `${writePlain(name, false)}${write(value)}`)
    .join('; ')
}

function writeTest(test: Test): string {
  const list = (value: Plain | Plain[]) =>
    [value]
      .flat()
      .map((each) => writePlain(each))
      .join(', ')
  if (typeof test !== 'object' || Array.isArray(test)) return ` = ${list(test)}`
  if ('not' in test) return ` != ${list(test.not)}`
  return ` = ${test.from ?? ''}..${test.to ?? ''}`
}

/** `typed` false: where every word is a text, so that a number needs no quotes. */
function writePlain(value: Plain, typed = true): string {
  if (typeof value !== 'string') return String(value)
  const looksElse =
    value === 'true' || value === 'false' || (typed && (numeric.test(value) || range.test(value)))
  return value === '' || value.trim() !== value || special.test(value) || looksElse
    ? JSON.stringify(value)
    : value
}
