/** What came of a button of a published version's page. */
export const contentNotes = ['retired', 'restored', 'rolledBack', 'changed'] as const
export type ContentNote = (typeof contentNotes)[number]
