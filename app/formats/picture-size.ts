export type PictureSize = {
  type: 'image/png' | 'image/jpeg' | 'image/gif' | 'image/webp'
  width: number
  height: number
}

/**
 * What kind of picture a file is and how many pixels it has, by its first bytes, whatever its name says; null for a
 * file that is no picture of these kinds, or says that it has no pixels. PNG: section 11.2.2; GIF89a: section 18;
 * JPEG: ITU-T T.81, annex B.2.2; WebP: RFC 9649, section 2.
 */
export function pictureSize(bytes: Uint8Array): PictureSize | null {
  const found = png(bytes) ?? gif(bytes) ?? webp(bytes) ?? jpeg(bytes)
  return found && found.width > 0 && found.height > 0 ? found : null
}

const ascii = (bytes: Uint8Array, at: number, text: string) =>
  [...text].every((letter, i) => bytes[at + i] === letter.charCodeAt(0))
const view = (bytes: Uint8Array) => new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)

function png(bytes: Uint8Array): PictureSize | null {
  if (bytes.length < 24 || bytes[0] !== 0x89 || !ascii(bytes, 1, 'PNG\r\n') || !ascii(bytes, 12, 'IHDR'))
    return null
  return { type: 'image/png', width: view(bytes).getUint32(16), height: view(bytes).getUint32(20) }
}

function gif(bytes: Uint8Array): PictureSize | null {
  if (bytes.length < 10 || !(ascii(bytes, 0, 'GIF87a') || ascii(bytes, 0, 'GIF89a'))) return null
  return { type: 'image/gif', width: view(bytes).getUint16(6, true), height: view(bytes).getUint16(8, true) }
}

function webp(bytes: Uint8Array): PictureSize | null {
  if (bytes.length < 30 || !ascii(bytes, 0, 'RIFF') || !ascii(bytes, 8, 'WEBP')) return null
  const data = view(bytes)
  const size = (width: number, height: number): PictureSize => ({ type: 'image/webp', width, height })
  if (ascii(bytes, 12, 'VP8X'))
    return size((data.getUint32(24, true) & 0xffffff) + 1, (data.getUint32(26, true) >>> 8) + 1)
  if (ascii(bytes, 12, 'VP8L')) {
    const bits = data.getUint32(21, true)
    return size((bits & 0x3fff) + 1, ((bits >>> 14) & 0x3fff) + 1)
  }
  return ascii(bytes, 12, 'VP8 ')
    ? size(data.getUint16(26, true) & 0x3fff, data.getUint16(28, true) & 0x3fff)
    : null
}

/** The size stands in the first frame header (SOF0 to SOF15, without DHT, JPG and DAC). */
function jpeg(bytes: Uint8Array): PictureSize | null {
  if (bytes[0] !== 0xff || bytes[1] !== 0xd8) return null
  const data = view(bytes)
  for (let at = 2; at + 9 < bytes.length;) {
    const marker = bytes[at + 1]!
    if (bytes[at] !== 0xff) return null
    if (marker === 0xff || (marker >= 0xd0 && marker <= 0xd8) || marker === 1) {
      at += marker === 0xff ? 1 : 2
      continue
    }
    if (marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker))
      return { type: 'image/jpeg', width: data.getUint16(at + 7), height: data.getUint16(at + 5) }
    at += 2 + data.getUint16(at + 2)
  }
  return null
}
