import { reader, type Reader } from '~/platform/db/db.server'
import { refuse } from '~/platform/http/errors'
import type { Actor } from '~/platform/policy/actor'
import { authorise } from '~/platform/policy/require.server'
import type { DocumentKind, DocumentLanguage, Subject } from './kinds'
import { wordingSchema, type Wording } from './wording'

type From = { sql: Pick<Reader['sql'], 'get' | 'all'> }

export type DocumentRow = Subject & {
  id: string
  provinceCode: string
  kind: DocumentKind
  language: DocumentLanguage
  wording: Wording
  dataMark: string
  revision: number
  createdAt: string
  editedAt: string
  /** Who saved it last; null where the account is gone. */ editor: string | null
  removedAt: string | null
}

/** Whether somebody may make and read a document: a planner those of the province, a leader the lists of the own commune. */
export function authoriseDocument(
  actor: Actor,
  { provinceCode, communeCode }: Pick<DocumentRow, 'provinceCode' | 'communeCode'>,
): void {
  authorise(actor, 'documents.participants')
  if (communeCode === null) authorise(actor, 'documents.make', { provinceCode })
  else authorise(actor, 'documents.participants', { provinceCode, communeCode })
}

/** A document that the actor may read; a removed one is found as well. */
export function documentAt(actor: Actor, id: string, from: From = reader): DocumentRow {
  authorise(actor, 'documents.participants')
  const row = from.sql.get<Omit<DocumentRow, 'wording'> & { wording: string }>(
    `SELECT d.id, d.provinceCode, d.communeCode, d.kind, d.language, d.campaignId, d.planId, d.classId, d.wording, d.dataMark,
       d.revision, d.createdAt, d.editedAt, a.displayName AS editor, d.removedAt
     FROM OfficialDocument d LEFT JOIN Account a ON a.id = d.editedBy WHERE d.id = ?`,
    id,
  )
  if (!row) throw refuse('notFound')
  authoriseDocument(actor, row)
  return { ...row, wording: wordingSchema.parse(JSON.parse(row.wording)) }
}
