import { inFileOrder, type Problem } from '~/formats/problem'
import { foldersOf } from './check-files'
import { readManifest, twice } from './check-manifest'
import { checkModule, type PackModule } from './check-module'
import type { Known, PackFiles } from './pack-file'

export type CheckedModules = {
  /** The modules that are whole, by their codes. */
  whole: Map<string, PackModule>
  /** Every folder, whole or not. */
  folders: Map<string, PackFiles>
  problems: Problem[]
}

/**
 * Checks every file of content/modules; a module is whole or not at all. `standard` asks for what every module that ships
 * has (lesson-standard.ts); a module can be served without.
 */
export function checkModules(files: PackFiles, known: Known, { standard = false } = {}): CheckedModules {
  const { folders, problems } = foldersOf(files)
  const sources = new Map(
    [...folders].flatMap(([folder, own]) => {
      const manifest = own.get('module.yaml')
      if (manifest?.kind === 'text') return [[folder, readManifest(folder, manifest.text)] as const]
      problems.push({ file: `modules/${folder}/module.yaml`, line: 1, key: 'manifest.missing', values: {} })
      return []
    }),
  )
  const manifests = new Map(
    [...folders.keys()].map((folder) => [folder, sources.get(folder)?.source.value ?? null]),
  )
  const whole = new Map<string, PackModule>()
  for (const [folder, source] of sources) {
    const checked = checkModule(source, folders.get(folder)!, manifests, known, standard)
    problems.push(...checked.problems)
    if (checked.module) whole.set(folder, checked.module)
  }
  const codes = [...whole].flatMap(([folder, { items }]) => items.map(({ code }) => ({ folder, code })))
  for (const { at } of twice(codes.map(({ code }) => code))) {
    const { folder, code } = codes[at]!
    problems.push({
      file: `modules/${folder}/items.yaml`,
      line: 1,
      key: 'item.elsewhere',
      values: { item: code },
    })
    whole.delete(folder)
  }
  return { whole, folders, problems: inFileOrder(problems) }
}
