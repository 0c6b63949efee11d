import { createHash } from 'node:crypto'
import { env } from '~/env.server'
import type { Problem } from '~/formats/problem'
import { sameData } from '~/formats/same-data'
import { now } from '~/platform/clock/now.server'
import { inTransaction, reader, type Tx } from '~/platform/db/db.server'
import { dbDate } from '~/platform/db/sqlite.server'
import type { Item } from './item'
import { readContent, type ContentPack, type Placed } from './content-files'
import { changedStandards, loadStandards } from '~/competency/standards.server'
import { contentChanging, readContentFiles } from './read-content.server'

const tables = ['FrameworkVersion', 'ItemVersion', 'FormVersion', 'PracticeVersion'] as const

type Version = Omit<Placed<Coded>, 'value'> & {
  table: (typeof tables)[number]
  coded: Coded
  data: string
  hash: string
  more: [string, string | number][]
}
type Coded = { code: string; version: number }

/**
 * `withdraw` takes out of use what is in content/ no more. `settled` is asked after the reading and before the storing, with
 * whether something new would be stored: where it says no, nothing is.
 */
export type Loading = { withdraw: boolean; settled: (isNew: boolean) => Promise<boolean> }

/** For a folder that nobody changes. */
export const atRest: Loading = { withdraw: true, settled: () => Promise.resolve(true) }

/**
 * Loads frameworks, items and forms of content/ as immutable versions, all of them or none.
 * @returns what is wrong and how to mend it; empty when everything was taken
 */
export async function loadContent(
  folder = env.CONTENT_DIR,
  { withdraw, settled }: Loading = atRest,
): Promise<Problem[]> {
  const { files, problems: unread } = await readContentFiles(folder)
  const { pack, problems } = readContent(files)
  if (unread.length > 0 || problems.length > 0) return [...unread, ...problems]
  const taken = takenOver()
  const versions = versionsOf(pack).filter(({ table, coded: { code } }) => !taken.has(`${table}/${code}`))
  const known = new Map(
    tables.flatMap((table) =>
      reader.sql
        .all<{ id: string; hash: string }>(`SELECT id, hash FROM ${table}`)
        .map(({ id, hash }) => [`${table}/${id}`, hash] as const),
    ),
  )
  const changed = versions.flatMap(
    ({ table, coded: { code, version }, hash, data, file, line }): Problem[] => {
      const before = known.get(`${table}/${code}@${version}`)
      if (before === undefined || before === hash || unchanged(table, `${code}@${version}`, data)) return []
      return [{ file, line, key: 'version.changed', values: { code, version, next: version + 1 } }]
    },
  )
  const added = versions.filter(
    ({ table, coded: { code, version } }) => !known.has(`${table}/${code}@${version}`),
  )
  const standards = pack.standards.map(({ value }) => value)
  changed.push(
    ...changedStandards(standards).map((code): Problem => {
      const { file, line, value } = pack.standards.find((each) => each.value.framework === code)!
      return {
        file,
        line,
        key: 'version.changed',
        values: { code, version: value.version, next: value.version + 1 },
      }
    }),
  )
  if (!(await settled(added.length > 0))) return [contentChanging]
  if (changed.length > 0) return changed
  const items = pack.items.map(({ value }) => value)
  const forms = pack.forms.map(({ value }) => value)
  const practice = pack.practice.map(({ value }) => value)
  await inTransaction(async (tx) => {
    for (const version of added) store(tx, version)
    loadStandards(tx, standards)
    retire(tx, 'ItemVersion', items, withdraw, "purpose = 'measure'")
    retire(tx, 'FormVersion', forms, withdraw)
    retire(tx, 'PracticeVersion', practice, withdraw)
  })
  return []
}

/**
 * Whether a stored version shows people what the file says now. A schema that grew writes its keys in another order, and
 * where a fact comes from is for authors alone. Of a picture its file counts: it may be encoded otherwise one day.
 */
export function unchanged(table: Version['table'], id: string, data: string): boolean {
  const row = reader.sql.get<{ data: string }>(`SELECT data FROM ${table} WHERE id = ?`, id)
  return row !== undefined && sameData(shownPart(row.data), shownPart(data))
}

const written = ['ItemVersion', 'FormVersion', 'PracticeVersion'] as const

/** Table and code of what the studio has published: from then on content/ says nothing about it any more. */
function takenOver(): Set<string> {
  return new Set(
    written.flatMap((table) =>
      reader.sql
        .all<{ code: string }>(`SELECT DISTINCT code FROM ${table} WHERE origin = 'studio'`)
        .map(({ code }) => `${table}/${code}`),
    ),
  )
}

function shownPart(data: string): unknown {
  const { source: _source, ...shown } = JSON.parse(data) as { source?: string; picture?: Item['picture'] }
  if (!shown.picture) return shown
  const { figure, ...picture } = shown.picture
  return { ...shown, picture: { ...picture, source: figure?.source } }
}

function versionsOf({ frameworks, items, forms, practice }: ContentPack): Version[] {
  const version = (
    table: Version['table'],
    { file, line }: Omit<Placed<unknown>, 'value'>,
    coded: Coded,
    value: unknown,
    more: Version['more'],
  ): Version => {
    const data = JSON.stringify(value)
    return { table, file, line, coded, data, hash: createHash('sha256').update(data).digest('hex'), more }
  }
  return [
    ...frameworks.map((each) => version('FrameworkVersion', each, each.value.framework, each.value, [])),
    ...items.map((each) => {
      const { competency, level, purpose, kind } = each.value
      return version('ItemVersion', each, each.value, each.value, [
        ['competency', competency],
        ['level', level],
        ['purpose', purpose],
        ['kind', kind],
      ])
    }),
    ...forms.map((each) =>
      version('FormVersion', each, each.value, each.value, [['respondent', each.value.respondent]]),
    ),
    ...practice.map((each) =>
      version('PracticeVersion', each, each.value, each.value, [['purpose', each.value.purpose]]),
    ),
  ]
}

function store(tx: Tx, { table, coded: { code, version }, data, hash, more }: Version): void {
  const columns = ['id', 'code', 'version', 'hash', 'data', 'loadedAt', ...more.map(([name]) => name)]
  tx.sql.run(
    `INSERT INTO ${table} (${columns.join(', ')}) VALUES (${columns.map(() => '?').join(', ')})`,
    `${code}@${version}`,
    code,
    version,
    hash,
    data,
    dbDate(now()),
    ...more.map(([, each]) => each),
  )
}

/**
 * Versions that content/ no longer holds stay readable, but are not given to anybody new; without `withdraw` those whose
 * code it does not hold at all go on being given. What the studio has published under a code is the studio's alone to retire.
 */
function retire(tx: Tx, table: string, kept: Coded[], withdraw: boolean, where = 'true'): void {
  const ids = kept.map(({ code, version }) => `${code}@${version}`)
  tx.sql.run(
    `UPDATE ${table} SET retired = (id NOT IN (SELECT value FROM json_each(?)))
     WHERE ${where} AND code NOT IN (SELECT code FROM ${table} WHERE origin = 'studio') AND (? OR code IN (SELECT value FROM json_each(?)))`,
    JSON.stringify(ids),
    withdraw ? 1 : 0,
    JSON.stringify(kept.map(({ code }) => code)),
  )
}
