import { inTransaction, type Tx } from '~/platform/db/db.server'
import type { Locale } from '~/platform/i18n/locale'
import type { Actor } from '~/platform/policy/actor'
import { authorise } from '~/platform/policy/require.server'
import { createDraft } from '../drafts/create-draft.server'
import { readPicture, storePicture, type ReadPicture } from '../pictures/store-picture.server'
import { emptyLesson, emptyModule, type DraftModule } from './draft-module'

/** Begins a new module. @returns the id of its draft */
export async function startModule(actor: Actor): Promise<string> {
  authorise(actor, 'studio.write')
  return inTransaction((tx) =>
    Promise.resolve(createDraft(tx, actor, { kind: 'module', data: emptyModule() })),
  )
}

/** A picture of a document, read and encoded; `name` is its path in the Markdown, such as `figures/anh-1.png`. */
export type LessonPicture = { name: string; picture: ReadPicture }

/**
 * Reads the pictures of a document for `startModuleFromLessons`. It takes a while: call it before the transaction begins.
 * @returns the pictures, and the names of those that cannot be taken
 */
export async function readLessonPictures(
  pictures: readonly { name: string; bytes: Uint8Array }[],
): Promise<{ pictures: LessonPicture[]; lost: string[] }> {
  const read: LessonPicture[] = []
  const lost: string[] = []
  for (const { name, bytes } of pictures) {
    const picture = await readPicture(bytes)
    if (picture.fault) lost.push(name)
    else read.push({ name, picture })
  }
  return { pictures: read, lost }
}

export type LessonsOfDocument = {
  title: string
  language: Locale
  lessons: { title: string; markdown: string }[]
  pictures: LessonPicture[]
}

/**
 * Begins a module from lessons in one language, inside the caller's transaction; the other language is still to be
 * written. At most twelve lessons are taken.
 * @returns the id of the draft
 */
export function startModuleFromLessons(
  tx: Tx,
  actor: Actor,
  { title, language, lessons, pictures }: LessonsOfDocument,
): Promise<string> {
  authorise(actor, 'studio.write')
  const said = (words: string, most: number) => ({ vi: '', en: '', [language]: words.slice(0, most) })
  const data: DraftModule = {
    ...emptyModule(),
    title: said(title, 2000),
    lessons: lessons.slice(0, 12).map((lesson, i) => ({
      ...emptyLesson(`b${i + 1}`),
      title: said(lesson.title, 2000),
      text: said(lesson.markdown, 60_000),
    })),
    figures: Object.fromEntries(
      pictures.map(({ name, picture }) => {
        const source = { kind: 'picture' as const, ...storePicture(tx, picture) }
        return [name, { vi: source, en: source, alt: { vi: '', en: '' } }]
      }),
    ),
  }
  return Promise.resolve(createDraft(tx, actor, { kind: 'module', data }))
}
