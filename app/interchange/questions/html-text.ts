import type { Message } from '~/formats/message'
import { nfc } from '~/formats/fold'
import { decodeEntities } from './html-entities'
import { htmlTags, type HtmlTag } from './html-tags'

export type PlainText = {
  text: string
  /** `format` once for all that only looked different; else the names of what could run or embed, each once. */
  lost: string[]
  /** Pictures in order, `src` as it stands there. */
  images: { src: string; alt: string }[]
}

const words = (list: string) => new Set(list.split(' '))
/** What neither these nor their content leave a trace in the text, beyond being told. */
const dropped = words(
  'script style iframe object embed applet svg math canvas audio video noscript template head title textarea select noframes',
)
/** Dropped without a word: what says nothing to a reader. */
const silent = words('style head title template noscript noframes')
const empty = words('embed input link meta base source track param area col')
const blocks = words(
  'p div section article header footer main aside nav figure figcaption blockquote address pre ul ol dl dt dd li table caption thead tbody tfoot tr h1 h2 h3 h4 h5 h6 hr fieldset form center details summary',
)
/** Elements that only look different without their tags. */
const looks = words(
  'b strong i em u s strike del ins mark small big font tt code kbd samp var pre h1 h2 h3 h4 h5 h6 blockquote table center hr abbr cite dfn q ruby rt',
)
/** Known beside those above; a tag of another name is taken for words between angle brackets, so that none are lost. */
const plain = words(
  'html body td th a span br img sub sup label button wbr nobr colgroup option bdi bdo data time picture dir menu acronym lang output progress meter',
)
const known = (name: string) =>
  [dropped, empty, blocks, looks, plain].some((set) => set.has(name)) || /[:-]/.test(name)
const looksBy = /(?:^|;)\s*(?:color|background[a-z-]*|font[a-z-]*|text-decoration|border[a-z-]*)\s*:/i
const raised = new Map([...'0123456789+-=()n'].map((sign, i) => [sign, '⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁼⁽⁾ⁿ'[i]!]))
const lowered = new Map([...'0123456789+-=()'].map((sign, i) => [sign, '₀₁₂₃₄₅₆₇₈₉₊₋₌₍₎'[i]!]))
/** Stands for a space that is meant to be seen (`&nbsp;`) until the text is whole. */
const keptSpace = '\u0002'

/**
 * The text of HTML that another system wrote: paragraphs and `<br>` become line ends, lists lines with `- ` or
 * `1. `, rows of a table lines with ` | ` between cells, references characters, `&nbsp;` a space that is kept;
 * small digits above or below the line become such characters. Nothing that could run, embed or fetch is left.
 * Takes any text, also no HTML at all, in time proportional to its length.
 *
 * @example plainText('<p>CO<sub>2</sub></p><ul><li>a</li></ul>').text // 'CO₂\n- a'
 */
export function plainText(html: string): PlainText {
  const made = new Lines()
  const lost = new Set<string>()
  const images: PlainText['images'] = []
  const lists: (number | null)[] = []
  let small: Map<string, string> | null = null
  let cells = 0
  let until: string | null = null
  let pre = 0

  const open = ({ name, attributes, closed }: HtmlTag) => {
    if (dropped.has(name)) {
      if (!silent.has(name)) lost.add(name)
      if (!closed && !empty.has(name)) until = name
      return
    }
    for (const [key, value] of attributes) {
      if (key.startsWith('on')) lost.add(key)
      if (key === 'href' && /^\s*(?:javascript|vbscript|data):/i.test(decodeEntities(value)))
        lost.add('javascript:')
      if (key === 'style' && looksBy.test(value)) lost.add('format')
    }
    if (looks.has(name)) lost.add('format')
    if (name === 'img') {
      const told = (key: string) => nfc(decodeEntities(attributes.get(key) ?? '')).trim()
      if (told('src') !== '') images.push({ src: told('src'), alt: told('alt') })
      return
    }
    if (name === 'br') made.newLine()
    else if (blocks.has(name)) made.newBlock()
    if (name === 'ul') lists.push(null)
    else if (name === 'ol') lists.push(1)
    else if (name === 'li') {
      const number = lists.at(-1) ?? null
      made.add(
        `${keptSpace.repeat(2 * Math.min(Math.max(lists.length - 1, 0), 8))}${number === null ? '-' : `${number}.`} `,
      )
      if (number !== null) lists[lists.length - 1] = number + 1
    } else if (name === 'tr') cells = 0
    else if (name === 'td' || name === 'th') {
      if (cells > 0) made.add(' | ')
      cells += 1
    } else if (name === 'sup') small = raised
    else if (name === 'sub') small = lowered
    if (name === 'pre') pre += 1
  }
  const close = (name: string) => {
    if (blocks.has(name)) made.newBlock()
    if (name === 'ul' || name === 'ol') lists.pop()
    else if (name === 'sup' || name === 'sub') small = null
    else if (name === 'pre') pre = Math.max(0, pre - 1)
  }
  const say = (raw: string) => {
    const decoded = decodeEntities(
      raw
        .replace(/[ \t\r\n\f]+/g, (run) => (pre > 0 ? run : ' '))
        .replace(/&nbsp;|&#160;|&#[xX][aA]0;/g, keptSpace),
    )
    if (!small) return made.add(decoded, pre > 0)
    const signs = [...decoded]
    const whole = signs.every((sign) => small?.has(sign))
    if (!whole && decoded.trim() !== '') lost.add('format')
    made.add(whole ? signs.map((sign) => small?.get(sign) ?? '').join('') : decoded)
  }

  for (const part of htmlTags(html.replaceAll(keptSpace, ''))) {
    if (until !== null) {
      if (typeof part !== 'string' && part.closing && part.name === until) until = null
    } else if (typeof part === 'string') say(part)
    else if (!known(part.name)) say(part.source)
    else if (part.closing) close(part.name)
    else open(part)
  }
  return { text: made.text(), lost: [...lost], images }
}

/** The lines of a text while it is put together. */
class Lines {
  private readonly lines: string[] = []
  private line: string[] = []
  private spaced = true

  add(text: string, asItStands = false) {
    if (asItStands) {
      const [first = '', ...more] = text.split(/\r\n|[\r\n]/)
      this.line.push(first.replaceAll(' ', keptSpace).replaceAll('\t', keptSpace))
      for (const next of more) {
        this.newLine()
        this.line.push(next.replaceAll(' ', keptSpace).replaceAll('\t', keptSpace))
      }
      return
    }
    const rest = this.spaced && text.startsWith(' ') ? text.slice(1) : text
    if (rest === '') return
    this.line.push(rest)
    this.spaced = rest.endsWith(' ')
  }
  newLine() {
    this.lines.push(this.line.join(''))
    this.line = []
    this.spaced = true
  }
  /** A block begins a line, unless it stands at the beginning of one. */
  newBlock() {
    if (this.line.length > 0) this.newLine()
  }
  text(): string {
    this.newLine()
    const lines = this.lines.map((line) => line.replaceAll(keptSpace, ' ').trimEnd())
    return nfc(lines.join('\n')).trim()
  }
}

/** What was lost of texts that were HTML, as messages. */
export function htmlLosses(lost: Iterable<string>): Message[] {
  const all = [...new Set(lost)]
  const what = all.filter((name) => name !== 'format')
  return [
    ...(all.includes('format') ? [{ key: 'loss.format' }] : []),
    ...(what.length > 0 ? [{ key: 'loss.html', values: { what: what.join(', ') } }] : []),
  ]
}
