import { z } from 'zod'
import { plainText } from '~/formats/administrative/plain-text'
import { parseDateText } from '~/ui/date-text'
import { footFields, headFields, type Draft, type DraftPart } from './draft'

/**
 * What somebody wrote in place of a suggestion: `from` is the suggestion that stood there. With `used` false the suggestion
 * holds again and what was written is kept, so that it can be brought back.
 */
const worded = z.object({ text: z.string(), from: z.string(), used: z.boolean() })
export const wordingSchema = z.record(z.string(), worded)
export type Wording = z.infer<typeof wordingSchema>

/** A section of a document that can be edited, as it stands. */
export type Section = {
  key: string
  text: string
  suggested: string
  /** Somebody wrote it: it does not follow the data. */
  touched: boolean
  /** The suggestion has changed since. */
  moved: boolean
  /** What was written before the suggestion was taken again. */
  kept: string | null
}

const oneLine = new Set(['superior', 'issuer', 'number', 'place', 'date', 'signerTitle', 'signerName'])
export const isOneLine = (key: string) => oneLine.has(key)
/** The most letters of a field of one line, and of a section. */
export const limits = { line: 300, section: 8000 }
export const limitOf = (key: string) => (isOneLine(key) ? limits.line : limits.section)

function wordsOf(parts: readonly DraftPart[]): [string, string][] {
  return parts.flatMap((part): [string, string][] => (part.kind === 'words' ? [[part.key, part.text]] : []))
}

/** The suggestions of a draft by section, in the order of the page. */
export function suggestionsOf({ fields, parts, annexes }: Draft): [key: string, text: string][] {
  const from = (keys: readonly (keyof typeof fields)[]) =>
    keys.flatMap((key): [string, string][] => (fields[key] === undefined ? [] : [[key, fields[key]]]))
  return [
    ...from(headFields),
    ...wordsOf(parts),
    ...annexes.flatMap((annex) => wordsOf(annex.parts)),
    ...from(footFields),
  ]
}

export function sectionsOf(draft: Draft, wording: Wording): Section[] {
  return suggestionsOf(draft).map(([key, suggested]) => {
    const own = wording[key]
    const touched = own?.used === true
    return {
      key,
      text: touched ? own.text : suggested,
      suggested,
      touched,
      moved: touched && own.from !== suggested,
      kept: own && !own.used ? own.text : null,
    }
  })
}

/** What a form was opened with, in eight letters: the same for a text and for what a browser makes of it. */
export const sectionMark = ({ key, text }: Pick<Section, 'key' | 'text'>) => markOf(cleanTyped(key, text))

/** A text in eight letters (FNV-1a, 32 bits). */
export function markOf(text: string): string {
  let hash = 0x811c9dc5
  for (let i = 0; i < text.length; i += 1) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193)
  return (hash >>> 0).toString(36).padStart(8, '0')
}

export type TypedSection = { text: string; mark: string; takeTheirs: boolean }
export type WordingFault = { key: string; fault: 'long' | 'missing' | 'date'; most: number }

const wanted = new Set(['issuer', 'about'])

/** What is typed of a section, as it would be kept; a field of one line has no line ends. */
export function cleanTyped(key: string, text: string): string {
  const plain = plainText(text)
  return isOneLine(key) ? plain.replace(/\s*\n\s*/g, ' ') : plain
}

/** What is wrong with what was typed, section by section. */
export function wordingFaults(typed: ReadonlyMap<string, TypedSection>): WordingFault[] {
  return [...typed].flatMap(([key, { text }]): WordingFault[] => {
    const most = limitOf(key)
    const plain = cleanTyped(key, text)
    if (plain.length > most) return [{ key, fault: 'long', most }]
    if (plain === '' && wanted.has(key)) return [{ key, fault: 'missing', most }]
    if (key === 'date' && plain !== '' && parseDateText(plain) === null) return [{ key, fault: 'date', most }]
    return []
  })
}

/** A section that both changed: what stands there now. */
export type WordingConflict = { key: string; theirs: string }

/**
 * Joins what was typed with what is stored: a section whose text is that with which the form was opened stays as it is stored;
 * the others become the typed ones. `behind`: somebody saved since the form was opened; what both changed is then asked about,
 * unless the form says whose holds.
 */
export function mergeTyped(
  sections: readonly Section[],
  wording: Wording,
  typed: ReadonlyMap<string, TypedSection>,
  behind: boolean,
): { wording: Wording; conflicts: WordingConflict[]; changed: string[] } {
  const joined = new Map(Object.entries(wording))
  const conflicts: WordingConflict[] = []
  const changed: string[] = []
  for (const { key, text: stored, suggested } of sections) {
    const mine = typed.get(key)
    if (!mine || mine.takeTheirs) continue
    const text = cleanTyped(key, mine.text)
    if (markOf(text) === mine.mark || text === stored) continue
    if (behind && sectionMark({ key, text: stored }) !== mine.mark) {
      conflicts.push({ key, theirs: stored })
      continue
    }
    changed.push(key)
    if (text === cleanTyped(key, suggested)) joined.delete(key)
    else joined.set(key, { text, from: suggested, used: true })
  }
  return { wording: Object.fromEntries(joined), conflicts, changed }
}

/** A fingerprint of everything that the data fill in, to tell that they have changed since. */
export function dataMark({ fields: { date: _, ...fields }, parts, annexes }: Draft): string {
  return markOf(JSON.stringify([fields, parts, annexes]))
}
