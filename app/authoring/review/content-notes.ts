/** What came of a button of a published version's page. */
const contentNotes = ['retired', 'restored', 'rolledBack', 'changed'] as const
export type ContentNote = (typeof contentNotes)[number]

/** The note that an address carries; null for none. */
export function contentNoteIn(query: URLSearchParams): ContentNote | null {
  return contentNotes.find((each) => each === query.get('note')) ?? null
}
