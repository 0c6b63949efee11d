import { communeByCode } from '~/people/places/places.server'
import { reader } from '~/platform/db/db.server'
import type { Bilingual } from '~/platform/i18n/locale'
import type { Actor } from '~/platform/policy/actor'
import { can, scopeOf } from '~/platform/policy/policy'
import { authorise } from '~/platform/policy/require.server'
import type { DocumentKind, DocumentLanguage } from './kinds'

type Row = {
  id: string
  kind: DocumentKind
  language: DocumentLanguage
  communeCode: string | null
  editedAt: string
  editor: string | null
  wording: string
  vi: string | null
  en: string | null
  classVi: string | null
  classEn: string | null
}

/** `of`: what it is of; null where that was deleted. `written`: sections that somebody wrote. */
export type ListedDocument = Pick<Row, 'id' | 'kind' | 'language' | 'editedAt' | 'editor'> & {
  of: Bilingual | null
  class: Bilingual | null
  commune: string | null
  written: number
}

export type DocumentsView = ReturnType<typeof listDocuments>

/** The documents of a planner's province, or the lists of a leader's commune, the one saved last first. */
export function listDocuments(actor: Actor) {
  authorise(actor, 'documents.participants')
  const provinces = scopeOf(actor, 'documents.make').provinceCodes
  const { communeCodes } = scopeOf(actor, 'documents.participants')
  const rows = reader.sql.all<Row>(
    `SELECT d.id, d.kind, d.language, d.communeCode, d.editedAt, a.displayName AS editor, d.wording,
       coalesce(c.title, p.title) AS vi, coalesce(c.titleEn, p.titleEn, c.title, p.title) AS en,
       k.titleVi AS classVi, coalesce(nullif(k.titleEn, ''), k.titleVi) AS classEn
     FROM OfficialDocument d LEFT JOIN Account a ON a.id = d.editedBy LEFT JOIN Campaign c ON c.id = d.campaignId
     LEFT JOIN TrainingPlan p ON p.id = d.planId LEFT JOIN TrainingClass k ON k.id = d.classId
     WHERE d.removedAt IS NULL AND (d.provinceCode IN (SELECT value FROM json_each(?))
       OR d.communeCode IN (SELECT value FROM json_each(?)))
     ORDER BY d.editedAt DESC, d.id`,
    JSON.stringify(provinces),
    JSON.stringify(communeCodes),
  )
  return {
    documents: rows.map(({ vi, en, classVi, classEn, communeCode, wording, ...row }): ListedDocument => ({
      ...row,
      of: vi === null ? null : { vi, en: en ?? vi },
      class: classVi === null ? null : { vi: classVi, en: classEn ?? classVi },
      commune: communeCode === null ? null : communeByCode(communeCode).name,
      written: Object.values(JSON.parse(wording) as Record<string, { used: boolean }>).filter(
        ({ used }) => used,
      ).length,
    })),
    makesAll: can(actor, 'documents.make'),
  }
}
