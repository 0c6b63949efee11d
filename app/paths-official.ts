import { withQuery } from './path-query'

/** What a new document is of: kind, and the ids of its subject. */
export type NewDocumentQuery = {
  kind?: string
  campaign?: string
  plan?: string
  class?: string
  commune?: string
}

/** The URLs of official documents. */
export const officialPaths = {
  documents: (query: { note?: string; id?: string } = {}) => withQuery('/documents', query),
  newDocument: (query: NewDocumentQuery = {}) => withQuery('/documents/new', query),
  letterhead: (query: { note?: string } = {}) => withQuery('/documents/letterhead', query),
  document: (id: string, query: { note?: string; ask?: 'remove' } = {}) =>
    withQuery(`/documents/${id}`, query),
  printDocument: (id: string) => `/documents/${id}/print`,
  documentFile: (id: string) => `/documents/${id}/file.docx`,
}
