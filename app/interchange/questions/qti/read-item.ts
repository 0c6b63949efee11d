import type { DraftItem } from '~/assessment/item'
import type { Message } from '~/formats/message'
import type { Locale } from '~/platform/i18n/locale'
import type { FoundQuestion } from '../found'
import { foundBase, longestQuestion, oneLine } from '../plain-text'
import { childOf, type XmlElement } from '../safe-xml'
import { readChoice, readOrder, type Parts, type ReadParts } from './read-choice'
import { isCriterion, readEssay } from './read-essay'
import { readMatch } from './read-match'
import { readPoint } from './read-point'
import { readEntry, readGaps } from './read-typed'
import { Responses } from './responses'
import { Texts } from './texts'
import { attribute, elementsUnder, isInteraction, named } from './tree'

export type ItemSource = { locale: Locale; files: ReadonlyMap<string, Uint8Array>; folder: string }
type Found = Pick<FoundQuestion, 'name' | 'item' | 'losses' | 'pictures'>

/** More than a question needs; what is larger is no question, and nothing is worked out about it. */
const limits = { elements: 10_000, gaps: 100 }

const inText = new Set(['textEntryInteraction', 'inlineChoiceInteraction', 'gapMatchInteraction'])

/**
 * An assessmentItem of QTI 2.1 or 2.2 as an item (Assessment Test, Section and Item Information Model, sections 5 to
 * 7), with what of it could not be taken. Its texts are of the language that it names, else of the file's.
 */
export function readItem(root: XmlElement, source: ItemSource): Found {
  const identifier = attribute(root, 'identifier')
  const title = oneLine(attribute(root, 'title'))
  const name = title === '' || title === identifier ? null : title
  const read = readBody(root, source)
  if ('refusal' in read)
    return { name: title || null, item: null, losses: [read.refusal, ...read.losses], pictures: [] }
  const item = {
    ...foundBase(read.locale, read.stem, read.explanation),
    ...(/^[a-z0-9][a-z0-9.-]*$/.test(identifier) ? { code: identifier } : {}),
    ...(name === null ? {} : { name }),
    ...(read.picture ? { picture: read.picture.shown } : {}),
    ...read.parts,
  } as DraftItem
  return {
    name,
    item,
    losses: read.losses,
    pictures: read.picture ? [{ src: read.picture.shown.src, bytes: read.picture.bytes }] : [],
  }
}

type ReadBody =
  | { refusal: Message; losses: Message[] }
  | {
      parts: Parts
      locale: Locale
      stem: string
      explanation: string
      picture: ReturnType<Texts['picture']>
      losses: Message[]
    }

function readBody(root: XmlElement, { locale: asked, files, folder }: ItemSource): ReadBody {
  const refuse = (key: string, values?: Message['values']): ReadBody => ({
    refusal: values ? { key, values } : { key },
    losses: [],
  })
  const body = childOf(root, 'itemBody')
  const all = elementsUnder(root)
  if (all.length > limits.elements) return refuse('text.long', { limit: longestQuestion })
  if (length(root) > longestQuestion) return refuse('text.long', { limit: longestQuestion })
  const templates = all.find(({ name }) => name === 'templateDeclaration' || name === 'printedVariable')
  if (templates) return refuse('loss.kind', { kind: templates.name })
  const interactions = body
    ? elementsUnder(body, ({ name }) => name !== 'rubricBlock').filter(isInteraction)
    : []
  const [first] = interactions
  if (!body || !first) return refuse('loss.description')

  const responses = new Responses(root)
  const texts = new Texts(localeOf(root) ?? asked, files, folder, root, responses)
  const { forLearners, forMarkers } = texts.rubrics()
  const losses = [...hintLosses(all)]
  const finish = (
    parts: Parts,
    lost: Message[],
    stem: string,
    pictured?: ReturnType<Texts['picture']>,
  ): ReadBody => {
    const explanation = texts.explanation() || modelAnswer(parts, responses, first)
    const picture = pictured ?? texts.picture()
    const unsaid = forMarkers
      .filter((block) => !(parts.kind === 'essay' && named(block, 'div').some(isCriterion)))
      .map((block) => texts.of(block).slice(0, 200))
      .filter(Boolean)
    return {
      parts,
      locale: texts.locale,
      stem: [forLearners, stem].filter(Boolean).join('\n'),
      explanation,
      picture,
      losses: [
        ...lost,
        ...losses,
        ...unsaid.map((what) => ({ key: 'qti.rubricText', values: { what } })),
        ...texts.losses,
        ...texts.lostOfTexts(),
      ],
    }
  }

  if (interactions.length > 1 || inText.has(first.name)) {
    if (!interactions.every(({ name }) => inText.has(name)))
      return refuse('qti.composite', { count: interactions.length })
    if (interactions.length > limits.gaps || named(root, 'gap').length > limits.gaps)
      return refuse('text.long', { limit: longestQuestion })
    const entry =
      interactions.length === 1 && first.name === 'textEntryInteraction'
        ? readEntry(first, body, texts, responses)
        : null
    if (entry && 'parts' in entry) {
      const stem = texts.of(body, (each) =>
        each === entry.block ? null : each === first ? '____' : undefined,
      )
      return finish(entry.parts, entry.losses, stem)
    }
    const { parts, losses: lost, stem } = readGaps(body, interactions, texts, responses)
    return parts.gaps.length > 0 ? finish(parts, lost, stem) : refuse('loss.kind', { kind: first.name })
  }
  const stem = texts.of(body)
  const read: ReadParts & { pictured?: ReturnType<Texts['picture']> } = readBlock(
    first,
    texts,
    responses,
    forMarkers,
  )
  if ('refusal' in read) return { refusal: read.refusal, losses: texts.losses }
  return finish(read.parts, read.losses, stem, read.pictured)
}

function readBlock(interaction: XmlElement, texts: Texts, responses: Responses, markers: XmlElement[]) {
  switch (interaction.name) {
    case 'choiceInteraction':
      return readChoice(interaction, texts, responses)
    case 'orderInteraction':
      return readOrder(interaction, texts, responses)
    case 'matchInteraction':
      return readMatch(interaction, texts, responses)
    case 'hotspotInteraction':
    case 'selectPointInteraction':
      return readPoint(interaction, texts, responses)
    case 'extendedTextInteraction':
      return readEssay(interaction, texts, markers)
    default:
      return { refusal: { key: 'loss.kind', values: { kind: interaction.name } } }
  }
}

/** What a long answer could be, where the file has one and says nothing else about it. */
function modelAnswer(parts: Parts, responses: Responses, interaction: XmlElement): string {
  return parts.kind === 'essay' ? responses.of(interaction).correct.join('\n') : ''
}

function localeOf(root: XmlElement): Locale | null {
  const said = attribute(root, 'xml:lang').toLowerCase()
  return said.startsWith('vi') ? 'vi' : said.startsWith('en') ? 'en' : null
}

function hintLosses(all: XmlElement[]): Message[] {
  const count = all.filter(({ name }) => name === 'endAttemptInteraction').length
  return count > 0 ? [{ key: 'loss.hints', values: { count } }] : []
}

function length(element: XmlElement): number {
  return element.children.reduce(
    (sum, child) => sum + (typeof child === 'string' ? child.length : length(child)),
    0,
  )
}
