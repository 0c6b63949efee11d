import { fold } from '~/formats/fold'
import { readEmail } from '~/platform/mail/address'

/** The field of a commune's address in the form of all communes. */
export const contactField = (code: string) => `email-${code}`

export type Contacts = Map<string, string | null>

/**
 * Reads the addresses of communes as typed; an empty field takes an address away, a field that was not sent changes nothing.
 * Errors are keys of texts, by field.
 */
export function readContacts(
  typed: Record<string, string>,
  codes: readonly string[],
): { contacts: Contacts; errors: Record<string, string> } {
  const contacts: Contacts = new Map()
  const errors: Record<string, string> = {}
  for (const code of codes) {
    const text = typed[contactField(code)]
    if (text === undefined) continue
    const email = text.trim() === '' ? null : readEmail(text)
    if (email === null && text.trim() !== '') errors[contactField(code)] = 'contacts.unreadable'
    else contacts.set(code, email)
  }
  return { contacts, errors }
}

/** Lines that were pasted: the addresses found, by commune, and the lines that could not be used, with the reason. */
export type Pasted = {
  found: Map<string, string>
  refused: { line: number; text: string; why: 'commune' | 'address' | 'twice' }[]
}

/**
 * Reads lines of a commune, by its name or code, and an address, with a tab, a semicolon, a comma or blanks between them.
 * A line that names a commune alone has nothing to say yet, and one of neither is a heading: both are passed over.
 */
export function readPasted(text: string, communes: readonly { code: string; name: string }[]): Pasted {
  const codes = new Map(communes.flatMap(({ code, name }) => namesOf(name).map((each) => [each, code])))
  for (const { code } of communes) codes.set(code, code)
  const found = new Map<string, string>()
  const refused: Pasted['refused'] = []
  for (const [i, raw] of text.normalize('NFC').split(/\r?\n/).entries()) {
    const words = raw.split(/[\s;,]+/).filter(Boolean)
    const at = words.findIndex((word) => word.includes('@'))
    const code = codeOf(at < 0 ? words : words.filter((_, n) => n !== at), codes)
    if (at < 0 && (code || !words.some((_, n) => codeOf(words.slice(0, n + 1), codes)))) continue
    const email = at < 0 ? null : readEmail(words[at]!)
    if (code && email && !found.has(code)) found.set(code, email)
    else
      refused.push({
        line: i + 1,
        text: raw.trim().slice(0, 120),
        why: email === null ? 'address' : code ? 'twice' : 'commune',
      })
  }
  return { found, refused }
}

function codeOf(words: readonly string[], codes: ReadonlyMap<string, string>): string | undefined {
  const number = words.find((word) => /^\d{5}$/.test(word) && codes.has(word))
  return number ?? codes.get(plain(words.join(' ')))
}

/** A commune's name folded, without a number or the words for its office before it. */
function plain(name: string): string {
  return fold(name)
    .replace(/^\d{1,3}[.)]?\s+/, '')
    .replace(/^(?:ubnd|uy ban nhan dan) /, '')
    .trim()
}

/** A commune is named with its kind or without: no two of a province share a name. */
function namesOf(name: string): string[] {
  const whole = plain(name)
  return [whole, whole.replace(/^(?:xa|phuong|dac khu) /, '')]
}
