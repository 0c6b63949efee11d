import type { Message } from '~/formats/message'

export const documentStates = ['reading', 'preview', 'failed', 'confirmed', 'discarded'] as const
export type DocumentState = (typeof documentStates)[number]

export type DocumentHead = {
  id: string
  fileName: string
  kind: 'docx' | 'pptx' | null
  state: DocumentState
  createdAt: string
  /** Lessons that became part of the draft; null before that. */
  lessonCount: number | null
}

/** How long a document that nobody confirmed is kept. */
export const keptDocumentDays = 7

/** What a module takes of a document at once: a draft module has no more lessons, a lesson no more characters. */
export const moduleLimits = { lessons: 12, characters: 60_000, title: 200 }

export type Mended = { number: number; title: string; markdown: string; taken: boolean }
export type Mending = { title: string; lessons: Mended[] }

/**
 * What a page of the preview was sent back with: the title of the module, and its lessons as they were mended. Lines end as
 * Markdown has them, whatever the browser sends.
 */
export function mendingIn(form: FormData): Mending {
  const text = (name: string) => {
    const value = form.get(name)
    return typeof value === 'string' ? value.replace(/\r\n?/g, '\n') : ''
  }
  const ticked = new Set(form.getAll('take'))
  const shown = text('shown')
    .split(' ')
    .filter((value) => /^\d{1,4}$/.test(value))
  return {
    title: text('module').trim().slice(0, moduleLimits.title),
    lessons: shown.slice(0, 50).map((value) => ({
      number: Number(value),
      title: text(`title-${value}`).trim().slice(0, moduleLimits.title),
      markdown: text(`text-${value}`),
      taken: ticked.has(value),
    })),
  }
}

/** What keeps chosen lessons from becoming a module, the first thing first; null where nothing does. */
export function whyNot(title: string, taken: Omit<Mended, 'taken'>[]): Message | null {
  if (title === '') return { key: 'confirm.noTitle' }
  if (taken.length === 0) return { key: 'confirm.noneTaken' }
  if (taken.length > moduleLimits.lessons)
    return { key: 'confirm.tooMany', values: { taken: taken.length, limit: moduleLimits.lessons } }
  const nameless = taken.find((lesson) => lesson.title === '')
  if (nameless) return { key: 'confirm.noLessonTitle', values: { number: nameless.number } }
  const long = taken.find((lesson) => lesson.markdown.length > moduleLimits.characters)
  return long
    ? { key: 'confirm.tooLong', values: { number: long.number, limit: moduleLimits.characters } }
    : null
}
