import type { DraftItem } from '~/assessment/item'
import type { Message } from '~/formats/message'
import { letterIndex } from './sheet-columns'
import { both, idOf, type ItemBase, type PartsRead } from './sheet-base'
import type { SheetRow } from './sheet-text'

type Gap = Extract<DraftItem, { kind: 'gaps' }>['gaps'][number]
type Choice = { vi: string; en: string; mark: string }

/**
 * A passage whose gaps stand as {a}, {b} … (or as ____ in order) in its column, and each gap in the option of its letter: a
 * line for each thing that may stand there. `* right` and `- wrong` are chosen from; `= text` is accepted when typed,
 * `== text` letter by letter. The same line of both languages is one thing.
 */
export function readGaps(row: SheetRow, base: ItemBase, letters: number[]): PartsRead {
  const text = both(row, 'text')
  const spoken = text.vi || text.en ? text : base.stem
  const numbered = { vi: withMarkers(spoken.vi), en: withMarkers(spoken.en) }
  const losses: Message[] = []
  const gaps: Gap[] = []
  for (const letter of letters) {
    const lines = linesOf(both(row, 'option', letter))
    const id = idOf(letter)
    if (lines.length === 0) continue
    const chosen = lines.some(({ mark }) => mark === '*' || mark === '-')
    const parts = lines.map(({ vi, en, mark }, at) => ({
      id: idOf(at),
      vi,
      en,
      ...(mark === '*' && { correct: true }),
    }))
    if (chosen && !lines.some(({ mark }) => mark === '*')) losses.push({ key: 'loss.noKey' })
    if (chosen) gaps.push({ id, options: parts })
    else {
      const exact = lines.some(({ mark }) => mark === '==')
      gaps.push({ id, answers: parts, ...(exact && { exact: true }) })
    }
  }
  if (gaps.length === 0) return { refusal: 'sheet.noGaps' }
  const inText = (each: string) => !each || gaps.every(({ id }) => each.includes(`{${id}}`))
  if (!inText(numbered.vi) || !inText(numbered.en)) losses.push({ key: 'sheet.gapMarkers' })
  const empty = { vi: '', en: '' }
  const stem = spoken === base.stem ? empty : base.stem
  return { item: { ...base, stem, kind: 'gaps', text: numbered, gaps }, losses }
}

function withMarkers(text: string): string {
  if (/\{[a-z]\}/.test(text)) return text
  let next = 0
  return text.replace(/_{3,}|…{2,}|\.{4,}|\{([A-Z])\}/g, (blank, letter: string | undefined) => {
    const place = letter === undefined ? next++ : letterIndex(letter)
    return place < 26 ? `{${idOf(place)}}` : blank
  })
}

function linesOf({ vi, en }: { vi: string; en: string }): Choice[] {
  const [left, right] = [vi, en].map((text) => text.split('\n').filter((line) => line.trim() !== ''))
  const most = Math.min(26, Math.max(left!.length, right!.length))
  return Array.from({ length: most }, (_, at) => {
    const [a, b] = [marked(left![at] ?? ''), marked(right![at] ?? '')]
    return { vi: a.text, en: b.text, mark: a.mark || b.mark }
  })
}

function marked(line: string): { mark: string; text: string } {
  const found = /^\s*(\*|-|==|=)(?:\s+|$)/.exec(line)
  return found
    ? { mark: found[1]!, text: line.slice(found[0].length).trim() }
    : { mark: '', text: line.trim() }
}
