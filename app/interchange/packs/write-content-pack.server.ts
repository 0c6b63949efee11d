import type { SurveyForm } from '~/assessment/form'
import { draftItemSchema, type DraftItem } from '~/assessment/item'
import type { Scenario } from '~/assessment/practice/scenario'
import { draftById } from '~/authoring/drafts/find-draft.server'
import { newestVersion } from '~/authoring/review/store-version.server'
import { fileName } from '~/formats/file-name'
import { readZip, writeZip } from '~/formats/zip.server'
import type { Module } from '~/learning/module'
import { servedFigure } from '~/learning/figure.server'
import { now } from '~/platform/clock/now.server'
import { reader } from '~/platform/db/db.server'
import type { Locale } from '~/platform/i18n/locale'
import { getT } from '~/platform/i18n/translate'
import type { Actor } from '~/platform/policy/actor'
import { authorise } from '~/platform/policy/require.server'
import { questionLimits } from '../questions/found'
import { writePack } from '../questions/pack/write-pack.server'
import type { PackChoice } from './pack-choice'
import { wholeDraft } from './whole-draft.server'
import { contentFiles, itemIdsOf, type PackContent } from './write-content'

/** The chosen content as a content pack: a ZIP with the files of content/. The same content gives the same bytes. */
export function exportContent(
  actor: Actor,
  choice: PackChoice,
  locale: Locale,
): { name: string; bytes: Uint8Array } {
  authorise(actor, 'studio.write')
  const name = fileName([getT(locale, 'packs')('export.fileName'), now().toISOString().slice(0, 10)], 'zip')
  return { name, bytes: packBytes(chosen(choice)) }
}

function packBytes(content: PackContent): Uint8Array {
  const { texts, pictures, bank } = contentFiles(content)
  const encoder = new TextEncoder()
  const files = new Map<string, Uint8Array>([...texts].map(([path, text]) => [path, encoder.encode(text)]))
  for (const [path, hash] of pictures) {
    const figure = servedFigure(hash)
    if (figure) files.set(path, figure.bytes)
  }
  const items = Buffer.from(writePack(bank, servedFigure).content)
  for (const [path, bytes] of readZip(items, questionLimits)) files.set(path, bytes)
  return writeZip([...files].sort(([a], [b]) => (a < b ? -1 : 1)))
}

/** What a choice means: the versions in use, the items of the modules, and drafts in place of what is published. */
function chosen({ modules, forms, practice, items, drafts }: PackChoice): PackContent {
  const found = {
    modules: new Map(inUse<Module>('ModuleVersion', modules).map((each) => [each.code, each])),
    forms: new Map(inUse<SurveyForm>('FormVersion', forms).map((each) => [each.code, each])),
    practice: new Map(inUse<Scenario>('PracticeVersion', practice).map((each) => [each.code, each])),
    items: new Map<string, DraftItem>(),
  }
  const drafted: DraftItem[] = []
  for (const id of drafts) {
    const draft = draftById(id)
    if (draft.deletedAt || draft.state === 'published') continue
    const newest = newestVersion(reader, draft.kind, draft.code)
    const whole = wholeDraft(draft, newest ? Number(newest.id.slice(newest.id.lastIndexOf('@') + 1)) + 1 : 1)
    if (whole?.kind === 'module') found.modules.set(draft.code, whole.module)
    else if (whole?.kind === 'form') found.forms.set(draft.code, whole.form)
    else if (whole?.kind === 'practice') found.practice.set(draft.code, whole.task)
    else if (whole?.kind === 'item') drafted.push(whole.item)
  }
  for (const item of [...itemsById(itemIdsOf([...found.modules.values()])), ...bankItems(items), ...drafted])
    found.items.set(item.code, item)
  return {
    modules: [...found.modules.values()],
    forms: [...found.forms.values()],
    practice: [...found.practice.values()],
    items: [...found.items.values()],
  }
}

/** The newest versions in use of the codes, by their codes. */
function inUse<T>(table: 'ModuleVersion' | 'FormVersion' | 'PracticeVersion', codes: string[]): T[] {
  return reader.sql
    .all<{ data: string }>(
      `SELECT data, max(version) FROM ${table} WHERE NOT retired AND code IN (SELECT value FROM json_each(?))
       GROUP BY code ORDER BY code`,
      JSON.stringify(codes),
    )
    .map(({ data }) => JSON.parse(data) as T)
}

function itemsById(ids: string[]): DraftItem[] {
  return items('id IN (SELECT value FROM json_each(?))', JSON.stringify(ids))
}

function bankItems(which: PackChoice['items']): DraftItem[] {
  if (which === 'none') return []
  const purpose = which === 'all' ? null : which
  return items('NOT retired AND (? IS NULL OR purpose = ?)', purpose, purpose)
}

function items(where: string, ...params: (string | null)[]): DraftItem[] {
  return reader.sql
    .all<{ data: string }>(
      `SELECT data FROM ItemVersion WHERE ${where} ORDER BY competency, level, code`,
      ...params,
    )
    .map(({ data }) => draftItemSchema.parse(JSON.parse(data)))
}
