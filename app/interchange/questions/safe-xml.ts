import { XMLParser } from 'fast-xml-parser'
import type { Message } from '~/formats/message'
import { questionLimits } from './found'
import { decodeEntities, escapeAttribute, escapeMarkup } from './html-entities'
import { scanXml } from './xml-scan'

export type XmlElement = {
  /** Without the prefix of its namespace. */
  name: string
  /** Names as they stand, with a prefix where they have one; values decoded. */
  attributes: ReadonlyMap<string, string>
  /** In order; texts decoded, what stood in CDATA as it stood. */
  children: (XmlElement | string)[]
  /** The line of its start tag, from 1. */
  line: number
}

type Parsed = Record<string, unknown>
const parser = new XMLParser({
  preserveOrder: true,
  ignoreAttributes: false,
  attributeNamePrefix: '',
  parseTagValue: false,
  parseAttributeValue: false,
  trimValues: false,
  processEntities: false,
  ignoreDeclaration: true,
  ignorePiTags: true,
  cdataPropName: '#cdata',
  maxNestedTags: questionLimits.depth + 1,
})

/**
 * Parses XML 1.0 that a stranger sent: its root element, or why it is not read. Refused before anything is parsed:
 * a DOCTYPE or ENTITY (so nothing expands and nothing is fetched), NUL, more than `questionLimits` allow, and what
 * is not well-formed, with the line. Other control characters, which XML 1.0 forbids (section 2.2), are left out.
 */
export function parseXml(
  text: string,
): { document: XmlElement; problem: null } | { document: null; problem: Message } {
  const scanned = scanXml(text)
  if ('problem' in scanned) return { document: null, problem: scanned.problem }
  try {
    let count = 0
    const made = elementsOf(parser.parse(scanned.text) as Parsed[], {
      line: () => scanned.lines[count++] ?? 1,
      whole: (short) =>
        short
          .split('\u0001')
          .map((part, i) => (i % 2 === 0 ? part : (scanned.taken[Number(part)] ?? '')))
          .join(''),
    })
    const document = made.find((each) => typeof each !== 'string')
    if (document && typeof document !== 'string') return { document, problem: null }
  } catch {
    // Names that the parser refuses, as __proto__.
  }
  return { document: null, problem: { key: 'fault.damaged', values: { line: 1 } } }
}

type Source = { line: () => number; whole: (short: string) => string }

function elementsOf(parsed: Parsed[], source: Source): XmlElement['children'] {
  const made: XmlElement['children'] = []
  const say = (text: string) => {
    const last = made.at(-1)
    if (typeof last === 'string') made[made.length - 1] = last + text
    else if (text !== '') made.push(text)
  }
  for (const node of parsed) {
    const name = Object.keys(node).find((key) => key !== ':@')
    if (name === undefined) continue
    if (name === '#text') say(decodeEntities(source.whole(String(node[name])), 'xml'))
    else if (name === '#cdata') {
      for (const part of node[name] as { '#text'?: string }[]) say(source.whole(part['#text'] ?? ''))
    } else {
      const line = source.line()
      const attributes = Object.entries((node[':@'] ?? {}) as Record<string, string>).map(
        ([key, value]): [string, string] => [key, decodeEntities(value.replace(/[\t\n\r]/g, ' '), 'xml')],
      )
      made.push({
        name: name.slice(name.indexOf(':') + 1),
        attributes: new Map(attributes),
        children: elementsOf(node[name] as Parsed[], source),
        line,
      })
    }
  }
  return made
}

/** The elements in it, of one name or of any. */
export function childrenOf(element: XmlElement, name?: string): XmlElement[] {
  return element.children.filter(
    (child): child is XmlElement => typeof child !== 'string' && (name === undefined || child.name === name),
  )
}

/** The first element of that name in it. */
export function childOf(element: XmlElement, name: string): XmlElement | undefined {
  return childrenOf(element, name)[0]
}

/** All text in it, of the elements in it too. */
export function textIn(element: XmlElement): string {
  return element.children.map((child) => (typeof child === 'string' ? child : textIn(child))).join('')
}

/** What stands in it, as markup again: for HTML that stands unquoted in XML. */
export function markupIn(element: XmlElement): string {
  return element.children
    .map((child) => (typeof child === 'string' ? escapeMarkup(child) : markupOf(child)))
    .join('')
}

/** An element as markup again, without prefixes. */
export function markupOf(element: XmlElement): string {
  const attributes = [...element.attributes]
    .map(([key, value]) => ` ${key}="${escapeAttribute(value)}"`)
    .join('')
  const inside = markupIn(element)
  return inside === ''
    ? `<${element.name}${attributes}/>`
    : `<${element.name}${attributes}>${inside}</${element.name}>`
}
