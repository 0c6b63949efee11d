import { isMarkedByHand, type Item } from '~/assessment/item'
import type { Problem } from '~/formats/problem'
import { locales, type Bilingual } from '~/platform/i18n/locale'
import { isOpen, type Lesson, type Manifest, type Module } from '../module'
import { fileFaults } from './check-files'
import { readFigures, type PackPicture } from './check-figures'
import { readItems, type TeachingItem } from './check-items'
import { hasLesson, manifestFaults, twice, type ManifestSource } from './check-manifest'
import { sizeFaults, standardFaults, summaryFaults } from './lesson-standard'
import { limits, type Known, type PackFiles } from './pack-file'
import { aimFaults, readText, twinFaults, type TextShape } from './text-shape'
import { longestRecord } from './visitor-room'

/** A module that is whole; its pictures are still to be encoded. */
export type PackModule = {
  module: Module
  items: Item[]
  pictures: PackPicture[]
  /** The figures of each lesson, for the weight of its pictures. */
  shown: Record<string, string[]>
  /** Where each item stands in items.yaml. */
  lines: Record<string, number>
}

type Pair = { vi: TextShape; en: TextShape; text: Bilingual }

/** Reads a module of whose files none is missing or wrong; null with the problems otherwise. */
export function checkModule(
  manifest: ManifestSource,
  files: PackFiles,
  manifests: Map<string, Manifest | null>,
  known: Known,
  standard: boolean,
): { module: PackModule | null; problems: Problem[] } {
  const { folder, source, file } = manifest
  const problems = [...fileFaults(folder, files), ...manifestFaults(manifest, manifests, known)]
  if (standard) problems.push(...sizeFaults(manifest))
  const own = source.value
  if (!own) return { module: null, problems }
  const fault = (key: string, path: (string | number)[], values: Problem['values'] = {}) =>
    problems.push({ file, line: source.lineOf(path), key, values })

  const pairs = new Map<string, Pair>()
  own.lessons.forEach(({ code }, at) => {
    const pair = readPair(code)
    if (pair) pairs.set(code, pair)
    for (const locale of locales) {
      const name = `${code}.${locale}.md`
      if (!files.has(name)) fault('lesson.noFile', ['lessons', at], { lesson: code, name })
    }
  })
  for (const locale of locales) {
    const other = `guide.${locale === 'vi' ? 'en' : 'vi'}.md`
    if (files.has(`guide.${locale}.md`) && !files.has(other))
      fault('lesson.noFile', [], { lesson: 'guide', name: other })
  }
  const guide = readPair('guide')
  for (const name of files.keys()) {
    const code = /^([^/]+)\.(?:vi|en)\.md$/.exec(name)?.[1]
    if (code && code !== 'guide' && !own.lessons.some((lesson) => lesson.code === code))
      problems.push({
        file: `modules/${folder}/${name}`,
        line: 1,
        key: 'lesson.unlisted',
        values: { lesson: code },
      })
  }

  own.lessons.forEach(({ code, minutes }, at) => {
    const pair = pairs.get(code)
    if (!pair) return
    problems.push(...aimFaults(pair.vi), ...aimFaults(pair.en))
    if (standard)
      problems.push(...standardFaults(pair.vi), ...standardFaults(pair.en), ...summaryFaults(pair.vi))
    const computed = readingMinutes(pair.vi)
    if (Math.abs(computed - minutes) > 1.5)
      fault('lesson.minutes', ['lessons', at, 'minutes'], {
        lesson: code,
        minutes,
        computed: Math.round(computed),
      })
  })

  const read = files.get('items.yaml')
  if (!read) fault('items.missing', [])
  const { items, problems: wrong } =
    read?.kind === 'text' ? readItems(folder, read.text, known) : { items: null, problems: [] }
  problems.push(...wrong)
  if (items)
    problems.push(
      ...useFaults(
        manifest,
        own,
        items,
        [...pairs.values()].map(({ vi }) => vi),
      ),
    )

  const shapes = [...pairs.values(), ...(guide ? [guide] : [])].flatMap(({ vi, en }) => [vi, en])
  const withItems = [...shapes, picturesOf(folder, items ?? [])]
  for (const { code, picture, line } of items ?? [])
    if (picture && !files.has(picture.src) && files.has(picture.src.replace(/\.(\w+)$/, '.vi.$1')))
      problems.push({ ...itemsAt(folder, line), key: 'item.pictureTwin', values: { item: code } })
  const { figures, pictures, problems: figureProblems } = readFigures(folder, files, withItems)
  problems.push(...figureProblems)
  if (problems.length > 0 || !items) return { module: null, problems }
  const shown = Object.fromEntries(
    [...pairs].map(([code, { vi }]) => [code, vi.figures.map(({ path }) => path)]),
  )
  const lines = Object.fromEntries(items.map(({ code, line }) => [code, line]))
  const module = assemble(own, pairs, guide, items, figures)
  return { module: { module, items: items.map(bare), pictures, shown, lines }, problems }

  function readPair(code: string): Pair | null {
    const [vi, en] = locales.map((locale) => {
      const name = `${code}.${locale}.md`
      const found = files.get(name)
      return found?.kind === 'text'
        ? { text: found.text, shape: readText(`modules/${folder}/${name}`, found.text) }
        : null
    })
    for (const each of [vi, en])
      if (each) {
        problems.push(...each.shape.problems, ...linkFaults(each.shape, folder, manifests))
        problems.push(...localFaults(each.shape, known))
      }
    if (code === 'guide') {
      for (const each of [vi, en])
        for (const { line } of each?.shape.checks ?? [])
          problems.push({ file: each!.shape.file, line, key: 'check.inGuide', values: {} })
    }
    if (!vi || !en) return null
    problems.push(...twinFaults(vi.shape, en.shape))
    return { vi: vi.shape, en: en.shape, text: { vi: vi.text, en: en.text } }
  }
}

