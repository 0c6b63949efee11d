import { linkTarget } from '~/learning/pack/links'
import { cleanText } from '../questions/plain-text'
import { isRun, type Piece, type Run } from './document'

const punctuation = /[\p{P}\p{S}]/u
const space = /\s/

/** Text on one line as lessons hold it; spaces at its ends stay, as one. */
function flat(text: string): string {
  const inner = cleanText(text.replace(/\s+/g, ' '))
  if (inner === '') return space.test(text) ? ' ' : ''
  return (space.test(text[0]!) ? ' ' : '') + inner + (space.test(text.at(-1)!) ? ' ' : '')
}

type Around = { linked?: boolean; last?: boolean }

/**
 * Text as it stands in Markdown, so that it is read as itself. `linked` is inside the brackets of a link or a picture; behind
 * the `last` nothing follows that could make marks of its end.
 */
function escaped(text: string, { linked, last }: Around = {}): string {
  return text.replace(/[\\*`<[\]!~&_]/g, (sign, at: number) => {
    const next = text[at + 1]
    const open = next === undefined && !last
    const marks: Record<string, boolean | undefined> = {
      '[': linked,
      ']': linked || open || next === '(',
      '<': open || (next !== undefined && /[\p{L}/!?]/u.test(next)),
      '!': open || next === '[',
      '~': open || next === '~' || text[at - 1] === '~',
      '&':
        /^&#?\w{1,31};/.test(text.slice(at, at + 40)) || (!last && /^&#?\w*$/.test(text.slice(at, at + 40))),
      _: !between(text, at),
    }
    return (marks[sign] ?? !(sign in marks)) ? `\\${sign}` : sign
  })
}

/** An underline between two letters or digits is part of a name and marks nothing. */
function between(text: string, at: number): boolean {
  return isLetter(text[at - 1]) && isLetter(text[at + 1])
}

/** Neither an end, nor a space, nor a sign. */
function isLetter(sign: string | undefined): boolean {
  return sign !== undefined && !space.test(sign) && !punctuation.test(sign)
}

/** A line that would begin a heading, a list, a quotation, a rule or a box is made to begin a paragraph. */
function escapedStart(line: string): string {
  return line
    .replace(/^(?:#{1,6}(?=\s|$)|[-+](?=\s|$)|-(?=[-\s]*$)|>|:::|=(?==*$)|\|)/, '\\$&')
    .replace(/^(\d{1,9})([.)])(?=\s|$)/, '$1\\$2')
}

type Marked = { run: Run; text: string }

/** Runs of the same look as one, their text on one line, without spaces at both ends. */
function joined(pieces: Piece[]): Marked[] {
  const made: Marked[] = []
  for (const piece of pieces) {
    const run: Run = piece === 'break' ? { text: ' ' } : isRun(piece) ? piece : { text: '' }
    if (run.text === '') continue
    const last = made.at(-1)
    const same = (['strong', 'em', 'href'] as const).every(
      (name) => (last?.run[name] || 0) === (run[name] || 0),
    )
    if (last && same) last.text += run.text
    else made.push({ run, text: run.text })
  }
  let open = false
  const flatted = made.flatMap(({ run, text }) => {
    const line = open ? flat(text) : flat(text).trimStart()
    if (line === '') return []
    open = !line.endsWith(' ')
    return [{ run, text: line }]
  })
  const last = flatted.at(-1)
  if (last) last.text = last.text.trimEnd()
  return flatted.filter(({ text }) => text !== '')
}

/** `plain` leaves marks of emphasis out; `within` stands behind something on its line; `lost` gathers addresses that a lesson may not lead to. */
type Options = { plain?: boolean; within?: boolean; lost?: string[] }

/**
 * Pieces as one line of Markdown, pictures left out. A link that lessons may not hold becomes words with its address
 * behind them.
 *
 * @example inlineMarkdown([{ text: 'Lưu ý:', strong: true }, { text: ' 2 * 3' }]) // '**Lưu ý:** 2 \\* 3'
 */
export function inlineMarkdown(pieces: Piece[], options: Options = {}): string {
  const runs = joined(pieces)
  let line = ''
  runs.forEach(({ run, text }, at) => {
    const after = runs[at + 1]?.text[0] ?? ''
    line += linkOf(run, text, line, after, options)
  })
  return options.within ? line : escapedStart(line)
}

function linkOf(run: Run, text: string, line: string, after: string, options: Options): string {
  const { href } = run
  if (!href) return emphasised(run, text, line, after, options.plain)
  const address = secure(href)
  if (address) {
    const inner = text.trim()
    if (inner === '') return text
    const [before, behind] = [
      text.slice(0, text.indexOf(inner)),
      text.slice(text.indexOf(inner) + inner.length),
    ]
    return `${before}[${escaped(inner, { linked: true })}](${address})${behind}`
  }
  options.lost?.push(href)
  const shown = href.replace(/^mailto:/i, '')
  const told = text.includes(shown) || href.length > 200 ? text : `${text.trimEnd()} (${flat(shown).trim()})`
  return emphasised(run, told, line, after, options.plain)
}

/** The address as a link of a lesson may have it; null where it may not. */
function secure(href: string): string | null {
  const address = href.trim().replace(/[()]/g, (sign) => (sign === '(' ? '%28' : '%29'))
  // A reference to a character would be read as that character.
  const said = address.replace(/&(?=#?\w{1,31};)/g, '&amp;')
  return /^https:/.test(address) && linkTarget(address).kind === 'web' ? said : null
}

/**
 * Marks stand right at the words: spaces go outside, and punctuation too where a letter touches it, or CommonMark (section
 * 6.2) would not read them as marks.
 */
function emphasised({ strong, em }: Run, text: string, line: string, after: string, plain = false): string {
  const mark = plain ? '' : (strong ? '**' : '') + (em ? '*' : '')
  const end = { last: after === '' }
  if (mark === '' || line.endsWith('*')) return escaped(text, end)
  const goesOut = (sign: string, beside: string | undefined) =>
    space.test(sign) || (isLetter(beside) && punctuation.test(sign))
  const letters = [...text]
  let from = 0
  while (from < letters.length && goesOut(letters[from]!, line.at(-1))) from += 1
  let to = letters.length
  while (to > from && goesOut(letters[to - 1]!, after === '' ? undefined : after)) to -= 1
  if (from === to) return escaped(text, end)
  const part = (begin: number, stop?: number) => letters.slice(begin, stop).join('')
  return escaped(part(0, from)) + mark + escaped(part(from, to)) + mark + escaped(part(to), end)
}

/** The words that stand for a picture, as they stand between its brackets. */
export function altMarkdown(alt: string): string {
  return escaped(flat(alt).trim(), { linked: true })
}
