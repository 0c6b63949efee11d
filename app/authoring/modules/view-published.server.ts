import { moduleVersion } from '~/learning/modules.server'
import { reader } from '~/platform/db/db.server'
import { refuse } from '~/platform/http/errors'
import type { Bilingual } from '~/platform/i18n/locale'
import type { Actor } from '~/platform/policy/actor'
import { can } from '~/platform/policy/policy'
import { authorise } from '~/platform/policy/require.server'
import { differences } from '../diff/compare'
import { draftModuleSchema } from './draft-module'
import { moduleTree } from './module-tree'

type VersionRow = {
  id: string
  version: number
  origin: string
  retired: number
  loadedAt: string
  author: string | null
}

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

/** The versions of a module with who wrote them, and how the version `from` differs from the newest. */
export function viewPublished(actor: Actor, code: string, from: string | null) {
  authorise(actor, 'studio.write')
  const versions = reader.sql.all<VersionRow>(
    `SELECT v.id, v.version, v.origin, v.retired, v.loadedAt, a.displayName AS author FROM ModuleVersion v
     LEFT JOIN ContentDraft d ON d.publishedId = v.id LEFT JOIN Account a ON a.id = d.createdBy
     WHERE v.code = ? ORDER BY v.version DESC`,
    code,
  )
  const [newest] = versions
  if (!newest) throw refuse('notFound')
  const earlier = versions.find(({ id }) => id === from && id !== newest.id)
  const tree = (id: string) => moduleTree(draftModuleSchema.parse(moduleVersion(id)))
  const learners = reader.sql.get<{ n: number }>(
    'SELECT count(*) AS n FROM Enrolment WHERE moduleCode = ?',
    code,
  )
  return {
    ...{ code, versions, newest, title: moduleVersion(newest.id).title, learners: learners?.n ?? 0 },
    compared: earlier ? { from: earlier.id, rows: differences(tree(earlier.id), tree(newest.id)) } : null,
    withdrawn: versions.every(({ retired }) => retired === 1),
    decides: can(actor, 'studio.review'),
    draft:
      reader.sql.get<{ id: string | null }>(`SELECT ${openDraftSql} AS id FROM (SELECT ? AS code) v`, code)
        ?.id ?? null,
  }
}

export type PublishedView = ReturnType<typeof viewPublished>
