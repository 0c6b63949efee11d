import type { FoundKind } from './table'

const startsWith = (bytes: Uint8Array, ...signature: number[]) =>
  signature.every((byte, i) => bytes[i] === byte)

/** Tells by its first bytes what a file is, whatever its name says. `zip` may still be a workbook. */
export function fileKind(bytes: Uint8Array): FoundKind {
  if (startsWith(bytes, 0x50, 0x4b, 0x03, 0x04) || startsWith(bytes, 0x50, 0x4b, 0x05, 0x06)) return 'zip'
  if (startsWith(bytes, 0xd0, 0xcf, 0x11, 0xe0)) return isEncryptedPackage(bytes) ? 'encrypted' : 'xls'
  if (startsWith(bytes, 0x09, 0x08) || startsWith(bytes, 0x09, 0x04)) return 'xls'
  if (startsWith(bytes, 0x25, 0x50, 0x44, 0x46)) return 'pdf'
  if (isImage(bytes)) return 'image'
  return textKind(bytes)
}

/** A workbook with a password is an OLE2 file with a stream of this name, in UTF-16LE. */
function isEncryptedPackage(bytes: Uint8Array): boolean {
  const name = Array.from('EncryptedPackage', (letter) => [letter.charCodeAt(0), 0]).flat()
  for (let at = bytes.indexOf(name[0]!); at >= 0; at = bytes.indexOf(name[0]!, at + 1)) {
    if (name.every((byte, i) => bytes[at + i] === byte)) return true
  }
  return false
}

function isImage(bytes: Uint8Array): boolean {
  const ascii = String.fromCharCode(...bytes.subarray(0, 12))
  return (
    startsWith(bytes, 0x89, 0x50, 0x4e, 0x47) ||
    startsWith(bytes, 0xff, 0xd8, 0xff) ||
    /^GIF8|^BM[^\w]|^II\*\0|^MM\0\*|^RIFF....WEBP|^....ftyphei/s.test(ascii)
  )
}

function textKind(bytes: Uint8Array): FoundKind {
  const start = new TextDecoder().decode(bytes.subarray(0, 2048)).replace(/\0/g, '').trimStart().toLowerCase()
  if (/^(?:<!--.*?-->\s*)*<(?:!doctype html|html|head|body|table|meta|style)\b/s.test(start)) return 'html'
  if (start.startsWith('<?xml')) return start.includes('<html') ? 'html' : 'xml'
  if (start.startsWith('mime-version:')) return 'html'
  // eslint-disable-next-line no-control-regex
  return /[\x01-\x08\x0e-\x1f]/.test(start) || start.includes('\ufffd') ? 'unknown' : 'text'
}
