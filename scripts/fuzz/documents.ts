import { everyBlock } from '../../app/interchange/lessons/document'
import { readDocument } from '../../app/interchange/lessons/read-document.server'
import { readText } from '../../app/learning/pack/text-shape'
import { richDocx, richPptx } from '../../tests/builders/documents'

export const docxSeeds = () => Promise.resolve([richDocx()])
export const pptxSeeds = () => Promise.resolve([richPptx()])

/** A document as lessons; each has a text, and is looked at as the preview looks at it. */
export async function readLessons(bytes: Uint8Array): Promise<object> {
  const { found, problem } = await readDocument(bytes, 'vi')
  for (const { markdown, original } of found?.lessons ?? []) {
    readText('', markdown)
    everyBlock(original)
    if (markdown.trim() === '') throw new Error('a lesson without a text')
  }
  return found ?? { problem }
}
