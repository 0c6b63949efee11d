import type { Message } from '~/formats/message'
import { cellNumber } from '~/formats/number-table'
import type { Bilingual } from '~/platform/i18n/locale'
import type { FoundQuestion } from './found'
import { both, type ItemBase, type PartsRead } from './sheet-base'
import { sheetParts } from './sheet-parts'
import type { SheetLayout } from './sheet-layout'
import type { SheetRow } from './sheet-text'
import { cognitiveNamed, isTicked, kindNamed, levelNamed, purposeNamed } from './sheet-words'

/** Reads one row as a question; `folders` are the sheet and the part of it in which it stands. */
export function readQuestionRow(
  row: SheetRow,
  layout: SheetLayout,
  number: number,
  folders: string[],
): FoundQuestion {
  const losses: Message[] = row.recovered.map((encoding) => ({
    key: 'sheet.recovered',
    values: { encoding },
  }))
  const category = categoryOf(row.text('category')) ?? folders
  const name = row.text('name') || null
  const question = { number, line: row.row, name, category, pictures: [] }
  const stem = both(row, 'stem')
  const refused = (key: string): FoundQuestion => ({ ...question, item: null, losses: [{ key }, ...losses] })
  if (!stem.vi && !stem.en) return refused('sheet.noStem')
  const base = baseOf(row, { stem, category, name }, losses)
  const named = row.text('kind')
  const kind = kindNamed(named)
  if (named && !kind) losses.push({ key: 'sheet.kindUnknown', values: { value: named } })
  const read: PartsRead = sheetParts(row, layout, base, kind)
  if ('refusal' in read) return refused(read.refusal)
  losses.push(...read.losses)
  for (const heading of row.unknown)
    losses.push({
      key: 'sheet.columnDropped',
      values: { heading: heading.split(/\n|\s[-–—]\s/)[0]!.slice(0, 60) },
    })
  return { ...question, item: read.item, losses }
}

function baseOf(
  row: SheetRow,
  { stem, category, name }: { stem: Bilingual; category: string[]; name: string | null },
  losses: Message[],
): ItemBase {
  const base: ItemBase = {
    code: codeIn(row.text('code')),
    version: 1,
    purpose: purposeNamed(row.text('purpose')) ?? 'teach',
    competency: /\b\d\.\d\b/.exec(row.text('competency').replace(',', '.'))?.[0] ?? null,
    level: levelNamed(row.text('level')),
    stem,
    explanation: both(row, 'explanation'),
  }
  const told = (field: string, value: unknown) => {
    const text = row.text(field)
    if (text && (value === null || value === undefined))
      losses.push({ key: 'sheet.value', values: { field, value: text.slice(0, 80) } })
  }
  const cognitive = cognitiveNamed(row.text('cognitive')) ?? cognitiveNamed(row.text('level'))
  if (cognitive) base.cognitive = cognitive
  const difficulty = row.text('difficulty') ? cellNumber(row.text('difficulty'), true) : null
  if (difficulty !== null && Math.abs(difficulty) <= 4) base.difficulty = difficulty
  if (row.text('family')) base.family = row.text('family')
  if (row.text('source')) base.source = row.text('source')
  if (isTicked(row.text('pilot'))) base.pilot = true
  if (name) base.name = name
  if (category.length > 0) base.category = category.join(' / ')
  told('purpose', row.text('purpose') ? purposeNamed(row.text('purpose')) : null)
  told('competency', base.competency)
  told('level', base.level ?? base.cognitive)
  told('cognitive', base.cognitive)
  told('difficulty', base.difficulty)
  if (row.text('code') && !base.code) told('code', null)
  return base
}

/** A code that items may have; another is told and left out. */
function codeIn(text: string): string {
  const code = text.toLowerCase()
  return /^[a-z0-9][a-z0-9.-]*$/.test(code) ? code : ''
}

function categoryOf(text: string): string[] | null {
  const folders = text
    .split('/')
    .map((folder) => folder.trim())
    .filter(Boolean)
  return folders.length > 0 ? folders : null
}
