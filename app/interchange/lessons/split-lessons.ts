import { getT } from '~/platform/i18n/translate'
import type { Locale } from '~/platform/i18n/locale'
import {
  documentLimits,
  everyPiece,
  isRun,
  wordsOf,
  type Block,
  type FoundLesson,
  type Loss,
} from './document'
import type { HtmlDocument } from './html-blocks'
import { typedLists } from './typed-lists'
import { writeMarkdown } from './write-markdown'

type Part = { heading: Block | null; title: string; blocks: Block[] }
type Split = { title: string; lessons: FoundLesson[]; losses: Loss[] }

/** How the headings of parts are numbered that are only set in bold; a part of the first kind holds those of the next. */
const numbered = [
  /^(?:bài|chương|phần|mục|chuyên đề|lesson|chapter|part|section)\s+(?:\d{1,3}|[IVX]{1,5})(?:[\s.:–-]|$)/iu,
  /^[IVX]{1,5}[.:)]\s/,
  /^\d{1,2}[.)]\s/,
]

/**
 * Lessons of a document: one begins with each heading of its highest level. A single heading of that level, at the very
 * beginning and with two or more below it, is the title of all. Without headings, lines in bold that are numbered count as
 * headings; without those too the document is one lesson. Footnotes stand at the end of the lesson that calls them.
 */
export function splitLessons({ title, blocks, notes }: HtmlDocument, locale: Locale): Split {
  const t = getT(locale, 'documents')
  const losses: Loss[] = []
  const marked = headed(blocks)
  if (marked !== blocks) losses.push({ what: { key: 'loss.guessed' }, where: null })
  const whole = withoutTitle(marked, title)
  const level = highest(whole.blocks)
  const lessons: FoundLesson[] = []
  const parts = partsOf(whole.blocks, level)
  const opening = (parts.length === 1 && whole.title) || t('word.opening')
  for (const part of parts) {
    const where = part.title
      ? { key: 'place.heading', values: { title: part.title.slice(0, 80) } }
      : { key: 'place.start' }
    const own = [...part.blocks, ...called(part.blocks, notes)]
    const { markdown, losses: written } = writeMarkdown(typedLists(own), {
      base: level,
      speaker: t('word.speaker'),
    })
    losses.push(...written.map((what) => ({ what, where })))
    if (markdown === '') {
      if (part.title)
        losses.push({ what: { key: 'loss.emptyLesson', values: { title: part.title } }, where: null })
      continue
    }
    const number = lessons.length + 1
    if (number > documentLimits.lessons) {
      losses.push({ what: { key: 'loss.lessons', values: { limit: documentLimits.lessons } }, where: null })
      break
    }
    lessons.push({
      title: (part.title || opening).slice(0, 200),
      markdown,
      from: part.heading ? where : { key: 'place.start' },
      original: [...(part.heading ? [part.heading] : []), ...own],
    })
  }
  return { title: whole.title, lessons, losses }
}

const levelsIn = (blocks: Block[]) =>
  blocks.flatMap((block) => (block.kind === 'heading' ? [block.level] : []))

/** The highest level of heading that is there; one above the first where there is none. */
function highest(blocks: Block[]): number {
  return levelsIn(blocks).reduce((least, level) => Math.min(least, level), 7)
}

function withoutTitle(blocks: Block[], title: string): { title: string; blocks: Block[] } {
  const level = highest(blocks)
  const levels = levelsIn(blocks)
  const [first, ...rest] = blocks
  const alone = levels.filter((each) => each === level).length === 1
  const below = Math.min(...levels.filter((each) => each > level))
  if (
    first?.kind !== 'heading' ||
    first.level !== level ||
    !alone ||
    levels.filter((each) => each === below).length < 2
  )
    return { title, blocks }
  return { title: title || wordsOf(first.pieces), blocks: rest }
}

function partsOf(blocks: Block[], level: number): Part[] {
  const parts: Part[] = [{ heading: null, title: '', blocks: [] }]
  for (const block of blocks) {
    const title = block.kind === 'heading' && block.level === level ? wordsOf(block.pieces) : ''
    if (title) parts.push({ heading: block, title, blocks: [] })
    else parts.at(-1)!.blocks.push(block)
  }
  return parts
}

/** The same blocks, or, where none is a heading, with numbered lines in bold as headings. */
function headed(blocks: Block[]): Block[] {
  if (levelsIn(blocks).length > 0) return blocks
  const kindOf = (block: Block) => {
    if (block.kind !== 'paragraph') return -1
    const runs = block.pieces.filter(isRun).filter(({ text }) => text.trim() !== '')
    const words = wordsOf(block.pieces)
    const bold = runs.length > 0 && runs.every(({ strong }) => strong) && words.length <= 150
    return bold ? numbered.findIndex((pattern) => pattern.test(words)) : -1
  }
  const kinds = blocks.map(kindOf)
  const used = [...new Set(kinds.filter((kind) => kind >= 0))].sort()
  if (kinds.filter((kind) => kind === used[0]).length < 2) return blocks
  return blocks.map((block, at) =>
    kinds[at]! >= 0 && block.kind === 'paragraph'
      ? { kind: 'heading', level: used.indexOf(kinds[at]!) + 1, pieces: block.pieces }
      : block,
  )
}

/** The footnotes that these blocks call, each as a paragraph after its sign. */
function called(blocks: Block[], notes: HtmlDocument['notes']): Block[] {
  return everyPiece(blocks)
    .filter(isRun)
    .flatMap(({ note, text }): Block[] => {
      const found = note === undefined ? undefined : notes.get(note)
      const pieces = everyPiece(found ?? []).filter(isRun)
      return pieces.length > 0 ? [{ kind: 'paragraph', pieces: [{ text: `${text} ` }, ...pieces] }] : []
    })
}
