export type PictureKind = 'png' | 'jpg' | 'gif' | 'webp'

/** What picture bytes begin, by their signature; null for anything else, whatever its name says. */
export function pictureKind(bytes: Uint8Array): PictureKind | null {
  const at = (offset: number, signature: string) =>
    [...signature].every((sign, i) => bytes[offset + i] === sign.charCodeAt(0))
  if (at(0, '\x89PNG\r\n\x1a\n')) return 'png'
  if (at(0, '\xff\xd8\xff')) return 'jpg'
  if (at(0, 'GIF87a') || at(0, 'GIF89a')) return 'gif'
  return at(0, 'RIFF') && at(8, 'WEBP') ? 'webp' : null
}
