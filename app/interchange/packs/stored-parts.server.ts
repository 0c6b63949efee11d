import { kindOf } from '~/authoring/drafts/kinds'
import type { DraftFigure, DraftModule } from '~/authoring/modules/draft-module'
import type { Message } from '~/formats/message'
import type { FoundPart, StoredPart } from './content-part'
import { withPictures } from './read-module'

export type PartPicture = { src: string; hash: string; width: number; height: number; bytes: Uint8Array }

/** A found part as it will be drafted, with its encoded pictures; null, with one loss more, where it fits no draft. */
export function storedPart(
  { kind, code, version, data, losses }: FoundPart,
  pictures: readonly PartPicture[],
): { part: StoredPart | null; losses: Message[] } {
  if (data === null) return { part: null, losses }
  const whole = kind === 'module' ? withPictures(data as DraftModule, (src) => sourceOf(pictures, src)) : data
  const read = kindOf(kind).schema.safeParse(whole)
  if (read.success) return { part: { kind, code, version, data: read.data }, losses }
  const place = read.error.issues[0]?.path.map(String).join('.') ?? '.'
  return { part: null, losses: [...losses, { key: 'schema.other', values: { path: place } }] }
}

function sourceOf(pictures: readonly PartPicture[], src: string): DraftFigure['vi'] | undefined {
  const found = pictures.find((each) => each.src === src)
  if (!found) return undefined
  const { hash, width, height, bytes } = found
  return { kind: 'picture', hash, width, height, bytes: bytes.length }
}
