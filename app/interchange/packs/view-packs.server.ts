import type { DraftKindName } from '~/authoring/drafts/draft-kind'
import { reader } from '~/platform/db/db.server'
import { pick, type Bilingual, type Locale } from '~/platform/i18n/locale'
import type { Actor } from '~/platform/policy/actor'
import { authorise } from '~/platform/policy/require.server'

export type PackLine = { value: string; title: string; version: number }
/** An open draft; one that was not sent to review is not offered. */
export type PackDraft = { id: string; kind: DraftKindName; code: string; title: string; whole: boolean }

const mostDrafts = 100

/** What there is to pack. */
export function viewPacks(actor: Actor, locale: Locale) {
  authorise(actor, 'studio.write')
  const lines = (table: 'ModuleVersion' | 'FormVersion' | 'PracticeVersion'): PackLine[] =>
    reader.sql
      .all<{ code: string; version: number; title: string }>(
        `SELECT code, max(version) AS version, json_extract(data, '$.title') AS title FROM ${table}
         WHERE NOT retired GROUP BY code ORDER BY code`,
      )
      .map(({ code, version, title }) => ({
        value: code,
        title: pick(JSON.parse(title) as Bilingual, locale),
        version,
      }))
  const counts = reader.sql.get<{ measure: number; teach: number }>(
    `SELECT count(DISTINCT CASE WHEN purpose = 'measure' THEN code END) AS measure,
       count(DISTINCT CASE WHEN purpose = 'teach' THEN code END) AS teach FROM ItemVersion WHERE NOT retired`,
  )!
  const drafts = reader.sql.all<Omit<PackDraft, 'whole'> & { state: string }>(
    `SELECT id, kind, code, title, state FROM ContentDraft WHERE state <> 'published' AND deletedAt IS NULL
     ORDER BY updatedAt DESC LIMIT ${mostDrafts}`,
  )
  return {
    modules: lines('ModuleVersion'),
    forms: lines('FormVersion'),
    practice: lines('PracticeVersion'),
    counts,
    // What waits for review or has passed it was found without faults when it was sent.
    drafts: drafts.map(({ state, ...draft }): PackDraft => ({
      ...draft,
      whole: state === 'review' || state === 'approved',
    })),
  }
}

export type PacksView = ReturnType<typeof viewPacks>
