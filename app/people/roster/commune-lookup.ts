import { fold } from '~/formats/fold'
import { nearest } from './nearest'
import type { CommuneRef, RosterReference } from './types'

export type CommuneFinding =
  | { found: 'one'; code: string }
  | { found: 'former'; successors: CommuneRef[] }
  | { found: 'several'; candidates: CommuneRef[] }
  | { found: 'none'; nearest: CommuneRef | null }

const kinds = 'xa|phuong|dac khu|thi tran|thi xa|thanh pho'
const shortKinds: Record<string, string> = { x: 'xa', p: 'phuong', tt: 'thi tran', dk: 'dac khu' }

/** `UBND X. Bảo Lạc, tỉnh Cao Bằng` → `xa bao lac`. */
export function communeText(text: string): string {
  return fold(text)
    .replace(/\(.*\)/g, ' ')
    .replace(/[,;].*$| - (?:tinh|huyen|thanh pho|tp)\b.*$/, '')
    .replace(/^(?:(?:ubnd|hdnd|uy ban nhan dan|hoi dong nhan dan|dang uy|ubmttq|va|&)\s+)+/, '')
    .replace(/^(tt|dk|x|p)[.\s]+/, (_, kind: string) => `${shortKinds[kind]} `)
    .replace(/[.'’`-]/g, ' ')
    .replace(/\s+/g, ' ')
    .trim()
}

const bare = (folded: string) => folded.replace(new RegExp(`^(?:${kinds})\\s+`), '')

/**
 * Finds communes by code or name, whatever the spelling of marks and capitals and with or without the word
 * `Xã`, `Phường`, `Đặc khu`. Communes of today come before those of the past with the same name.
 */
export function communeLookup(reference: RosterReference): (text: string) => CommuneFinding {
  const byCode = new Map(reference.communes.map((commune) => [commune.code, commune]))
  const byName = group(reference.communes, (commune) => communeText(commune.name))
  const byBareName = group(reference.communes, (commune) => bare(communeText(commune.name)))
  const former = group(reference.formerCommunes, (commune) => communeText(commune.name))
  const formerBare = group(reference.formerCommunes, (commune) => bare(communeText(commune.name)))
  const remembered = new Map<string, CommuneFinding>()

  const find = (name: string, written: string): CommuneFinding => {
    const code = /^\d{4,5}$/.test(name) ? byCode.get(name.padStart(5, '0')) : undefined
    if (code) return { found: 'one', code: code.code }
    const present = byName.get(name) ?? (bare(name) === name ? byBareName.get(name) : undefined)
    if (present?.length === 1) return { found: 'one', code: present[0]!.code }
    if (present) return { found: 'several', candidates: present }
    const past = former.get(name) ?? (bare(name) === name ? formerBare.get(name) : undefined)
    if (past) {
      const codes = new Set(past.flatMap((commune) => commune.successors))
      return { found: 'former', successors: [...codes].flatMap((successor) => byCode.get(successor) ?? []) }
    }
    // The kind may have changed with the merger: `Thị trấn Bảo Lạc` is near to `Xã Bảo Lạc`.
    const otherKind = byBareName.get(bare(name))
    if (otherKind) return { found: 'none', nearest: otherKind.length === 1 ? otherKind[0]! : null }
    const names = bare(name) === name ? byBareName : byName
    const candidates = Array.from(names, ([key, [commune]]) => [key, commune!] as const)
    return { found: 'none', nearest: nearest(written, name, candidates) }
  }

  return (text) => {
    const known = remembered.get(text) ?? find(communeText(text), text)
    remembered.set(text, known)
    return known
  }
}

export function group<T>(items: Iterable<T>, key: (item: T) => string): Map<string, T[]> {
  const groups = new Map<string, T[]>()
  for (const item of items) {
    const at = key(item)
    const members = groups.get(at)
    if (members) members.push(item)
    else groups.set(at, [item])
  }
  return groups
}
