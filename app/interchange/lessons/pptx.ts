import type { Locale } from '~/platform/i18n/locale'
import { getT } from '~/platform/i18n/translate'
import { childOf, childrenOf, type XmlElement } from '../questions/safe-xml'
import { attribute, elementsUnder } from '../questions/qti/tree'
import {
  addedUp,
  DocumentFault,
  documentLimits,
  type Block,
  type FoundDocument,
  type FoundLesson,
  type Loss,
} from './document'
import { partsOf, type Parts } from './parts'
import { pictureShelf } from './picture-shelf'
import { readSlide, type Slide } from './slide'
import { relation } from './slide-text'
import { writeMarkdown } from './write-markdown'

const main = 'ppt/presentation.xml'

type Numbered = Slide & { number: number; id: string }
type Group = { name: string; slides: Numbered[] }

/**
 * Slides as lessons, in the order of the presentation. A section that the author made is a lesson; where there are none, a
 * slide that opens a part begins one. A lesson of more slides than `documentLimits.slidesOfLesson` is split. Each slide is a
 * heading with what it says; slides of the same title share it.
 */
export function readPptx(files: ReadonlyMap<string, Uint8Array>, locale: Locale): FoundDocument {
  const t = getT(locale, 'documents')
  const parts = partsOf(files)
  const document = parts.xml(main)
  if (!document) throw new DocumentFault({ key: 'fault.noDocument' })
  const shelf = pictureShelf()
  const losses: Loss[] = []
  const slides = slidesOf(document, parts, shelf, losses)
  const lessons: FoundLesson[] = []
  for (const { name, slides: own } of groupsOf(document, slides)) {
    const title = (name || own[0]!.title || t('word.slide', { number: own[0]!.number })).slice(0, 200)
    const blocks = own.flatMap((slide, at) => blocksOf(slide, own[at - 1]?.title ?? title, t))
    const { markdown, losses: written } = writeMarkdown(blocks, { base: 1, speaker: t('word.speaker') })
    const range = { first: own[0]!.number, last: own.at(-1)!.number }
    const from =
      range.first === range.last
        ? { key: 'place.slide', values: { number: range.first } }
        : { key: 'place.slides', values: range }
    losses.push(...written.map((what) => ({ what, where: from })))
    if (markdown === '') losses.push({ what: { key: 'loss.emptyLesson', values: { title } }, where: from })
    else lessons.push({ title, markdown, from, original: own.flatMap(shownSlide) })
  }
  if (lessons.length > documentLimits.lessons)
    throw new DocumentFault({ key: 'fault.lessons', values: { limit: documentLimits.lessons } })
  const first = slides[0]
  return {
    title: first?.opens ? first.title : '',
    lessons,
    pictures: shelf.pictures,
    losses: addedUp(losses),
  }
}

function slidesOf(
  document: XmlElement,
  parts: Parts,
  shelf: ReturnType<typeof pictureShelf>,
  losses: Loss[],
): Numbered[] {
  const list = childOf(document, 'sldIdLst')
  const entries = list ? childrenOf(list, 'sldId') : []
  if (entries.length > documentLimits.slides)
    throw new DocumentFault({ key: 'fault.slides', values: { limit: documentLimits.slides } })
  const relations = parts.related(main)
  return entries.flatMap((entry, at) => {
    const where = { key: 'place.slide', values: { number: at + 1 } }
    const slide = readSlide(relations.get(relation(entry, 'id'))?.target ?? '', parts, shelf)
    if (!slide || slide.hidden) {
      losses.push({ what: { key: slide ? 'loss.hidden' : 'loss.slideMissing', values: { count: 1 } }, where })
      return []
    }
    losses.push(...slide.losses.map((what) => ({ what, where })))
    return [{ ...slide, number: at + 1, id: attribute(entry, 'id') }]
  })
}

function groupsOf(document: XmlElement, slides: Numbered[]): Group[] {
  const sections = elementsUnder(document).filter(({ name }) => name === 'section')
  const nameOf = new Map(
    sections.flatMap((section) =>
      elementsUnder(section)
        .filter(({ name }) => name === 'sldId')
        .map((slide): [string, XmlElement] => [attribute(slide, 'id'), section]),
    ),
  )
  const sectioned = new Set(slides.map(({ id }) => nameOf.get(id))).size > 1
  const groups: (Group & { section?: XmlElement })[] = []
  for (const slide of slides) {
    const last = groups.at(-1)
    const section = sectioned ? nameOf.get(slide.id) : undefined
    const begins = sectioned ? section !== last?.section : slide.opens
    if (last && !begins) last.slides.push(slide)
    else groups.push({ name: section ? attribute(section, 'name') : '', slides: [slide], section })
  }
  return groups.flatMap(shared)
}

/** Equal shares of a group that is too long for a lesson, each with its number. */
function shared({ name, slides }: Group): Group[] {
  const count = Math.ceil(slides.length / documentLimits.slidesOfLesson)
  if (count === 1) return [{ name, slides }]
  const size = Math.ceil(slides.length / count)
  const title = name || slides[0]!.title
  return Array.from({ length: count }, (_, at) => ({
    name: title && `${title} (${at + 1}/${count})`,
    slides: slides.slice(at * size, (at + 1) * size),
  })).filter((group) => group.slides.length > 0)
}

/** The slide under its title, unless what stands before has the same. */
function blocksOf(slide: Numbered, before: string, t: ReturnType<typeof getT<'documents'>>): Block[] {
  if (slide.blocks.length === 0) return []
  const words = slide.title || (before === '' ? '' : t('word.slide', { number: slide.number }))
  const isNew = words !== '' && words !== before
  return [
    ...(isNew ? [{ kind: 'heading' as const, level: 2, pieces: [{ text: words }] }] : []),
    ...slide.blocks,
  ]
}

function shownSlide({ title, blocks }: Numbered): Block[] {
  return [...(title ? [{ kind: 'heading' as const, level: 2, pieces: [{ text: title }] }] : []), ...blocks]
}
