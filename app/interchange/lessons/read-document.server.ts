import type { Message } from '~/formats/message'
import type { Locale } from '~/platform/i18n/locale'
import { defineTask } from '~/platform/jobs/thread.server'
import { DocumentFault, type FoundDocument } from './document'
import { readDocx } from './docx.server'
import { openPackage, type DocumentKind } from './open-package.server'
import { readPptx } from './pptx'

export type ReadDocument =
  | { kind: DocumentKind | null; found: FoundDocument; problem: null }
  | { kind: DocumentKind | null; found: null; problem: Message }

/**
 * Reads a document of Word or PowerPoint by what it is, whatever its name says; `locale` is the language that it is in.
 * Whatever the file, the answer is its lessons or why there are none.
 */
export async function readDocument(bytes: Uint8Array, locale: Locale): Promise<ReadDocument> {
  let kind: DocumentKind | null = null
  try {
    const opened = openPackage(bytes)
    kind = opened.kind
    const found = kind === 'docx' ? await readDocx(opened.files, locale) : readPptx(opened.files, locale)
    if (found.lessons.length === 0) throw new DocumentFault({ key: 'fault.noText' })
    return { kind, found, problem: null }
  } catch (error) {
    if (error instanceof DocumentFault) return { kind, found: null, problem: error.problem }
    return { kind, found: null, problem: { key: 'fault.unreadable' } }
  }
}

/** The most that the thread may hold, which bounds what reading a file costs the server; after so long it is given up. */
const bounds = { megabytes: 1024, seconds: 120 }

/** `readDocument` beside the server's own thread. */
export const readDocumentAside = defineTask(
  'read a document as lessons',
  ({ bytes, locale }: { bytes: Uint8Array; locale: Locale }) => readDocument(bytes, locale),
  bounds,
)
