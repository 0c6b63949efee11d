import type { Message } from '~/formats/message'
import { parseXml, type XmlElement } from '../questions/safe-xml'
import { DocumentFault } from './document'

/** The files of a package by their paths, and its XML parsed once, each part when it is asked for. */
export type Parts = {
  bytes: (path: string) => Uint8Array | undefined
  /** Undefined where there is no such part; throws DocumentFault where it is not to be read. */
  xml: (path: string) => XmlElement | undefined
  text: (path: string) => string | undefined
  /** The parts that a part names, by the id that it gives them. */
  related: (path: string) => ReadonlyMap<string, Related>
  paths: string[]
}
/** `type` is the last word of the relationship's type; `target` is null where it lies outside the package. */
export type Related = { type: string; target: string | null; address: string }

export function partsOf(files: ReadonlyMap<string, Uint8Array>): Parts {
  const parsed = new Map<string, XmlElement>()
  const relations = new Map<string, ReadonlyMap<string, Related>>()
  const text = (path: string) => {
    const bytes = files.get(path)
    return bytes && decoded(bytes)
  }
  const xml = (path: string) => {
    const known = parsed.get(path)
    const source = known ? undefined : text(path)
    if (source === undefined) return known
    const { document, problem } = parseXml(source)
    if (problem) throw new DocumentFault(xmlFault(problem, path))
    parsed.set(path, document)
    return document
  }
  const related = (path: string) => {
    const known = relations.get(path) ?? relationsOf(path, xml(relationsPath(path)))
    relations.set(path, known)
    return known
  }
  return { bytes: (path) => files.get(path), xml, text, related, paths: [...files.keys()] }
}

/** OOXML parts are UTF-8 or UTF-16 (ECMA-376, part 2, section 8.2.5). */
function decoded(bytes: Uint8Array): string {
  const encoding =
    bytes[0] === 0xff && bytes[1] === 0xfe
      ? 'utf-16le'
      : bytes[0] === 0xfe && bytes[1] === 0xff
        ? 'utf-16be'
        : 'utf-8'
  return new TextDecoder(encoding).decode(bytes)
}

/** What the reader of XML said, as documents say it. */
export function xmlFault({ key }: Message, part: string): Message {
  const values = { part: part.slice(0, 120) }
  if (key === 'fault.entities' || key === 'fault.tooDeep') return { key, values }
  return key === 'fault.tooBig' || key === 'xml.tooMany'
    ? { key: 'fault.tooLong', values }
    : { key: 'fault.damagedPart', values }
}

/** Where the relationships of a part stand: `ppt/slides/_rels/slide1.xml.rels`. */
export function relationsPath(path: string): string {
  const cut = path.lastIndexOf('/') + 1
  return `${path.slice(0, cut)}_rels/${path.slice(cut)}.rels`
}

function relationsOf(path: string, document: XmlElement | undefined): ReadonlyMap<string, Related> {
  const found = new Map<string, Related>()
  for (const child of document?.children ?? []) {
    if (typeof child === 'string' || child.name !== 'Relationship') continue
    const address = child.attributes.get('Target') ?? ''
    const outside = child.attributes.get('TargetMode') === 'External'
    found.set(child.attributes.get('Id') ?? '', {
      type: (child.attributes.get('Type') ?? '').replace(/^.*\//, ''),
      target: outside ? null : resolved(path, address),
      address,
    })
  }
  return found
}

/** A target as a path of the package: it begins at the package where it begins with `/`, else at its part's folder. */
function resolved(from: string, target: string): string {
  const begin = target.startsWith('/') ? [] : from.split('/').slice(0, -1)
  for (const step of target.split('/')) {
    if (step === '..') begin.pop()
    else if (step !== '.' && step !== '') begin.push(step)
  }
  return begin.join('/')
}
