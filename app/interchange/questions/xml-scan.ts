import type { Message } from '~/formats/message'
import { questionLimits } from './found'

/** More elements and attributes than the largest allowed number of questions needs. */
const mostParts = 1_000_000
/** A run of text longer than this is taken out before parsing: parsers look at every character more than once. */
const longText = 120

const tagName = /[\p{L}_:][\p{L}\p{N}\p{M}_:.·-]*/uy
const attribute = /\s+[\p{L}_:][\p{L}\p{N}\p{M}_:.·-]*\s*=\s*(?:"[^"<]*"|'[^'<]*')/uy
const tagEnd = /\s*(\/?)>/y

export type ScannedXml = {
  /** The same document, long runs of text replaced by U+0001, their index in `taken`, U+0001. */
  text: string
  taken: string[]
  /** The line of each element, in the order of their start tags. */
  lines: number[]
}

/**
 * Looks once through XML before it is parsed, in time proportional to its length: whether it is well-formed as far
 * as tags, attributes, comments, CDATA and one root go (XML 1.0, section 2), declares nothing, and keeps within
 * `questionLimits`. Line ends become U+000A (section 2.11).
 */
export function scanXml(source: string): ScannedXml | { problem: Message } {
  const fault = (key: string, values?: Message['values']) => ({ problem: { key: `fault.${key}`, values } })
  if (source.length > questionLimits.unpackedBytes)
    return fault('tooBig', { limit: Math.round(questionLimits.bytes / 1e6) })
  const clean = source
    .replace(/^\ufeff/, '')
    .replace(/\r\n?/g, '\n')
    // eslint-disable-next-line no-control-regex -- what XML 1.0 does not allow
    .replace(/[\x01-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]/g, '')
  if (clean.trim() === '') return fault('empty')
  if (!clean.trimStart().startsWith('<')) return fault('notFormat', { format: 'XML' })

  const parts: string[] = []
  const taken: string[] = []
  const lines: number[] = []
  const stack: string[] = []
  let line = 1
  let lineEnd = clean.indexOf('\n')
  const lineAt = (index: number) => {
    for (; lineEnd >= 0 && lineEnd < index; lineEnd = clean.indexOf('\n', lineEnd + 1)) line += 1
    return line
  }
  const damaged = (index: number) => fault('damaged', { line: lineAt(index) })
  const keep = (text: string) => {
    if (text.length <= longText) return text
    taken.push(text)
    return `\u0001${taken.length - 1}\u0001`
  }

  const nul = clean.indexOf('\0')
  if (nul >= 0) return damaged(nul)
  let parted = 0
  let at = 0
  while (at < clean.length) {
    const start = clean.indexOf('<', at)
    const text = clean.slice(at, start < 0 ? clean.length : start)
    if (stack.length === 0 && text.trim() !== '') return damaged(at)
    parts.push(keep(text))
    if (start < 0) break
    if (clean.startsWith('<!--', start)) {
      const end = clean.indexOf('-->', start + 4)
      if (end < 0) return damaged(clean.length)
      at = end + 3
    } else if (clean.startsWith('<![CDATA[', start)) {
      const end = clean.indexOf(']]>', start + 9)
      if (end < 0 || stack.length === 0) return damaged(end < 0 ? clean.length : start)
      if (end > start + 9) parts.push('<![CDATA[', keep(clean.slice(start + 9, end)), ']]>')
      at = end + 3
    } else if (clean.startsWith('<!', start)) {
      return /^<!(?:DOCTYPE|ENTITY|ELEMENT|ATTLIST|NOTATION)\b/i.test(clean.slice(start, start + 12))
        ? fault('entities')
        : damaged(start)
    } else if (clean.startsWith('<?', start)) {
      const end = clean.indexOf('?>', start + 2)
      if (end < 0) return damaged(clean.length)
      at = end + 2
    } else if (clean[start + 1] === '/') {
      const name = stack.pop()
      if (name === undefined || !clean.startsWith(name, start + 2)) return damaged(start)
      tagEnd.lastIndex = start + 2 + name.length
      if (tagEnd.exec(clean)?.[1] !== '') return damaged(start)
      at = tagEnd.lastIndex
      parts.push(`</${name}>`)
    } else {
      tagName.lastIndex = start + 1
      const name = tagName.exec(clean)?.[0]
      if (name === undefined || (stack.length === 0 && lines.length > 0)) return damaged(start)
      at = tagName.lastIndex
      attribute.lastIndex = at
      for (; attribute.test(clean); at = attribute.lastIndex) parted += 1
      tagEnd.lastIndex = at
      const closed = tagEnd.exec(clean)?.[1]
      if (closed === undefined) return damaged(at)
      const tag = clean.slice(start, at)
      at = tagEnd.lastIndex
      lines.push(lineAt(start))
      parted += 1
      if (parted > mostParts) return { problem: { key: 'xml.tooMany', values: { limit: mostParts } } }
      if (closed === '') stack.push(name)
      if (stack.length > questionLimits.depth) return fault('tooDeep', { limit: questionLimits.depth })
      parts.push(tag, closed === '' ? '>' : '/>')
    }
  }
  if (stack.length > 0) return damaged(clean.length)
  if (lines.length === 0) return fault('notFormat', { format: 'XML' })
  return { text: parts.join(''), taken, lines }
}
