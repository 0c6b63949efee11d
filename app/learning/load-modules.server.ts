import { createHash } from 'node:crypto'
import path from 'node:path'
import type { Item } from '~/assessment/item'
import { atRest, unchanged, type Loading } from '~/assessment/load-content.server'
import { presentScenarios } from '~/assessment/practice/versions.server'
import { contentChanging, folderMissing } from '~/assessment/read-content.server'
import { latestFramework } from '~/competency/frameworks.server'
import { profileFramework } from '~/competency/target-profile'
import { env } from '~/env.server'
import { inFileOrder, type Problem } from '~/formats/problem'
import { reloadLocalFacts } from '~/people/places/local-facts.server'
import { now } from '~/platform/clock/now.server'
import { inTransaction, reader, type Tx } from '~/platform/db/db.server'
import { dbDate } from '~/platform/db/sqlite.server'
import { knownFrom } from './check-content.server'
import { encodePictures, type EncodedFigure } from './encode-pictures.server'
import type { Module } from './module'
import { readPackFiles } from './pack-files.server'
import { checkModules } from './pack/check-modules'
import type { PackModule } from './pack/check-module'
import type { PackFiles } from './pack/pack-file'

type NewVersion = { id: string; hash: string; module: Module; items: Item[]; encoded: EncodedFigure[] }

/**
 * Loads the modules of content/modules as immutable versions. A module with a fault is refused whole, and the version
 * of it that was good before goes on being served; with `withdraw`, one that is not in the folder any more is withdrawn.
 * @returns what is wrong and how to mend it; empty when every module was taken
 */
export async function loadModules(
  folder = path.join(env.CONTENT_DIR, 'modules'),
  { withdraw, settled }: Loading = atRest,
): Promise<Problem[]> {
  const { files, hashes } = await readPackFiles(folder)
  const local = reloadLocalFacts(path.dirname(folder))
  const { whole, folders, problems } = checkModules(
    files,
    knownFrom(
      latestFramework(profileFramework).framework,
      presentScenarios('teach').map(({ code }) => code),
      local.codes,
    ),
  )
  problems.unshift(...local.problems)
  // A folder without modules, as on a disk that was not mounted, is no wish to withdraw every one.
  if (folders.size === 0) return [folderMissing('modules'), ...problems]
  const served: string[] = []
  const added: NewVersion[] = []
  const taken = takenOver()
  for (const [code, pack] of whole) {
    if (taken.has(code)) continue
    const id = `${code}@${pack.module.version}`
    const hash = hashOf(code, folders.get(code)!, hashes)
    const sourceOf = (src: string) => hashes.get(`${code}/${src}`)
    const refused = changed(id, hash, pack, sourceOf)
    problems.push(...refused)
    if (refused.length > 0) continue
    if (!stored('ModuleVersion', id)) {
      const { figures, encoded, problems: heavy } = await encodePictures(folder, pack)
      problems.push(...heavy)
      if (heavy.length > 0) continue
      const items = pack.items.map((item) => withFigure(item, figures, sourceOf))
      added.push({ id, hash, module: { ...pack.module, figures }, items, encoded })
    }
    served.push(id)
  }
  if (!(await settled(added.length > 0))) return [contentChanging]
  await inTransaction(async (tx) => {
    for (const version of added) store(tx, version)
    retire(tx, [...folders.keys()], served, withdraw)
  })
  return inFileOrder(problems)
}

/** Over every file, so that nothing of a module changes without a new version. */
function hashOf(code: string, files: PackFiles, hashes: Map<string, string>): string {
  const lines = [...files.keys()].sort().map((name) => `${name} ${hashes.get(`${code}/${name}`)}\n`)
  return sha256(lines.join(''))
}

function stored(table: 'ModuleVersion' | 'ItemVersion', id: string): string | undefined {
  return reader.sql.get<{ hash: string }>(`SELECT hash FROM ${table} WHERE id = ?`, id)?.hash
}

/** Codes of modules that the studio has published: the folder says nothing about them any more. */
function takenOver(): Set<string> {
  const rows = reader.sql.all<{ code: string }>(
    "SELECT DISTINCT code FROM ModuleVersion WHERE origin = 'studio'",
  )
  return new Set(rows.map(({ code }) => code))
}

