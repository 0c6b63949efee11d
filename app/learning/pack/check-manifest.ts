import type { Problem } from '~/formats/problem'
import { readYaml, type Path, type YamlSource } from '~/formats/yaml-source'
import { manifestSchema, type Manifest } from '../module'
import { reservedLessons, type Known } from './pack-file'

export type ManifestSource = { folder: string; file: string; source: YamlSource<Manifest> }

export function readManifest(folder: string, text: string): ManifestSource {
  const file = `modules/${folder}/module.yaml`
  return { folder, file, source: readYaml(file, text, manifestSchema) }
}

/** What is wrong with a manifest against its folder and the framework. `others` are the manifests that can be read. */
export function manifestFaults(
  { folder, file, source }: ManifestSource,
  others: Map<string, Manifest | null>,
  known: Known,
): Problem[] {
  const manifest = source.value
  if (!manifest) return source.problems
  const problems: Problem[] = []
  const fault = (key: string, path: Path, values: Problem['values'] = {}) =>
    problems.push({ file, line: source.lineOf(path), key, values })
  if (manifest.code !== folder) fault('manifest.code', ['code'], { code: manifest.code, folder })

  twice(manifest.lessons.map(({ code }) => code)).forEach(({ code, at }) =>
    fault('lesson.twice', ['lessons', at], { lesson: code }),
  )
  manifest.lessons.forEach(({ code }, at) => {
    if (reservedLessons.includes(code)) fault('lesson.reserved', ['lessons', at], { lesson: code })
  })

  twice(manifest.competencies.map(({ code }) => code)).forEach(({ code, at }) =>
    fault('competency.twice', ['competencies', at], { competency: code }),
  )
  manifest.competencies.forEach(({ code, level }, at) => {
    if (!known.competencies.has(code)) fault('competency.unknown', ['competencies', at], { competency: code })
    if (!known.levels.has(level)) fault('competency.level', ['competencies', at], { competency: code, level })
  })

  twice(manifest.practice).forEach(({ code, at }) =>
    fault('practice.twice', ['practice', at], { task: code }),
  )
  manifest.practice.forEach((code, at) => {
    if (!known.practice.has(code)) fault('practice.unknown', ['practice', at], { task: code })
  })

  manifest.requires.forEach((code, at) => {
    if (!others.has(code)) fault('requires.unknown', ['requires', at], { module: code })
    else if (leadsTo(code, folder, others)) fault('requires.circle', ['requires', at], { module: code })
  })

  for (const [from, to] of Object.entries(manifest.moved)) {
    if (manifest.lessons.some(({ code }) => code === from))
      fault('moved.still', ['moved', from], { lesson: from })
    if (!hasLesson(others, to)) fault('moved.target', ['moved', from], { lesson: from, target: to })
  }
  return problems
}

/** Whether `address` is `module/lesson` of a lesson that is there; a module whose manifest is broken may have any. */
export function hasLesson(manifests: Map<string, Manifest | null>, address: string): boolean {
  const [module, lesson, ...more] = address.split('/')
  const manifest = manifests.get(module!)
  if (manifest === undefined || !lesson || more.length > 0) return false
  return manifest === null || manifest.lessons.some(({ code }) => code === lesson)
}

/** The values that stand a second time, with their places. */
export function twice(codes: string[]): { code: string; at: number }[] {
  return codes.flatMap((code, at) => (codes.indexOf(code) < at ? [{ code, at }] : []))
}

function leadsTo(from: string, goal: string, manifests: Map<string, Manifest | null>): boolean {
  const seen = new Set<string>()
  const ahead = [from]
  for (let code = ahead.pop(); code !== undefined; code = ahead.pop()) {
    if (code === goal) return true
    if (seen.has(code)) continue
    seen.add(code)
    ahead.push(...(manifests.get(code)?.requires ?? []))
  }
  return false
}
