/** A stretch of a lesson: markup that was checked and sanitised, or the place of a check question. */
export type RenderedPart = { kind: 'html'; html: string } | { kind: 'check'; itemId: string }

/** A heading by its id, which is the same in both languages. */
export type RenderedHeading = { id: string; level: 2 | 3; text: string }

/** `summary` is the sheet for the printed handbook, which is no part of the page; empty where a text has none. */
export type Rendered = { parts: RenderedPart[]; headings: RenderedHeading[]; summary: string }
