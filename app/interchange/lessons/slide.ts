import type { Message } from '~/formats/message'
import { childOf, childrenOf, type XmlElement } from '../questions/safe-xml'
import { attribute, elementsUnder } from '../questions/qti/tree'
import type { Block } from './document'
import type { Parts, Related } from './parts'
import type { PictureShelf } from './picture-shelf'
import { plainWords, relation, slideTable, textBlocks } from './slide-text'

export type Slide = {
  title: string
  blocks: Block[]
  losses: Message[]
  hidden: boolean
  /** Its layout opens a part: that of a title, or of a section. */
  opens: boolean
}

const titles = new Set(['title', 'ctrTitle'])
/** Parts of every page, which a lesson has none of. */
const furniture = new Set(['dt', 'ftr', 'hdr', 'sldNum', 'sldImg'])
const graphics: [ending: string, key: string][] = [
  ['/chart', 'loss.chart'],
  ['/chartex', 'loss.chart'],
  ['/diagram', 'loss.smartArt'],
  ['/ole', 'loss.object'],
]

/**
 * What a slide says (ECMA-376, part 1, section 19.3): its title, then its shapes in the order in which they are read aloud,
 * then the notes of its speaker.
 */
export function readSlide(path: string, parts: Parts, shelf: PictureShelf): Slide | null {
  const document = parts.xml(path)
  const tree = document && childOf(childOf(document, 'cSld') ?? document, 'spTree')
  if (!document || !tree) return null
  const relations = parts.related(path)
  const slide: Slide = {
    ...{ title: '', blocks: [], losses: [] },
    hidden: /^(?:0|false)$/.test(attribute(document, 'show')),
    opens: opensPart(relations, parts),
  }
  const tell = (key: string) => slide.losses.push({ key, values: { count: 1 } })
  const shape = (element: XmlElement) => {
    const kind = placeholder(element)
    const body = childOf(element, 'txBody')
    if (kind !== null && furniture.has(kind)) return
    if (body && [...elementsUnder(body)].some(({ name }) => name === 'oMath')) tell('loss.equation')
    if (body && kind !== null && titles.has(kind) && slide.title === '') slide.title = plainWords(body)
    else if (body) slide.blocks.push(...textBlocks(body, relations, kind === 'body' || kind === 'obj'))
  }
  const frame = (element: XmlElement) => {
    const data = elementsUnder(element).find(({ name }) => name === 'graphicData')
    const table = data && childOf(data, 'tbl')
    const uri = attribute(data, 'uri')
    if (table) slide.blocks.push(slideTable(table, relations))
    else tell(graphics.find(([ending]) => uri.endsWith(ending))?.[1] ?? 'loss.object')
  }
  const picture = (element: XmlElement) => {
    const about = elementsUnder(element).find(({ name }) => name === 'cNvPr')
    if (
      elementsUnder(element).some(({ name }) => /^(?:video|audio|quickTime)File$|^wavAudioFile$/.test(name))
    )
      tell('loss.media')
    const fill = childOf(element, 'blipFill')
    const cut = fill && childOf(fill, 'srcRect')
    if (cut && [...cut.attributes.values()].some((value) => Number(value) > 0)) tell('loss.cropped')
    const target = relations.get(relation(fill && childOf(fill, 'blip'), 'embed'))?.target ?? ''
    const put = shelf.put(target, parts.bytes(target), target)
    if ('loss' in put) slide.losses.push(put.loss)
    else
      slide.blocks.push({
        kind: 'paragraph',
        pieces: [{ picture: put.name, alt: attribute(about, 'descr') }],
      })
  }
  const walk = (element: XmlElement) => {
    for (const child of childrenOf(element)) {
      if (child.name === 'sp') shape(child)
      else if (child.name === 'pic') picture(child)
      else if (child.name === 'graphicFrame') frame(child)
      else if (child.name === 'grpSp') walk(child)
      else if (child.name === 'contentPart') tell('loss.ink')
      // A part is written twice: for programs that know the new kind and for those that do not.
      else if (child.name === 'AlternateContent')
        walk(childOf(child, 'Fallback') ?? childOf(child, 'Choice') ?? child)
    }
  }
  walk(tree)
  if (childOf(document, 'timing')) tell('loss.animation')
  for (const { type } of relations.values()) if (type === 'comments') tell('loss.comment')
  const notes = speakerNotes(relations, parts)
  if (notes.length > 0) slide.blocks.push({ kind: 'speaker', blocks: notes })
  return slide
}

/** What kind of placeholder a shape is; `obj` where it does not say, null where it is none. */
function placeholder(shape: XmlElement): string | null {
  const about = childOf(shape, 'nvSpPr')
  const found = childOf((about && childOf(about, 'nvPr')) ?? shape, 'ph')
  return found ? (found.attributes.get('type') ?? 'obj') : null
}

function opensPart(relations: ReadonlyMap<string, Related>, parts: Parts): boolean {
  const layout = [...relations.values()].find(({ type }) => type === 'slideLayout')?.target
  return layout ? /^(?:title|secHead)$/.test(attribute(parts.xml(layout), 'type')) : false
}

function speakerNotes(relations: ReadonlyMap<string, Related>, parts: Parts): Block[] {
  const path = [...relations.values()].find(({ type }) => type === 'notesSlide')?.target
  const document = path ? parts.xml(path) : undefined
  if (!path || !document) return []
  return elementsUnder(document)
    .filter((each) => each.name === 'sp' && placeholder(each) === 'body')
    .flatMap((shape) => {
      const body = childOf(shape, 'txBody')
      return body ? textBlocks(body, parts.related(path), false) : []
    })
}
