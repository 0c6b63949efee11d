import { fold } from '~/formats/fold'
import type { Message } from '~/formats/message'
import type { SheetTable } from '~/formats/table'
import type { Locale } from '~/platform/i18n/locale'
import { questionLimits, type FoundFile, type FoundQuestion } from './found'
import { findQuestions } from './sheet-layout'
import { readQuestionRow } from './sheet-question'
import { rowReader, type SheetRow } from './sheet-text'

/** Rows whose code begins so are the examples of the template, which are never read. */
const isExample = (code: string) => /^(?:vd|vi du|example)(?:\s|$)/.test(fold(code))

/** A row that names a part of the sheet: one cell, and a word or a number that parts begin with. */
const part = /^(?:phần|chương|bài|chủ đề|mục|part|chapter|section|topic|[ivx]+[.)])(?:\s|$)/i

/**
 * Reads questions from the sheets of a workbook or a CSV file, one row a question: the product's own template, sheets that
 * trainers have (headings found in either language wherever they stand, also in TCVN3 or VNI), the template of Kahoot.
 * Columns that name no language are of `language`. Rows that cannot be taken say why, the rest is taken. Nothing is thrown.
 */
export function readQuestionSheet(sheets: SheetTable[], language: Locale): FoundFile {
  const found = sheets
    .filter(({ hidden }) => !hidden)
    .flatMap((sheet) => {
      const layout = findQuestions(sheet, language)
      return layout ? [{ sheet, layout }] : []
    })
  if (found.length === 0) return { questions: [], problem: { key: 'sheet.noHeader' } }
  const questions: FoundQuestion[] = []
  for (const { sheet, layout } of found) {
    const rowAt = rowReader(sheet, layout, language)
    // Several sheets of questions are told apart by their names.
    let folders = found.length > 1 ? [sheet.name] : []
    const sheetFolders = folders
    for (let row = layout.firstRow; row <= sheet.rows.length; row += 1) {
      const texts = rowAt(row)
      if (texts.filled.length === 0 || isExample(texts.text('code'))) continue
      const title = partTitle(texts, layout.columns)
      if (title) {
        folders = [...sheetFolders, title]
        continue
      }
      if (questions.length >= questionLimits.questions) return tooMany
      questions.push(readQuestionRow(texts, layout, questions.length + 1, folders))
    }
  }
  const problem: Message | null = questions.length === 0 ? { key: 'fault.noQuestions' } : null
  return { questions, problem }
}

const tooMany: FoundFile = {
  questions: [],
  problem: { key: 'fault.tooMany', values: { limit: questionLimits.questions } },
}

function partTitle({ filled }: SheetRow, columns: Map<string, number>): string | null {
  const [only, ...more] = filled.filter(({ text }) => text !== '')
  if (!only || more.length > 0) return null
  const isStem = only.at === columns.get('stem.vi') || only.at === columns.get('stem.en')
  return part.test(only.text) || (!isStem && !columnsHold(columns, only.at)) ? only.text : null
}

const columnsHold = (columns: Map<string, number>, at: number) => [...columns.values()].includes(at)
