const letters = '123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz'

/** Bytes in base58btc with the prefix `z` (W3C Controlled Identifiers 1.0, §2.4): leading zeros become `1`. */
export function base58btc(bytes: Uint8Array): string {
  let value = bytes.reduce((sum, byte) => sum * 256n + BigInt(byte), 0n)
  let text = ''
  for (; value > 0n; value /= 58n) text = letters[Number(value % 58n)]! + text
  const zeros = bytes.findIndex((byte) => byte !== 0)
  return `z${'1'.repeat(zeros < 0 ? bytes.length : zeros)}${text}`
}

/** A raw Ed25519 public key of 32 bytes as a Multikey (Controlled Identifiers 1.0, §2.2.2): the header is 0xed01. */
export function multikey(raw: Uint8Array): string {
  if (raw.length !== 32) throw new RangeError('an Ed25519 public key has 32 bytes')
  return base58btc(Uint8Array.from([0xed, 0x01, ...raw]))
}
