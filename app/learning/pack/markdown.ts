import createMarkdown, { type MarkdownIt, type StateBlock, type Token } from 'markdown-it'

/** What `::: name argument` says; `closed` is false where no line `:::` ends it. */
export type Box = { name: string; argument: string; closed: boolean }

const opening = /^:::\s*(\S+)\s*(.*)$/
const closing = /^:::\s*$/

/**
 * Boxes of `:::`, steps and checks among them: `box_open` and `box_close` with a Box as `meta`, and `box_stray` for an
 * end without a beginning. A box inside a box is a token like any other; the check of the pack refuses it.
 */
function boxRule(state: StateBlock, start: number, end: number, silent: boolean): boolean {
  const line = (at: number) =>
    state.src.slice(state.bMarks[at]! + state.tShift[at]!, state.eMarks[at]).trimEnd()
  const first = line(start)
  if (!first.startsWith(':::')) return false
  if (silent) return true
  const begun = opening.exec(first)
  if (!begun) {
    state.push('box_stray', '', 0).map = [start, start + 1]
    state.line = start + 1
    return true
  }
  let depth = 1
  let at = start + 1
  for (; at < end; at++) {
    if (closing.test(line(at))) depth -= 1
    else if (opening.test(line(at))) depth += 1
    if (depth === 0) break
  }
  const meta: Box = { name: begun[1]!, argument: begun[2]!.trim(), closed: depth === 0 }
  const open = state.push('box_open', '', 1)
  open.block = true
  open.map = [start, Math.min(at + 1, end)]
  open.meta = meta
  const { parentType, lineMax } = state
  state.lineMax = at
  state.md.block.tokenize(state, start + 1, at)
  state.lineMax = lineMax
  state.parentType = parentType
  const close = state.push('box_close', '', -1)
  close.block = true
  close.meta = meta
  state.line = depth === 0 ? at + 1 : end
  return true
}

function parser(html: boolean): MarkdownIt {
  const made = createMarkdown('default', { html, linkify: false, typographer: false })
  made.disable(['reference', 'lheading'])
  made.block.ruler.before('fence', 'box', boxRule, { alt: ['paragraph', 'blockquote', 'list', 'table'] })
  // What a link may lead to is judged by links.ts, with a message, instead of being left as text without one.
  made.validateLink = () => true
  made.normalizeLink = (url) => url
  return made
}

const toCheck = parser(true)
const toRender = parser(false)

/** The tokens of a text, markup in it among them, for the check. */
export function tokensToCheck(text: string): Token[] {
  return toCheck.parse(text, {})
}

/** The tokens of a text that was checked; markup would be text. */
export function tokensToRender(text: string): Token[] {
  return toRender.parse(text, {})
}

/** An attribute of a token as text; empty where it has none. */
export function attributeOf(token: Token, name: string): string {
  return String(token.attrGet(name) ?? '')
}

/** The words of inline tokens, without their marks. */
export function plainText(tokens: Token[] | null): string {
  return (tokens ?? [])
    .map((token) =>
      token.type === 'image'
        ? plainText(token.children)
        : token.type === 'softbreak' || token.type === 'hardbreak'
          ? ' '
          : token.content,
    )
    .join('')
}

/** The picture of a paragraph that holds nothing else: a figure. `inline` is the paragraph's content. */
export function figureOf(inline: Token | undefined): Token | null {
  const [image, ...rest] = inline?.type === 'inline' ? (inline.children ?? []) : []
  return image?.type === 'image' && rest.length === 0 ? image : null
}