/** What people may have seen and now says something else under the same number. */
function changed(
  id: string,
  hash: string,
  { module, items, lines }: PackModule,
  sourceOf: (src: string) => string | undefined,
): Problem[] {
  const { code, version } = module
  const file = `modules/${code}/`
  const before = stored('ModuleVersion', id)
  if (before !== undefined && before !== hash)
    return [
      {
        file: `${file}module.yaml`,
        line: 1,
        key: 'manifest.changed',
        values: { version, next: version + 1 },
      },
    ]
  return items.flatMap((item): Problem[] => {
    const itemId = `${item.code}@${item.version}`
    const data = JSON.stringify(withFigure(item, module.figures, sourceOf))
    if (!stored('ItemVersion', itemId) || unchanged('ItemVersion', itemId, data)) return []
    const values = { code: item.code, version: item.version, next: item.version + 1 }
    return [{ file: `${file}items.yaml`, line: lines[item.code] ?? 1, key: 'version.changed', values }]
  })
}

/** An item with its picture as it is served. */
function withFigure(
  item: Item,
  figures: Module['figures'],
  sourceOf: (src: string) => string | undefined,
): Item {
  const figure = item.picture && figures[item.picture.src]?.vi
  if (!item.picture || figure?.kind !== 'picture') return item
  const { hash, width, height } = figure
  const source = sourceOf(item.picture.src)
  return { ...item, picture: { ...item.picture, figure: { hash, width, height, source } } }
}

function store(tx: Tx, { id, hash, module, items, encoded }: NewVersion): void {
  const at = dbDate(now())
  for (const { hash: figure, type, width, height, bytes } of encoded) {
    tx.sql.run(
      'INSERT INTO Figure (hash, type, width, height, bytes) VALUES (?, ?, ?, ?, ?) ON CONFLICT DO NOTHING',
      ...[figure, type, width, height, bytes],
    )
  }
  for (const item of items) {
    const { code, version, competency, level, purpose, kind } = item
    const data = JSON.stringify(item)
    tx.sql.run(
      `INSERT INTO ItemVersion (id, code, version, hash, data, loadedAt, competency, level, purpose, kind)
       VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT DO NOTHING`,
      ...[`${code}@${version}`, code, version, sha256(data), data, at, competency, level, purpose, kind],
    )
  }
  tx.sql.run(
    'INSERT INTO ModuleVersion (id, code, version, hash, data, loadedAt) VALUES (?, ?, ?, ?, ?, ?)',
    ...[id, module.code, module.version, hash, JSON.stringify(module), at],
  )
}

/**
 * A folder that was refused keeps what it had; of every other module the version in the folder is served, or none. Without
 * `withdraw` modules that have no folder are served as before.
 */
function retire(tx: Tx, folders: string[], served: string[], withdraw: boolean): void {
  const codes = served.map((id) => id.split('@')[0]!)
  const refused = folders.filter((code) => !codes.includes(code))
  tx.sql.run(
    `UPDATE ModuleVersion SET retired = (id NOT IN (SELECT value FROM json_each(?)))
     WHERE code NOT IN (SELECT value FROM json_each(?)) AND code NOT IN (SELECT code FROM ModuleVersion WHERE origin = 'studio')
       AND (? OR code IN (SELECT value FROM json_each(?)))`,
    JSON.stringify(served),
    JSON.stringify(refused),
    withdraw ? 1 : 0,
    JSON.stringify(codes),
  )
  tx.sql.run(
    `UPDATE ItemVersion SET retired = (id NOT IN (
       SELECT item.value FROM ModuleVersion v, json_each(v.data, '$.quiz.items') item WHERE NOT v.retired
       UNION SELECT item.value FROM ModuleVersion v, json_each(v.data, '$.lessons') lesson,
         json_each(lesson.value, '$.checks') item WHERE NOT v.retired))
     WHERE purpose = 'teach' AND origin = 'content'`,
  )
}

function sha256(data: string): string {
  return createHash('sha256').update(data).digest('hex')
}