function itemsAt(folder: string, line: number): Pick<Problem, 'file' | 'line'> {
  return { file: `modules/${folder}/items.yaml`, line }
}

/** The pictures of items: one for both languages. */
function picturesOf(folder: string, items: TeachingItem[]) {
  const figures = items.flatMap(({ picture, line }) => (picture ? [{ path: picture.src, line }] : []))
  return { file: `modules/${folder}/items.yaml`, figures }
}

/** Local facts that content/places does not have. */
function localFaults({ locals, file }: TextShape, known: Known): Problem[] {
  return locals.flatMap(({ code, line }) =>
    known.locals.has(code) ? [] : [{ file, line, key: 'local.unknown', values: { code } }],
  )
}

/** Minutes that a text takes: read in Vietnamese, with its questions and figures. */
export function readingMinutes({ words, checks, figures }: TextShape): number {
  return words / 150 + checks.length * 0.5 + figures.length * 0.25
}

function linkFaults(
  { links, file }: TextShape,
  folder: string,
  manifests: Map<string, Manifest | null>,
): Problem[] {
  return links.flatMap(({ module, lesson, line }) => {
    const address = `${module ?? folder}/${lesson}`
    return hasLesson(manifests, address) ? [] : [{ file, line, key: 'link.noLesson', values: { address } }]
  })
}

/** Checks and quiz against the items: each is there, of a kind that fits, and none is left over. */
function useFaults(
  { folder, file, source }: ManifestSource,
  own: Manifest,
  items: TeachingItem[],
  shapes: TextShape[],
): Problem[] {
  const problems: Problem[] = []
  const byCode = new Map(items.map((item) => [item.code, item]))
  const checks = shapes.flatMap((shape) => shape.checks.map((check) => ({ ...check, file: shape.file })))
  for (const { code, file: where, line } of checks) {
    const item = byCode.get(code)
    const key = item
      ? item.kind === 'single' || item.kind === 'multiple'
        ? null
        : 'check.kind'
      : 'check.unknown'
    if (key) problems.push({ file: where, line, key, values: { item: code } })
  }
  for (const { at } of twice(checks.map(({ code }) => code))) {
    const { code, file: where, line } = checks[at]!
    problems.push({ file: where, line, key: 'check.twice', values: { item: code } })
  }
  own.quiz.items.forEach((code, at) => {
    const item = byCode.get(code)
    // What a visitor answers is kept on the visitor's machine alone: nobody could mark it.
    const key = !item ? 'quiz.unknown' : isMarkedByHand(item) && isOpen(own) ? 'item.essayPlace' : null
    if (key) problems.push({ file, line: source.lineOf(['quiz', 'items', at]), key, values: { item: code } })
  })
  const asked = own.quiz.items.flatMap((code) => byCode.get(code) ?? [])
  if (asked.length > 0 && asked.every(isMarkedByHand))
    problems.push({ file, line: source.lineOf(['quiz', 'items']), key: 'quiz.onlyEssays', values: {} })
  for (const { code, at } of twice(own.quiz.items))
    problems.push({
      file,
      line: source.lineOf(['quiz', 'items', at]),
      key: 'quiz.twice',
      values: { item: code },
    })
  const { draw, items: codes } = own.quiz
  if (draw !== undefined && draw > codes.length)
    problems.push({
      file,
      line: source.lineOf(['quiz', 'draw']),
      key: 'quiz.draw',
      values: { draw, count: codes.length },
    })
  problems.push(...lengthFaults(file, source, own, byCode))
  const used = new Set([...checks.map(({ code }) => code), ...codes])
  for (const { code, line } of items)
    if (!used.has(code))
      problems.push({
        file: `modules/${folder}/items.yaml`,
        line,
        key: 'item.unused',
        values: { item: code },
      })
  return problems
}

/** An attempt that nobody sits through, or that a visitor's cookie cannot hold. */
function lengthFaults(
  file: string,
  source: ManifestSource['source'],
  own: Manifest,
  items: Map<string, Item>,
): Problem[] {
  const line = source.lineOf(['quiz', own.quiz.draw === undefined ? 'items' : 'draw'])
  const count = own.quiz.draw ?? own.quiz.items.length
  if (count > limits.draw) return [{ file, line, key: 'quiz.long', values: { count, limit: limits.draw } }]
  const size = isOpen(own) ? longestRecord(own, items) : 0
  const values = { size, limit: limits.visitorText }
  return size > limits.visitorText ? [{ file, line, key: 'quiz.cookie', values }] : []
}

function bare({ line: _line, ...item }: TeachingItem): Item {
  return item
}

function assemble(
  manifest: Manifest,
  pairs: Map<string, Pair>,
  guide: Pair | null,
  items: Item[],
  figures: Module['figures'],
): Module {
  const idOf = (code: string) => `${code}@${items.find((item) => item.code === code)!.version}`
  const { quiz, lessons, ...rest } = manifest
  return {
    ...rest,
    lessons: lessons.map((lesson): Lesson => {
      const { vi, text } = pairs.get(lesson.code)!
      return { ...lesson, text, checks: vi.checks.map(({ code }) => idOf(code)) }
    }),
    guide: guide ? guide.text : null,
    quiz: { ...quiz, draw: quiz.draw ?? quiz.items.length, items: quiz.items.map(idOf) },
    figures,
  }
}
