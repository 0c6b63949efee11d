import type { Token } from 'markdown-it'
import type { Problem } from '~/formats/problem'
import { linkTarget } from './links'
import { localPlace } from './local-places'
import { attributeOf, figureOf, plainText, tokensToCheck, type Box } from './markdown'

type At = { line: number }

/** What a text is made of, in order, and what is wrong with it by itself. */
export type TextShape = {
  file: string
  problems: Problem[]
  /** The parts that both languages share, written as an author writes them. */
  marks: (At & { mark: string })[]
  figures: (At & { path: string })[]
  checks: (At & { code: string })[]
  links: (At & { module: string | null; lesson: string })[]
  /** Local facts by the codes between `[[` and `]]`. */
  locals: (At & { code: string })[]
  /** Without those of the summary. */
  words: number
  summaryWords: number
  /** Where something stands behind the summary; null where nothing does. */
  afterSummary: number | null
}

export const boxNames = ['aim', 'example', 'care', 'fails', 'remember', 'steps', 'check', 'summary'] as const

const refusedBlocks: Record<string, string> = {
  html_block: 'md.html',
  fence: 'md.code',
  code_block: 'md.code',
  blockquote_open: 'md.quote',
  hr: 'md.rule',
  box_stray: 'box.stray',
}
const refusedInline: Record<string, string> = {
  html_inline: 'md.html',
  hardbreak: 'md.break',
  s_open: 'md.strike',
}
const leftover = /\*\*|\]\(|!\[|:::|~~|`|\[\[|\]\]/

export function readText(file: string, text: string): TextShape {
  const shape: TextShape = {
    file,
    ...{ problems: [], marks: [], figures: [], checks: [], links: [], locals: [] },
    ...{ words: 0, summaryWords: 0, afterSummary: null },
  }
  const tokens = tokensToCheck(text)
  let line = 1
  let box: Box | null = null
  let depth = 0
  let level = 1
  const fault = (key: string, values: Problem['values'] = {}, where = line) =>
    shape.problems.push({ file, line: where, key, values })
  const mark = (written: string) => shape.marks.push({ mark: written, line })

  tokens.forEach((token, at) => {
    if (token.map) line = token.map[0] + 1
    const refused = refusedBlocks[token.type]
    if (refused) fault(refused)
    const inBox = box !== null && depth > 0
    if (depth === 0 && box?.name === 'summary' && token.nesting >= 0) shape.afterSummary ??= line
    switch (token.type) {
      case 'box_open': {
        const opened = token.meta as Box
        if (depth > 0 || token.level > 0) fault('box.nested')
        else openBox(opened, tokens, at)
        box = opened
        depth += 1
        break
      }
      case 'box_close':
        depth -= 1
        break
      case 'heading_open': {
        const next = Number(token.tag.slice(1))
        if (token.level > 0) fault(inSummary() ? 'summary.plain' : 'box.inside')
        else if (next < 2 || next > 3) fault('md.heading')
        else if (next > level + 1) fault('md.headingOrder')
        level = next
        mark('#'.repeat(next))
        break
      }
      case 'bullet_list_open':
      case 'ordered_list_open':
        mark(`${token.type === 'bullet_list_open' ? '-' : '1.'} × ${itemsOf(tokens, at)}`)
        break
      case 'table_open':
        if (inBox || token.level > 0) fault(inSummary() ? 'summary.plain' : 'box.inside')
        mark(`| × ${tableRows(tokens, at)}`)
        break
      case 'inline':
        if (tokens[at - 1]?.type === 'th_open' && token.content.trim() === '') fault('md.tableHead')
        if (figureOf(token) && tokens[at - 1]?.type === 'paragraph_open') figure(token)
        else inline(token, tokens[at - 1]?.type === 'heading_open')
        break
      default:
    }
  })

  function inSummary(): boolean {
    return depth > 0 && box?.name === 'summary'
  }

  function addWords(text: string): void {
    if (inSummary()) shape.summaryWords += count(text)
    else shape.words += count(text)
  }

  function openBox({ name, argument, closed }: Box, all: Token[], at: number): void {
    const inside = all.slice(at + 1, closeOf(all, at))
    if (!(boxNames as readonly string[]).includes(name)) fault('box.unknown', { name })
    else if (!closed) fault('box.open', { name })
    else if (name !== 'check' && argument) fault('box.argument', { name })
    else if (name === 'check') {
      if (inside.length > 0) fault('check.filled')
      if (/^[a-z0-9][a-z0-9.-]*$/.test(argument)) shape.checks.push({ code: argument, line })
      else fault('check.noCode')
    } else if (inside.length === 0) fault('box.empty', { name })
    else if (name === 'steps') {
      const top = inside.filter(({ level: inner }) => inner === inside[0]!.level)
      if (top[0]?.type !== 'ordered_list_open' || top.length !== 2) fault('box.steps')
    }
    mark(name === 'check' ? `::: check ${argument}` : `::: ${name}`)
  }

  function figure(token: Token): void {
    const image = figureOf(token)!
    const path = attributeOf(image, 'src')
    if (inSummary()) fault('summary.plain')
    else if (token.level > 1) fault('figure.place')
    if (!plainText(image.children).trim()) fault('figure.alt')
    mark(`![${path}]`)
    shape.figures.push({ path, line })
    for (const words of [plainText(image.children), attributeOf(image, 'title')])
      if (words.includes('[[')) fault('local.place')
    addWords(attributeOf(image, 'title'))
  }

  function inline(token: Token, isHeading: boolean): void {
    const first = line
    let linked = 0
    for (const child of token.children ?? []) {
      const refused = refusedInline[child.type]
      if (refused) fault(refused)
      if (child.type === 'image') fault('md.image')
      if (child.type === 'link_open') link(child)
      if (child.type === 'link_open' || child.type === 'link_close') linked += child.nesting
      if (child.type === 'text') words(child.content, isHeading || linked > 0)
      if (child.type === 'code_inline' && child.content.includes('[[')) fault('local.place')
      if (child.type === 'softbreak' || child.type === 'hardbreak') line += 1
    }
    line = first
    addWords(plainText(token.children))
  }

  /** Words by themselves; a local fact, which may turn out a link, is neither part of a heading nor of a link. */
  function words(text: string, isFixed: boolean): void {
    const rest = text.replace(localPlace, (_, code: string) => {
      if (isFixed) fault('local.place')
      else shape.locals.push({ code: code.trim(), line })
      return ''
    })
    const left = leftover.exec(rest)
    if (left) fault('md.leftover', { mark: left[0] })
  }

  function link(token: Token): void {
    if (token.info === 'auto') return void fault('md.autolink')
    const address = attributeOf(token, 'href')
    const target = linkTarget(address)
    if (target.kind === 'wrong') fault(target.key, { address: address.slice(0, 60) })
    if (target.kind === 'lesson') shape.links.push({ module: target.module, lesson: target.lesson, line })
  }

  return shape
}

/** Each lesson says its aim first, once; other texts need not. */
export function aimFaults({ marks, file }: TextShape): Problem[] {
  const [first, ...rest] = marks
  const later = rest.find(({ mark }) => mark === '::: aim')
  if (first?.mark !== '::: aim') return [{ file, line: first?.line ?? 1, key: 'aim.first' }]
  return later ? [{ file, line: later.line, key: 'aim.once' }] : []
}

/** The first place where two languages part. */
export function twinFaults(vi: TextShape, en: TextShape): Problem[] {
  const at = vi.marks.findIndex(({ mark }, i) => mark !== en.marks[i]?.mark)
  const [here, there] = [vi.marks[at], en.marks[at]]
  if (here && there) {
    const values = { vi: here.mark, viLine: here.line, en: there.mark }
    return [{ file: en.file, line: there.line, key: 'twin.differs', values }]
  }
  if (here)
    return [
      {
        file: en.file,
        line: en.marks.at(-1)?.line ?? 1,
        key: 'twin.short',
        values: { vi: here.mark, viLine: here.line },
      },
    ]
  const more = en.marks[vi.marks.length]
  return more ? [{ file: en.file, line: more.line, key: 'twin.long', values: { en: more.mark } }] : []
}

export function count(text: string): number {
  return text.split(/\s+/).filter((word) => /[\p{L}\p{N}]/u.test(word)).length
}

function closeOf(tokens: Token[], at: number): number {
  const { level } = tokens[at]!
  const end = tokens.findIndex((token, i) => i > at && token.nesting < 0 && token.level === level)
  return end < 0 ? tokens.length : end
}

function itemsOf(tokens: Token[], at: number): number {
  const own = tokens[at]!.level + 1
  return tokens
    .slice(at, closeOf(tokens, at))
    .filter(({ type, level }) => type === 'list_item_open' && level === own).length
}

function tableRows(tokens: Token[], at: number): string {
  const inside = tokens.slice(at, closeOf(tokens, at)).map(({ type }) => type)
  const rows = inside.filter((type) => type === 'tr_open').length
  return `${rows} × ${inside.filter((type) => type === 'th_open').length}`
}
