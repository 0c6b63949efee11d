import { fold } from '~/formats/fold'
import { letterIndex } from './sheet-columns'

/** One option as far as an answer can name it. */
export type Named = { index: number; texts: string[] }

/** Which options an answer means; `unclear` where it could mean several things, `unknown` what it does not name. */
export type AnswerRead = { right: number[]; unclear: boolean; unknown: string | null }

const letter = /^\(?([a-z])\s*[.):]?$/
const number = /^\(?(\d{1,2})\s*[.):]?$/

/**
 * Reads a right answer as trainers write it: `B`, `b)`, `A, C`, `A và C`, `AC`, `2`, `1,3`, the text of the option, or its letter
 * with its text. Numbers count options from 1 unless `options` are numbers themselves and the two readings differ; then the
 * answer is unclear and nothing is marked. `byNumber` is for sheets whose answers are always numbers.
 */
export function readAnswer(text: string, options: Named[], byNumber = false): AnswerRead {
  const none: AnswerRead = { right: [], unclear: false, unknown: null }
  const answer = fold(text).replace(/^(?:dap an(?: dung)?(?: la)?|answer)\s*:?\s*/, '')
  if (!answer || answer === '-') return none
  const places = new Set(options.map(({ index }) => index))
  const named = (part: string) => options.filter(({ texts }) => texts.some((each) => fold(each) === part))
  const listed = listOf(answer, places)
  const digits = /\d/.test(answer)
  if (listed && (byNumber || !digits)) return { ...none, right: listed }
  const whole = named(answer)
  if (whole.length > 1) return { ...none, unclear: true }
  if (whole.length === 1) {
    const own = whole[0]!.index
    const differs = listed !== null && (listed.length !== 1 || listed[0] !== own)
    return differs ? { ...none, unclear: true } : { ...none, right: [own] }
  }
  if (listed) return { ...none, right: listed }
  const joined = /^[a-h]{2,8}$/.test(answer) ? listOf([...answer].join(' '), places) : null
  if (joined?.length === answer.length) return { ...none, right: joined }
  const lettered = /^\(?([a-z])\s*[.):]\s+(.+)$/.exec(answer)
  if (lettered && named(lettered[2]!).some(({ index }) => index === letterIndex(lettered[1]!)))
    return { ...none, right: [letterIndex(lettered[1]!)] }
  const parts = text
    .split(/[;|\n]/)
    .map(fold)
    .filter(Boolean)
  const each = parts.map((part) => named(part).map(({ index }) => index))
  if (parts.length > 1 && each.every(({ length }) => length === 1))
    return { ...none, right: sorted(each.flat()) }
  return { ...none, unknown: text.trim() }
}

/** The places that a list of letters or numbers names; null where it is no such list or names what is not there. */
function listOf(answer: string, places: Set<number>): number[] | null {
  const parts = answer.split(/\s*(?:[,;/&+|\n]|\bva\b|\band\b)\s*|\s+/).filter(Boolean)
  const found = parts.map((part) => (letter.exec(part) ?? number.exec(part))?.[1])
  if (found.length === 0 || found.some((name) => name === undefined || !places.has(letterIndex(name))))
    return null
  return [...new Set(found.map((name) => letterIndex(name!)))].sort((a, b) => a - b)
}

/** The order that a list of letters or numbers gives, as it stands: `C, A, B` is [2, 0, 1]; null for another list. */
export function readOrder(text: string, places: number[]): number[] | null {
  const found = fold(text)
    .split(/[^a-z0-9]+/)
    .filter(Boolean)
    .map(letterIndex)
  return found.length === places.length && places.every((place) => found.includes(place)) ? found : null
}

/** `Đ, S, S` for a table of `count` statements; null where it is none. */
export function readTruths(text: string, count: number): boolean[] | null {
  const marks = fold(text)
    .split(/[^a-z]+/)
    .filter(Boolean)
  const known = marks.every((mark) => /^(?:d|s|t|f|dung|sai|true|false)$/.test(mark))
  if (!known || marks.length !== count) return null
  // `A, D` names statements; a row of marks of which none says wrong could too, unless each is a word.
  if (marks.some((mark) => mark === 'd') && marks.some((mark) => mark === 't' || mark === 'f')) return null
  return marks.map((mark) => /^[dt]/.test(mark))
}

const sorted = (places: number[]) => [...new Set(places)].sort((a, b) => a - b)

export type NumberRead = { answer: number; tolerance: number | null; grouped: boolean }

/**
 * A number as a person types it: `12`, `12,5`, `12 ± 0,5`, `10..14` (the middle, with half the range as tolerance). Points or
 * commas before each three digits are taken to group them, which `grouped` tells. Null for what is no number.
 */
export function readNumber(text: string): NumberRead | null {
  const clean = text.replace(/[\s\u00a0]+/g, '').replace(/[−–]/g, '-')
  const [value, ...rest] = clean.split(/±|\+\/?-/)
  const range = /^(.+?)\.\.\.?(.+)$/.exec(clean)
  if (range) {
    const [low, high] = [oneNumber(range[1]!), oneNumber(range[2]!)]
    if (!low || !high || low.value > high.value) return null
    const half = (high.value - low.value) / 2
    return { answer: low.value + half, tolerance: half, grouped: low.grouped || high.grouped }
  }
  const answer = oneNumber(value ?? '')
  const tolerance = rest.length === 1 ? oneNumber(rest[0]!) : null
  if (!answer || rest.length > 1 || (rest.length === 1 && !tolerance)) return null
  return {
    answer: answer.value,
    tolerance: tolerance ? Math.abs(tolerance.value) : null,
    grouped: answer.grouped,
  }
}

function oneNumber(text: string): { value: number; grouped: boolean } | null {
  const grouped = /^[-+]?[1-9]\d{0,2}(?:\.\d{3})+(?:,\d+)?$|^[-+]?[1-9]\d{0,2}(?:,\d{3})+(?:\.\d+)?$/.test(
    text,
  )
  const first = /[.,]/.exec(text)?.[0]
  const plain = grouped ? text.replaceAll(first!, '').replace(',', '.') : text.replace(',', '.')
  if (!/^[-+]?(?:\d+\.?\d*|\.\d+)(?:e[-+]?\d+)?$/i.test(plain)) return null
  const value = Number(plain)
  return Number.isFinite(value) ? { value, grouped } : null
}
