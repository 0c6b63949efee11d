import { createHash } from 'node:crypto'
import { readdir, readFile } from 'node:fs/promises'
import path from 'node:path'
import { parse } from 'yaml'
import type { ZodType } from 'zod'
import { allCompetencies, frameworkSchema, type Framework } from '~/competency/framework'
import { selfAssessmentSchema, type SelfQuestion } from '~/competency/self-assessment'
import { env } from '~/env.server'
import { now } from '~/platform/clock/now.server'
import { inTransaction, reader, type Tx } from '~/platform/db/db.server'
import { surveyFormSchema, type SurveyForm } from './form'
import { itemFaults, itemFileSchema, type Item } from './item'

type Pack = {
  frameworks: { framework: Framework; self: SelfQuestion[] }[]
  items: Item[]
  forms: SurveyForm[]
}

/** Loads frameworks, items and forms of content/ as immutable versions; a file that is wrong stops the start with its name. */
export async function loadContent(): Promise<void> {
  const pack = await readPack(env.CONTENT_DIR)
  const known = new Set(
    ['FrameworkVersion', 'ItemVersion', 'FormVersion'].flatMap((table) =>
      reader.sql
        .all<{ id: string; hash: string }>(`SELECT id, hash FROM ${table}`)
        .map(({ id, hash }) => `${id}#${hash}`),
    ),
  )
  await inTransaction(async (tx) => {
    for (const { framework, self } of pack.frameworks) {
      store(tx, known, 'FrameworkVersion', framework, { framework, self }, [])
    }
    for (const item of pack.items) {
      const { competency, level, purpose, kind } = item
      store(tx, known, 'ItemVersion', item, item, [
        ['competency', competency],
        ['level', level],
        ['purpose', purpose],
        ['kind', kind],
      ])
    }
    for (const form of pack.forms)
      store(tx, known, 'FormVersion', form, form, [['respondent', form.respondent]])
    retire(tx, 'ItemVersion', pack.items, "purpose = 'measure'")
    retire(tx, 'FormVersion', pack.forms)
  })
}

type Coded = { code: string; version: number }

function store(
  tx: Tx,
  known: Set<string>,
  table: string,
  coded: Coded,
  value: unknown,
  more: [string, string | number][],
): void {
  const id = `${coded.code}@${coded.version}`
  const data = JSON.stringify(value)
  const hash = createHash('sha256').update(data).digest('hex')
  if (known.has(`${id}#${hash}`)) return
  const there = tx.sql.get<{ hash: string }>(`SELECT hash FROM ${table} WHERE id = ?`, id)
  if (there) {
    throw new Error(
      `${id} was changed without a new version. People may have seen version ${coded.version}; raise "version" in its file.`,
    )
  }
  const columns = ['id', 'code', 'version', 'hash', 'data', 'loadedAt', ...more.map(([name]) => name)]
  tx.sql.run(
    `INSERT INTO ${table} (${columns.join(', ')}) VALUES (${columns.map(() => '?').join(', ')})`,
    id,
    coded.code,
    coded.version,
    hash,
    data,
    now().toISOString().replace('Z', '+00:00'),
    ...more.map(([, each]) => each),
  )
}

/** Versions that content/ no longer holds stay readable, but are not given to anybody new. */
function retire(tx: Tx, table: string, kept: Coded[], where = 'true'): void {
  const ids = JSON.stringify(kept.map(({ code, version }) => `${code}@${version}`))
  tx.sql.run(`UPDATE ${table} SET retired = (id NOT IN (SELECT value FROM json_each(?))) WHERE ${where}`, ids)
}

async function readPack(folder: string): Promise<Pack> {
  const frameworks = await readFolder(path.join(folder, 'frameworks'), frameworkSchema)
  const self = await readFolder(path.join(folder, 'frameworks/self-assessment'), selfAssessmentSchema)
  const itemFiles = await readFolder(path.join(folder, 'items'), itemFileSchema)
  const forms = await readFolder(path.join(folder, 'forms'), surveyFormSchema)
  const competencies = new Set(
    frameworks.flatMap(({ value }) => allCompetencies(value).map(({ code }) => code)),
  )
  const items = itemFiles.flatMap(({ file, value }) =>
    value.items.map((each): Item => {
      const item = { ...each, competency: value.competency }
      const faults = itemFaults(item)
      if (!competencies.has(item.competency))
        faults.push(`no framework has the competency ${item.competency}`)
      if (faults.length > 0) throw new Error(`${file}, item ${item.code}: ${faults.join('; ')}`)
      return item
    }),
  )
  const questions = self.flatMap(({ value }) => value.questions)
  return {
    frameworks: frameworks.map(({ value }) => ({
      framework: value,
      self: allCompetencies(value).flatMap(({ code }) =>
        questions.filter(({ competency }) => competency === code),
      ),
    })),
    items,
    forms: forms.map(({ value }) => value),
  }
}

async function readFolder<T>(folder: string, schema: ZodType<T>): Promise<{ file: string; value: T }[]> {
  const names = (await readdir(folder)).filter((name) => name.endsWith('.yaml')).sort()
  return Promise.all(
    names.map(async (name) => {
      const file = path.join(folder, name)
      const text = (await readFile(file, 'utf8')).normalize('NFC')
      const result = schema.safeParse(parse(text))
      if (result.success) return { file, value: result.data }
      const issue = result.error.issues[0]
      throw new Error(`${file}: ${issue?.path.join('.')}: ${issue?.message}`)
    }),
  )
}
