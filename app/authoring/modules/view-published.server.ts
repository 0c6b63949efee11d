import { moduleVersion } from '~/learning/modules.server'
import { reader } from '~/platform/db/db.server'
import { refuse } from '~/platform/http/errors'
import type { Bilingual } from '~/platform/i18n/locale'
import type { Actor } from '~/platform/policy/actor'
import { authorise } from '~/platform/policy/require.server'
import { viewContentVersions } from '../review/view-content-versions.server'

export type PublishedRow = {
  code: string
  title: Bilingual
  version: number
  origin: string
  retired: boolean
  /** Of the draft that is being written. */
  draft: string | null
}

const openDraftSql = `(SELECT d.id FROM ContentDraft d WHERE d.kind = 'module' AND d.code = v.code AND d.state <> 'published'
  AND d.deletedAt IS NULL ORDER BY d.updatedAt DESC LIMIT 1)`

/** Every module with its newest version, withdrawn ones too. */
export function listPublished(actor: Actor): PublishedRow[] {
  authorise(actor, 'studio.write')
  const rows = reader.sql.all<Omit<PublishedRow, 'title' | 'retired'> & { id: string; retired: number }>(
    `SELECT v.id, v.code, v.version, v.origin, v.retired, ${openDraftSql} AS draft FROM ModuleVersion v
     WHERE v.version = (SELECT max(version) FROM ModuleVersion WHERE code = v.code) ORDER BY v.code`,
  )
  return rows.map(({ id, retired, ...row }) => ({
    ...{ ...row, title: moduleVersion(id).title, retired: retired === 1 },
  }))
}

/** The versions of a module, who learns it, and how the version `from` differs from the newest. */
export function viewPublished(actor: Actor, code: string, from: string | null) {
  authorise(actor, 'studio.write')
  const view = viewContentVersions(actor, 'module', code, from)
  const [newest] = view.versions
  if (!newest) throw refuse('notFound')
  const learners = reader.sql.get<{ n: number }>(
    'SELECT count(*) AS n FROM Enrolment WHERE moduleCode = ?',
    code,
  )
  return {
    ...view,
    code,
    title: moduleVersion(newest.id).title,
    learners: learners?.n ?? 0,
    withdrawn: view.versions.every(({ retired }) => retired === 1),
  }
}

export type PublishedView = ReturnType<typeof viewPublished>
