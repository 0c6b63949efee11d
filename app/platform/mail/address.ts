/** An address that mail can be sent to, in small letters; null for anything else. It holds no line break and no comma. */
export function readEmail(text: string): string | null {
  const email = text
    .trim()
    .replace(/^mailto:/i, '')
    .toLowerCase()
  return email.length <= 254 && /^[a-z0-9._%+'-]+@[a-z0-9-]+(?:\.[a-z0-9-]+)+$/.test(email) ? email : null
}

/** Who sends: `I Tờ Số <itoso@caobang.gov.vn>` or the address alone; null where there is no address in it. */
export function readSender(text: string): { name: string; address: string } | null {
  const parts = /^([^<>]*)<([^<>]+)>$/.exec(text.trim())
  const address = readEmail(parts ? parts[2]! : text)
  const name = parts?.[1]!.trim().replace(/^"(.*)"$/, '$1') ?? ''
  // eslint-disable-next-line no-control-regex -- a line break in a name would begin another header
  return address && !/[\u0000-\u001f\u007f]/.test(name) ? { name, address } : null
}
