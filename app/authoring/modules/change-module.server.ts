import { inTransaction } from '~/platform/db/db.server'
import type { Actor } from '~/platform/policy/actor'
import { authorise } from '~/platform/policy/require.server'
import { openDraft, revisionOf } from '../drafts/find-draft.server'
import { writeRevision } from '../drafts/save-draft.server'
import { readPicture, storePicture } from '../pictures/store-picture.server'
import type { PictureFault } from '../pictures/picture-fault'
import { slug, type DraftModule } from './draft-module'
import { restored } from './module-acts'

/** Puts a lesson back that revision `at` of the draft still had; nothing happens where it is there again. */
export async function restoreLesson(
  actor: Actor,
  id: string,
  { lesson, at }: { lesson: string; at: number },
): Promise<void> {
  authorise(actor, 'studio.write')
  await inTransaction((tx) => {
    const draft = openDraft(tx, id)
    const earlier = revisionOf(draft, at) as DraftModule | null
    const data = draft.data as DraftModule
    const changed = earlier ? restored(data, earlier, lesson) : data
    if (changed !== data) writeRevision(tx, actor, draft, changed)
    return Promise.resolve()
  })
}

export const mostFigures = 60

/**
 * Adds a picture to a module under a path of its own, which texts name. The same picture twice is kept once.
 * @returns its path, or why the file is no picture that can be taken
 */
export async function addFigure(
  actor: Actor,
  id: string,
  { bytes, alt }: { bytes: Uint8Array; alt: { vi: string; en: string } },
): Promise<{ path: string } | { fault: PictureFault | 'tooMany' }> {
  authorise(actor, 'studio.write')
  const picture = await readPicture(bytes)
  if (picture.fault) return { fault: picture.fault }
  return inTransaction((tx): Promise<{ path: string } | { fault: 'tooMany' }> => {
    const draft = openDraft(tx, id)
    const data = draft.data as DraftModule
    const known = Object.entries(data.figures).find(
      ([, { vi }]) => vi.kind === 'picture' && vi.hash === picture.hash,
    )
    if (known) return Promise.resolve({ path: known[0] })
    if (Object.keys(data.figures).length >= mostFigures) return Promise.resolve({ fault: 'tooMany' })
    const source = { kind: 'picture' as const, ...storePicture(tx, picture) }
    const path = freePath(slug(alt.vi, 30) || 'hinh', data.figures)
    const figures = { ...data.figures, [path]: { vi: source, en: source, alt } }
    writeRevision(tx, actor, draft, { ...data, figures })
    return Promise.resolve({ path })
  })
}

function freePath(name: string, figures: DraftModule['figures']): string {
  const path = (n: number) => `figures/${name}${n === 1 ? '' : `-${n}`}.webp`
  for (let n = 1; ; n++) if (!Object.hasOwn(figures, path(n))) return path(n)
}
