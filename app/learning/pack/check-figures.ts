import type { Problem } from '~/formats/problem'
import { locales, vietnameseLetters, type Locale } from '~/platform/i18n/locale'
import type { Module } from '../module'
import { readDrawing } from './drawing'
import { pictureFile, type PackFiles } from './pack-file'

/** A picture that a figure shows in one language; the loader encodes it. */
export type PackPicture = { path: string; locale: Locale; name: string }

/** Where a figure is shown: in a text, or with an item. */
type Shows = { file: string; figures: { path: string; line: number }[] }

export type PackFigures = {
  /** Drawings whole; pictures without hash and size, which come with their encoding. */
  figures: Module['figures']
  pictures: PackPicture[]
  problems: Problem[]
}

const written = /^figures\/([a-z0-9]+(?:-[a-z0-9]+)*)\.(svg|png|jpe?g|webp)$/

/** The figures that the texts of a module show, from its files; each is there for both languages, and none for nobody. */
export function readFigures(folder: string, files: PackFiles, shapes: Shows[]): PackFigures {
  const result: PackFigures = { figures: {}, pictures: [], problems: [] }
  const used = new Set<string>()
  const drawn = drawingsOf(folder, files, result.problems)
  for (const { figures, file } of shapes) {
    for (const { path, line } of figures) {
      const fault = (key: string) =>
        result.problems.push({ file, line, key, values: { path: path.slice(0, 60) } })
      const found = written.exec(path)
      if (!found) {
        fault('figure.path')
        continue
      }
      const own = locales.map((locale) => `figures/${found[1]}.${locale}.${found[2]}`)
      const there = own.filter((name) => files.has(name))
      there.forEach((name) => used.add(name))
      if (there.length === 1) fault('figure.oneLanguage')
      if (there.length === 0 && !files.has(path)) fault('figure.missing')
      if (there.length === 0) used.add(path)
      if (path in result.figures) continue
      const sources = locales.map((locale, at) => {
        const name = there.length > 0 ? own[at]! : path
        if (pictureFile.test(name)) result.pictures.push({ path, locale, name })
        const drawing = drawn.get(name)
        return drawing
          ? ({ kind: 'drawing', ...drawing } as const)
          : ({ kind: 'picture', hash: '', width: 0, height: 0, bytes: 0 } as const)
      })
      result.figures[path] = { vi: sources[0]!, en: sources[1]! }
    }
  }
  for (const name of files.keys()) {
    if (name.startsWith('figures/') && !used.has(name))
      result.problems.push({ file: `modules/${folder}/${name}`, line: 1, key: 'figure.unused', values: {} })
  }
  return result
}

function drawingsOf(folder: string, files: PackFiles, problems: Problem[]) {
  return new Map(
    [...files].flatMap(([name, source]) => {
      if (source.kind !== 'text' || !name.endsWith('.svg')) return []
      const file = `modules/${folder}/${name}`
      const { drawing, faults } = readDrawing(source.text)
      problems.push(...faults.map((fault) => ({ ...fault, file })))
      if (drawing && !/\.(?:vi|en)\.svg$/.test(name)) {
        const line = source.text
          .split('\n')
          .findIndex((each) => vietnameseLetters.test(each.replace(/<!--.*?-->/g, '')))
        if (line >= 0) problems.push({ file, line: line + 1, key: 'figure.words', values: {} })
      }
      return drawing ? [[name, drawing] as const] : []
    }),
  )
}
