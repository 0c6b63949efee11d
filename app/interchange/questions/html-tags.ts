export type HtmlTag = {
  name: string
  /** All of it as it stands. */
  source: string
  closing: boolean
  /** It says itself that nothing stands in it. */
  closed: boolean
  /** Names in small letters, values as they stand, not decoded. The first of a name counts. */
  attributes: ReadonlyMap<string, string>
}

const none: ReadonlyMap<string, string> = new Map()
const letter = /[a-zA-Z]/
const between = /[\s/]/
/** Inside these, only their own end is a tag (HTML, section 13.1.2: raw text). */
const raw = new Set(['script', 'style', 'title', 'textarea', 'noframes'])

/**
 * The tags and the texts of HTML, in order; comments, declarations and instructions are left out. Never fails:
 * a `<` that begins nothing is text, and from a tag that never ends on all is text. Each character is looked at a
 * bounded number of times.
 */
export function* htmlTags(html: string): Generator<HtmlTag | string> {
  let from = 0
  let at = html.indexOf('<')
  for (; at >= 0; at = html.indexOf('<', at)) {
    const end = endOfMarkup(html, at)
    if (end === null) {
      at += 1
      continue
    }
    if (end > html.length && !html.startsWith('<!--', at)) break
    if (at > from) yield html.slice(from, at)
    const tag = letter.test(html[at + 1] ?? '') || html[at + 1] === '/' ? readTag(html.slice(at, end)) : null
    from = at = end
    if (!tag) continue
    yield tag
    if (!tag.closing && !tag.closed && raw.has(tag.name)) {
      const ending = new RegExp(`</${tag.name}[\\s/>]`, 'gi')
      ending.lastIndex = end
      at = ending.exec(html)?.index ?? html.length
      if (at > from) yield html.slice(from, at)
      from = at
    }
  }
  if (from < html.length) yield html.slice(from)
}

/** Where the markup that begins at `at` is over, or null where none begins. */
function endOfMarkup(html: string, at: number): number | null {
  const after = (sign: string, from: number) => {
    const found = html.indexOf(sign, from)
    return found < 0 ? html.length + 1 : found + sign.length
  }
  if (html.startsWith('<!--', at)) return after('-->', at + 4)
  const next = html[at + 1] ?? ''
  if (next === '!' || next === '?') return after('>', at + 2)
  if (next === '/') return letter.test(html[at + 2] ?? '') ? after('>', at + 2) : null
  if (!letter.test(next)) return null
  let quote = ''
  let value = false
  for (let i = at + 2; i < html.length; i += 1) {
    const sign = html[i]!
    if (quote !== '') {
      if (sign === quote) quote = ''
    } else if (sign === '>') return i + 1
    else if (sign === '<') return null
    else if (value && (sign === '"' || sign === "'")) {
      quote = sign
      value = false
    } else if (sign === '=') value = true
    else if (!/\s/.test(sign)) value = false
  }
  return html.length + 1
}

function readTag(source: string): HtmlTag {
  const inside = source.slice(1, -1)
  const closing = inside.startsWith('/')
  let at = closing ? 1 : 0
  const upTo = (ends: (sign: string) => boolean) => {
    const start = at
    while (at < inside.length && !ends(inside[at]!)) at += 1
    return inside.slice(start, at)
  }
  const name = upTo((sign) => between.test(sign)).toLowerCase()
  if (closing) return { name, source, closing, closed: false, attributes: none }
  const attributes = new Map<string, string>()
  while (at < inside.length) {
    upTo((sign) => !between.test(sign))
    const key = upTo((sign) => between.test(sign) || sign === '=').toLowerCase()
    upTo((sign) => !/\s/.test(sign))
    let value = ''
    if (inside[at] === '=') {
      at += 1
      upTo((sign) => !/\s/.test(sign))
      const quote = inside[at]
      if (quote === '"' || quote === "'") {
        at += 1
        value = upTo((sign) => sign === quote)
        at += 1
      } else value = upTo((sign) => /\s/.test(sign))
    } else if (key === '' && at < inside.length) at += 1
    if (key !== '' && !attributes.has(key)) attributes.set(key, value)
  }
  return { name, source, closing, closed: inside.endsWith('/'), attributes }
}
