import type { DraftFigure, DraftModule } from '~/authoring/modules/draft-module'
import { figuresUsed } from '~/authoring/modules/draft-module'
import type { Message } from '~/formats/message'
import { readYaml } from '~/formats/yaml-source'
import { manifestSchema } from '~/learning/module'
import { readDrawing } from '~/learning/pack/drawing'
import type { FoundPart } from './content-part'

type Files = ReadonlyMap<string, Uint8Array>

/** A figure of a module as the pack has it: drawings whole, pictures by the file that each language shows. */
const drawn = /^figures\/[a-z0-9]+(?:-[a-z0-9]+)*\.svg$/

/**
 * The folder of a module as a draft of it. What is missing stays empty, for its author to write: a module is checked when
 * it is sent to review. Drawings are checked here, since they stand in pages as they are.
 */
export function readModuleFolder(folder: string, files: Files): FoundPart {
  const part: FoundPart = { kind: 'module', code: folder, version: 1, data: null, losses: [], pictures: [] }
  const manifest = textOf(files.get('module.yaml'))
  if (manifest === null) return { ...part, losses: [{ key: 'manifest.missing' }] }
  const { value, problems } = readYaml(`modules/${folder}/module.yaml`, manifest, manifestSchema)
  if (!value) return { ...part, losses: problems.slice(0, 10).map(({ key, values }) => ({ key, values })) }
  const losses: Message[] = []
  const pair = (name: string) => ({
    vi: textOf(files.get(`${name}.vi.md`)) ?? '',
    en: textOf(files.get(`${name}.en.md`)) ?? '',
  })
  const module: DraftModule = {
    ...{ code: value.code, version: value.version, title: value.title, aim: value.aim, for: value.for },
    ...{
      competencies: value.competencies,
      requires: value.requires,
      practice: value.practice,
      moved: value.moved,
    },
    lessons: value.lessons.map((lesson) => ({ id: lesson.code, ...lesson, text: pair(lesson.code) })),
    guide: pair('guide'),
    quiz: { ...value.quiz, draw: value.quiz.draw ?? value.quiz.items.length },
    figures: {},
  }
  const pictures: FoundPart['pictures'] = []
  for (const path of figuresUsed(module)) {
    const own = (['vi', 'en'] as const).map((locale) => {
      const twin = path.replace(/\.(\w+)$/, `.${locale}.$1`)
      return files.has(twin) ? twin : path
    }) as [string, string]
    if (!own.every((name) => files.has(name))) losses.push({ key: 'figure.missing', values: { path } })
    else if (drawn.test(path)) {
      const [vi, en] = own.map((name) => drawingOf(textOf(files.get(name))))
      if (vi && en) module.figures[path] = { vi, en }
      else losses.push({ key: 'loss.drawingBad', values: { path } })
    } else for (const name of new Set(own)) pictures.push({ src: name, bytes: files.get(name)! })
  }
  return { ...part, code: value.code, version: value.version, data: module, losses, pictures }
}

/** The module with its pictures, once they are encoded; `sourceOf` knows them by their paths in the folder. */
export function withPictures(
  module: DraftModule,
  sourceOf: (src: string) => DraftFigure['vi'] | undefined,
): DraftModule {
  const figures = { ...module.figures }
  for (const path of figuresUsed(module)) {
    if (path in figures) continue
    const of = (locale: string) => sourceOf(path.replace(/\.(\w+)$/, `.${locale}.$1`)) ?? sourceOf(path)
    const [vi, en] = [of('vi'), of('en')]
    if (vi && en) figures[path] = { vi, en }
  }
  return { ...module, figures }
}

function drawingOf(text: string | null): DraftFigure['vi'] | null {
  const drawing = text === null ? null : readDrawing(text)
  return drawing?.drawing && drawing.faults.length === 0 ? { kind: 'drawing', ...drawing.drawing } : null
}

function textOf(bytes: Uint8Array | undefined): string | null {
  if (!bytes) return null
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes).normalize('NFC')
  } catch {
    return null
  }
}
