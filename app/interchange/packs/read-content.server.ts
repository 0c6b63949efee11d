import { surveyFormSchema } from '~/assessment/form'
import { scenarioSchema } from '~/assessment/practice/scenario'
import { decodeText } from '~/platform/files/plain-file.server'
import type { Message } from '~/formats/message'
import { readYaml } from '~/formats/yaml-source'
import { readZip, ZipError, zipPaths } from '~/formats/zip.server'
import { fileName } from '~/learning/pack/pack-file'
import { questionLimits, type FoundFile, type FoundQuestion } from '../questions/found'
import { readPack, readTeachingItems } from '../questions/pack/read-pack.server'
import { partPaths, type FoundPart } from './content-part'
import { readModuleFolder } from './read-module'

const mostFiles = 5000

/**
 * A content pack: a ZIP with items, modules, forms and practice tasks as content/ has them (docs/content-format.md). Only
 * those paths are unpacked, into memory; names with `..` or a drive match none of them.
 */
export function readContentPack(bytes: Buffer): FoundFile & { parts: FoundPart[] } {
  const wanted = (path: string) => {
    const inside = partPaths.module.exec(path)?.[2]
    return inside ? fileName.test(inside) : partPaths.form.test(path) || partPaths.practice.test(path)
  }
  let files: Map<string, Buffer>
  try {
    if (zipPaths(bytes).length > mostFiles)
      return refused({ key: 'upload.tooManyFiles', values: { limit: mostFiles } })
    files = readZip(bytes, questionLimits, wanted)
  } catch (error) {
    const tooBig = error instanceof ZipError && error.code === 'too-big'
    const limit = questionLimits.unpackedBytes / 1_000_000
    return refused(tooBig ? { key: 'upload.unpacksTooBig', values: { limit } } : { key: 'upload.damaged' })
  }
  const items = readPack(bytes)
  if (items.problem && items.problem.key !== 'fault.noQuestions') return { ...items, parts: [] }
  const questions: FoundQuestion[] = [...items.questions]
  const parts: FoundPart[] = []
  const modules = new Map<string, Map<string, Buffer>>()
  for (const [path, content] of [...files].sort(([a], [b]) => (a < b ? -1 : 1))) {
    const [, folder, name] = partPaths.module.exec(path) ?? []
    if (folder && name) {
      modules.set(folder, (modules.get(folder) ?? new Map<string, Buffer>()).set(name, content))
      continue
    }
    const kind = partPaths.form.test(path) ? 'form' : 'practice'
    parts.push(partOf(kind, path, decodeText(content)))
  }
  for (const [folder, own] of modules) {
    const module = readModuleFolder(folder, own)
    parts.push(module)
    const text = own.get('items.yaml')
    const said = text ? decodeText(text) : null
    if (said !== null)
      questions.push(...readTeachingItems(`${folder}/items.yaml`, said, questions.length, own))
  }
  if (questions.length > questionLimits.questions)
    return refused({ key: 'fault.tooMany', values: { limit: questionLimits.questions } })
  return {
    questions,
    parts,
    problem: questions.length + parts.length === 0 ? { key: 'fault.noQuestions' } : null,
  }
}

function refused(problem: Message): FoundFile & { parts: FoundPart[] } {
  return { questions: [], parts: [], problem }
}

function partOf(kind: 'form' | 'practice', path: string, text: string | null): FoundPart {
  const none = { kind, code: path.replace(/^.*\/|\.ya?ml$/g, ''), version: 1, data: null, pictures: [] }
  if (text === null) return { ...none, losses: [{ key: 'file.unreadable' }] }
  const { value, problems } = readYaml<{ code: string; version: number }>(
    path,
    text,
    kind === 'form' ? surveyFormSchema : scenarioSchema,
  )
  if (!value) return { ...none, losses: problems.slice(0, 10).map(({ key, values }) => ({ key, values })) }
  return { ...none, code: value.code, version: value.version, data: value, losses: [] }
}
