/** The bytes that a text in base64 (RFC 4648, section 4) stands for, white space aside; null where it is none. */
export function bytesOfBase64(text: string): Uint8Array | null {
  try {
    const signs = atob(text)
    const bytes = new Uint8Array(signs.length)
    for (let i = 0; i < signs.length; i += 1) bytes[i] = signs.charCodeAt(i)
    return bytes.length === 0 ? null : bytes
  } catch {
    return null
  }
}

/** Bytes in base64, in one line. */
export function base64Of(bytes: Uint8Array): string {
  const parts: string[] = []
  for (let i = 0; i < bytes.length; i += 0x6000) {
    parts.push(btoa(String.fromCharCode(...bytes.subarray(i, i + 0x6000))))
  }
  return parts.join('')
}
