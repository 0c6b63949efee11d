import type { Problem } from '~/formats/problem'
import { localCodes } from './local-places'
import { fileName, limits, moduleName, pictureFile, type PackFile, type PackFiles } from './pack-file'

/** Folders of content/modules with their files by the path inside; what stands beside the folders is a fault. */
export function foldersOf(files: PackFiles): { folders: Map<string, PackFiles>; problems: Problem[] } {
  const folders = new Map<string, PackFiles>()
  const problems: Problem[] = []
  for (const [path, file] of files) {
    const [folder, ...rest] = path.split('/')
    const inside = rest.join('/')
    if (!inside || !moduleName.test(folder!)) {
      const key = file.kind === 'link' ? 'file.link' : 'file.place'
      problems.push({ file: `modules/${path}`, line: 1, key })
      continue
    }
    const own = folders.get(folder!) ?? new Map<string, PackFile>()
    folders.set(folder!, own.set(inside, file))
  }
  return { folders, problems }
}

/** What is wrong with the files of a module as files: names, kinds, sizes, and the letters that they are written in. */
export function fileFaults(folder: string, files: PackFiles): Problem[] {
  const at = (name: string, key: string, values: Problem['values'] = {}, line = 1): Problem => ({
    file: `modules/${folder}/${name}`,
    line,
    key,
    values,
  })
  const problems = [...files].flatMap(([name, file]): Problem[] => {
    if (file.kind === 'link') return [at(name, 'file.link')]
    if (file.kind === 'closed') return [at(name, 'file.closed')]
    if (!fileName.test(name)) return [at(name, 'file.name')]
    const limit = limitOf(name)
    if (file.kind === 'large' || file.size > limit) {
      return [at(name, 'file.large', { size: kilobytes(file.size), limit: kilobytes(limit) })]
    }
    if (file.kind === 'unreadable') return [at(name, 'file.unreadable')]
    if (file.kind === 'picture') {
      const megapixels = (file.width * file.height) / 1e6
      return megapixels > limits.megapixels
        ? [at(name, 'figure.pixels', { megapixels: Math.ceil(megapixels), limit: limits.megapixels })]
        : []
    }
    return [
      ...letterFaults(file.text).map(({ key, values, line }) => at(name, key, values, line)),
      ...(name.endsWith('.md')
        ? []
        : localInside(file.text).map((line) => at(name, 'local.place', {}, line))),
    ]
  })
  return files.size > limits.filesOfModule
    ? [at('module.yaml', 'file.many', { count: files.size, limit: limits.filesOfModule }), ...problems]
    : problems
}

/** Lines that name a local fact where none is put in: titles, aims, questions, drawings. */
function localInside(text: string): number[] {
  return text.split('\n').flatMap((line, at) => (localCodes(line).length > 0 ? [at + 1] : []))
}

function limitOf(name: string): number {
  if (pictureFile.test(name)) return limits.picture
  return name.endsWith('.svg') ? limits.drawing : limits.text
}

function kilobytes(bytes: number): number {
  return Math.ceil(bytes / 1024)
}

/** Characters that nobody sees and that can turn a line round or hide a part of an address. */
// eslint-disable-next-line no-control-regex
const hidden = /[\u0000-\u0008\u000B-\u001F\u007F-\u009F\u00AD\u200B-\u200F\u202A-\u202E\u2060-\u2069\uFEFF]/u

/** Letters put together the other way, and characters that nobody sees, at the first place of each. */
export function letterFaults(text: string): { key: string; values: Record<string, string>; line: number }[] {
  const lines = text.split('\n')
  const split = lines.findIndex((line) => line !== line.normalize('NFC'))
  const unseen = lines.findIndex((line) => hidden.test(line))
  const faults = []
  if (split >= 0) {
    const word = lines[split]!.split(/\s+/).find((each) => each !== each.normalize('NFC')) ?? ''
    faults.push({ key: 'text.nfc', values: { word: word.normalize('NFC').slice(0, 40) }, line: split + 1 })
  }
  if (unseen >= 0) {
    const code = hidden.exec(lines[unseen]!)![0].codePointAt(0)!.toString(16).toUpperCase().padStart(4, '0')
    faults.push({ key: 'text.hidden', values: { character: `U+${code}` }, line: unseen + 1 })
  }
  return faults
}
