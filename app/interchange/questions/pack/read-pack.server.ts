import { z } from 'zod'
import { draftItemSchema, itemFileSchema, type DraftItem } from '~/assessment/item'
import type { Message } from '~/formats/message'
import { readYaml } from '~/formats/yaml-source'
import { readZip, ZipError, zipPaths } from '~/formats/zip.server'
import { decodeQuestions } from '../decode-text'
import { questionLimits, type FoundFile, type FoundQuestion } from '../found'

const mostFiles = 5000
const itemFile = /^(?:content\/)?items\/[^/]+\.ya?ml$/
const figure = /^(?:content\/)?items\/(figures\/[a-z0-9]+(?:-[a-z0-9]+)*\.(?:png|jpe?g|webp))$/

/** Items are judged one by one: a fault in one costs that one alone. */
const looseFile = z.object({ competency: z.string(), items: z.array(z.unknown()) })
const teachingFile = z
  .object({ items: z.array(z.unknown()) })
  .transform(({ items }) => ({ competency: null, items: items.map(teaching) }))

/**
 * The items of a content pack: a ZIP with items/*.yaml as content/ has them (docs/content-format.md) and their pictures in
 * items/figures. Only those paths are unpacked, into memory; names with `..` or a drive match none of them.
 */
export function readPack(bytes: Buffer): FoundFile {
  let files: Map<string, Buffer>
  try {
    if (zipPaths(bytes).length > mostFiles)
      return refused({ key: 'upload.tooManyFiles', values: { limit: mostFiles } })
    files = readZip(bytes, questionLimits, (path) => itemFile.test(path) || figure.test(path))
  } catch (error) {
    const tooBig = error instanceof ZipError && error.code === 'too-big'
    const limit = questionLimits.unpackedBytes / 1_000_000
    return refused(tooBig ? { key: 'upload.unpacksTooBig', values: { limit } } : { key: 'upload.damaged' })
  }
  const pictures = new Map<string, Uint8Array>()
  for (const [path, content] of files) {
    const src = figure.exec(path)?.[1]
    if (src) pictures.set(src, content)
  }
  const questions: FoundQuestion[] = []
  for (const [path, content] of [...files].sort(([a], [b]) => (a < b ? -1 : 1))) {
    if (!itemFile.test(path)) continue
    const text = decodeQuestions(content)?.text ?? ''
    questions.push(...itemsIn(path, text, questions.length, pictures))
    if (questions.length > questionLimits.questions)
      return refused({ key: 'fault.tooMany', values: { limit: questionLimits.questions } })
  }
  return { questions, problem: questions.length === 0 ? { key: 'fault.noQuestions' } : null }
}

/** One file of content/items by itself. */
export function readItemFile(text: string): FoundFile {
  const questions = itemsIn('items.yaml', text, 0, new Map())
  if (questions.length > questionLimits.questions)
    return refused({ key: 'fault.tooMany', values: { limit: questionLimits.questions } })
  return { questions, problem: questions.length === 0 ? { key: 'fault.noQuestions' } : null }
}

/** The items.yaml of a module's folder, whose other files are given for the pictures. */
export function readTeachingItems(
  path: string,
  text: string,
  before: number,
  files: ReadonlyMap<string, Uint8Array>,
): FoundQuestion[] {
  return itemsIn(path, text, before, files, teachingFile)
}

const refused = (problem: Message): FoundFile => ({ questions: [], problem })

function itemsIn(
  path: string,
  text: string,
  before: number,
  pictures: ReadonlyMap<string, Uint8Array>,
  schema: z.ZodType<{ competency: string | null; items: unknown[] }> = looseFile,
): FoundQuestion[] {
  const { value, problems, lineOf } = readYaml(path, text, schema)
  const category = [schema === looseFile ? path.replace(/^.*\//, '') : path]
  if (!value)
    return problems.slice(0, 20).map(({ key, values, line }, at) => {
      const losses = [values ? { key, values } : { key }]
      return { number: before + at + 1, line, name: null, category, item: null, losses, pictures: [] }
    })
  return value.items.map((raw, at): FoundQuestion => {
    const { item, losses } = itemOf(raw, value.competency)
    const src = item?.picture?.src
    const bytes = src ? pictures.get(src) : undefined
    if (src && !bytes) losses.push({ key: 'loss.pictureMissing', values: { src } })
    return {
      number: before + at + 1,
      line: lineOf(['items', at]),
      name: codeOf(raw),
      category,
      item,
      losses,
      pictures: src && bytes ? [{ src, bytes }] : [],
    }
  })
}

/** Items of a module's folder say no purpose: they teach. */
function teaching(raw: unknown): unknown {
  return typeof raw === 'object' && raw !== null ? { ...raw, purpose: 'teach' } : raw
}

function itemOf(raw: unknown, given: string | null): { item: DraftItem | null; losses: Message[] } {
  const own = typeof raw === 'object' && raw !== null && 'competency' in raw ? raw.competency : null
  const competency = given ?? (typeof own === 'string' ? own : '')
  const named = typeof raw === 'object' && raw !== null ? { ...raw, competency } : raw
  const draft = draftItemSchema.safeParse(named)
  if (!draft.success) {
    const place = draft.error.issues[0]?.path.join('.') ?? ''
    return { item: null, losses: [{ key: 'upload.itemShape', values: { place: place || '.' } }] }
  }
  const item = { ...draft.data }
  // A figure of another installation is not one of this.
  if (item.picture) item.picture = { src: item.picture.src, alt: item.picture.alt }
  const strict = itemFileSchema.safeParse({ competency, items: [raw] })
  const place = strict.error?.issues[0]?.path.slice(2).join('.')
  return { item, losses: place ? [{ key: 'upload.itemUnfinished', values: { place } }] : [] }
}

function codeOf(raw: unknown): string | null {
  const code = typeof raw === 'object' && raw !== null && 'code' in raw ? raw.code : null
  return typeof code === 'string' && code ? code.slice(0, 80) : null
}
