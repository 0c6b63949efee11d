import type { DraftItem } from '~/assessment/item'
import type { Message } from '~/formats/message'
import type { CellValue } from '~/formats/table'
import type { Bilingual } from '~/platform/i18n/locale'
import { letterOf, mostOptions } from './sheet-columns'
import { columnKey } from './sheet-layout'
import { plainText } from './sheet-text'

/** The words of a sheet in one language. */
export type SheetWords = {
  heading: (key: string) => string
  kind: (kind: DraftItem['kind']) => string
  purpose: (purpose: DraftItem['purpose']) => string
  cognitive: (type: NonNullable<DraftItem['cognitive']>) => string
  scoring: (scoring: 'all' | 'part') => string
  /** Marks of a table of statements, such as Đ and S. */
  truth: (correct: boolean) => string
}

/** Excel holds no longer text in a cell. */
const longest = 32_000

type Cells = Map<string, CellValue>
type Part = { text?: Bilingual; match?: Bilingual; feedback?: Bilingual; weight?: number }

/** The cells of an item by the key of their column, with what did not fit; null cells where nothing of it can stand in a row. */
export function rowCells(item: DraftItem, words: SheetWords): { cells: Cells | null; losses: Message[] } {
  const losses: Message[] = []
  const cells: Cells = new Map()
  const put = (key: string, value: CellValue | undefined) => {
    if (value === undefined || value === null || value === '') return
    if (typeof value === 'string' && value.length > longest)
      losses.push({ key: 'sheet.tooLong', values: { limit: longest } })
    cells.set(key, typeof value === 'string' ? value.slice(0, longest) : value)
  }
  const pair = (key: string, text: Bilingual | undefined) => {
    put(`${key}.vi`, text && clean(text.vi))
    put(`${key}.en`, text && clean(text.en))
  }
  const parts = (list: Part[]) =>
    list.slice(0, mostOptions).forEach(({ text, match, feedback, weight }, at) => {
      pair(columnKey('option', at), text)
      pair(columnKey('match', at), match)
      pair(columnKey('feedback', at), feedback)
      put(columnKey('weight', at), weight)
    })

  if (item.kind === 'point')
    return { cells: null, losses: [{ key: 'loss.kind', values: { kind: item.kind } }] }
  put('code', item.code)
  put('kind', words.kind(item.kind))
  put('purpose', words.purpose(item.purpose))
  put('competency', item.competency)
  put('level', item.level)
  pair('stem', item.stem)
  pair('explanation', item.explanation)
  put('cognitive', item.cognitive && words.cognitive(item.cognitive))
  put('difficulty', item.difficulty)
  put('family', item.family)
  put('pilot', item.pilot ? 'x' : undefined)
  put('name', item.name && clean(item.name))
  put('category', item.category && clean(item.category))
  put('source', item.source && clean(item.source))
  if (item.picture) losses.push({ key: 'loss.field', values: { field: 'picture' } })

  switch (item.kind) {
    case 'single':
    case 'multiple': {
      const letters = item.options.flatMap(({ correct }, at) => (correct ? [letterOf(at)] : []))
      const starred = item.options.some(({ vi, en }) => /^\s*\*|\)\s*$/.test(vi) || /^\s*\*|\)\s*$/.test(en))
      put('answer', letters.join(', ') || (starred ? '-' : ''))
      if (item.kind === 'multiple') put('scoring', item.scoring && words.scoring(item.scoring))
      parts(item.options.map(optionPart))
      break
    }
    case 'truefalse':
      put('answer', item.statements.map(({ correct }) => words.truth(correct)).join(', '))
      put('scoring', item.scoring && words.scoring(item.scoring))
      parts(item.statements.map(optionPart))
      break
    case 'matching':
      parts([
        ...item.pairs.map(({ left, right, feedback }) => ({ text: left, match: right, feedback })),
        ...(item.extra ?? []).map(({ vi, en, feedback }) => ({ match: { vi, en }, feedback })),
      ])
      break
    case 'ordering':
      parts(item.steps.map(optionPart))
      break
    case 'numeric':
      put('answer', item.answer)
      put('tolerance', item.tolerance || undefined)
      pair('unit', item.unit)
      break
    case 'short':
      put('exact', item.exact ? 'x' : undefined)
      parts(item.answers.map(optionPart))
      break
    case 'gaps':
      gapCells(item)
      break
    case 'essay':
      if (item.rubric.length > 0) losses.push({ key: 'loss.field', values: { field: 'rubric' } })
      if (item.most !== 300) losses.push({ key: 'loss.field', values: { field: 'most' } })
  }
  if (partsOf(item) > mostOptions) losses.push({ key: 'sheet.tooMany', values: { limit: mostOptions } })
  return { cells, losses }

  function gapCells(gaps: Extract<DraftItem, { kind: 'gaps' }>) {
    // Gaps are named by their place, in the passage as in the columns.
    const places = new Map(gaps.gaps.map(({ id }, at) => [id, letterOf(at).toLowerCase()]))
    const renamed = (text: string) =>
      clean(text).replace(/\{([a-z0-9_-]{1,12})\}/g, (whole, id: string) =>
        places.has(id) ? `{${places.get(id)}}` : whole,
      )
    pair('text', { vi: renamed(gaps.text.vi), en: renamed(gaps.text.en) })
    gaps.gaps.slice(0, mostOptions).forEach((gap, at) => {
      const lines =
        'options' in gap
          ? gap.options.map((each) => ({ ...each, mark: each.correct ? '*' : '-' }))
          : gap.answers.map((each) => ({ ...each, mark: gap.exact ? '==' : '=' }))
      if (lines.some(({ feedback, weight }) => feedback || weight !== undefined))
        losses.push({ key: 'sheet.gapDetails' })
      const cell = (language: 'vi' | 'en') =>
        lines.map((line) => `${line.mark} ${clean(line[language]).replace(/\s+/g, ' ')}`.trim()).join('\n')
      pair(columnKey('option', at), { vi: cell('vi'), en: cell('en') })
    })
  }
}

const clean = (text: string) =>
  // eslint-disable-next-line no-control-regex
  plainText(text.replace(/[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]/g, ''))

function optionPart({ vi, en, feedback, weight }: Bilingual & Omit<Part, 'text' | 'match'>): Part {
  return { text: { vi, en }, feedback, weight }
}

function partsOf(item: DraftItem): number {
  if ('options' in item) return item.options.length
  if ('statements' in item) return item.statements.length
  if ('pairs' in item) return item.pairs.length + (item.extra?.length ?? 0)
  if ('steps' in item) return item.steps.length
  if ('answers' in item) return item.answers.length
  return 'gaps' in item ? item.gaps.length : 0
}
