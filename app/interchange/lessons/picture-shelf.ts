import { pictureSize } from '~/formats/picture-size'
import type { Message } from '~/formats/message'
import { documentLimits, type FoundPicture } from './document'

export type PictureShelf = {
  pictures: Map<string, FoundPicture>
  /** The name that a text shows the picture by, the same for the same `id`; or why it cannot be shown. */
  put: (id: string, bytes: Uint8Array | undefined, file: string) => { name: string } | { loss: Message }
}

/** Where the pictures of a document are gathered, each once. What is no picture by its first bytes is not taken. */
export function pictureShelf(): PictureShelf {
  const pictures = new Map<string, FoundPicture>()
  const names = new Map<string, string>()
  return {
    pictures,
    put(id, bytes, file) {
      const known = names.get(id)
      if (known) return { name: known }
      if (!bytes) return lost('loss.pictureMissing')
      if (!pictureSize(bytes)) {
        const kind = /\.([a-z]{3,4})$/i.exec(file)?.[1]?.toUpperCase()
        return kind ? lost('loss.pictureKind', { kind }) : lost('loss.pictureUnknown')
      }
      const limit = documentLimits.pictures
      if (pictures.size >= limit) return lost('loss.pictureMany', { limit })
      const name = `figures/picture-${pictures.size + 1}.webp`
      // A copy: the file that it was cut from is not kept for it.
      pictures.set(name, { name, bytes: new Uint8Array(bytes) })
      names.set(id, name)
      return { name }
    },
  }
}

function lost(key: string, values: Message['values'] = {}): { loss: Message } {
  return { loss: { key, values: { count: 1, ...values } } }
}
