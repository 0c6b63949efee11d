import { fold } from '~/formats/fold'
import { group } from './commune-lookup'
import { nearest } from './nearest'
import type { PositionRef } from './types'

export type PositionFinding = { text: string; code: string | null; nearest: PositionRef | null }

const abbreviations: [RegExp, string][] = [
  [/\bubnd\b/g, 'uy ban nhan dan'],
  [/\bhdnd\b/g, 'hoi dong nhan dan'],
  [/\bcntt\b/g, 'cong nghe thong tin'],
  [/\bvh\b/g, 'van hoa'],
  [/\bxh\b/g, 'xa hoi'],
  [/\btt\b/g, 'trung tam'],
  [/\bhcc\b/g, 'hanh chinh cong'],
]

/** `CC Văn hóa – xã hội` → `cc van hoa xa hoi`. */
export function positionText(text: string): string {
  const plain = fold(text).replace(/[^\p{L}\p{N}]+/gu, ' ')
  return abbreviations.reduce((result, [short, long]) => result.replace(short, long), plain).trim()
}

const withoutRank = (folded: string) =>
  folded.replace(
    /^(?:(?:cong chuc|vien chuc|can bo|chuyen vien(?: chinh)?|cc|cv|phu trach|linh vuc|ve)\s+)+/,
    '',
  )

/**
 * Finds the positions named in one cell. Several are separated by semicolons, new lines, slashes, commas or
 * `kiêm`; a name that itself contains such a sign is tried whole first.
 */
export function positionLookup(positions: PositionRef[]): (cell: string) => PositionFinding[] {
  const names = group(
    positions.flatMap((position) => [position.name, ...position.aliases].map((name) => ({ position, name }))),
    ({ name }) => positionText(name),
  )
  const byName = new Map(Array.from(names, ([name, [first]]) => [name, first!.position]))
  const codes = new Map(positions.map((position) => [position.code.toLowerCase(), position]))
  const shorter = group(byName.entries(), ([name]) => withoutRank(name))
  const remembered = new Map<string, PositionFinding[]>()

  const exact = (text: string): PositionRef | undefined => {
    const name = positionText(text)
    const short = shorter.get(withoutRank(name))
    const codesOfShort = new Set(short?.map(([, position]) => position.code))
    return (
      byName.get(name) ??
      codes.get(text.trim().toLowerCase()) ??
      (codesOfShort.size === 1 ? short![0]![1] : undefined)
    )
  }
  const finding = (text: string): PositionFinding => {
    const code = exact(text)?.code ?? null
    return { text, code, nearest: code ? null : nearest(text, positionText(text), byName) }
  }
  const find = (text: string, separators: RegExp[]): PositionFinding[] => {
    if (exact(text)) return [finding(text)]
    const [separator, ...finer] = separators
    if (!separator) return [finding(text)]
    const parts = text
      .split(separator)
      .map((part) => part.trim())
      .filter(Boolean)
    const found = parts.flatMap((part) => find(part, finer))
    // A comma inside one unknown name must not make two unknown names of it.
    return found.every((part) => part.code === null) ? parts.map(finding) : found
  }
  return (cell) => {
    const known =
      remembered.get(cell) ??
      find(cell.normalize('NFC'), [/[;\n\r]+/, /\//, /,|\s+kiêm(?:\s+nhiệm)?\s+|\s\+\s/i])
    remembered.set(cell, known)
    return known
  }
}
