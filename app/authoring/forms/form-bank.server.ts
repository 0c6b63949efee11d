import { itemVersion } from '~/assessment/content.server'
import { presentScenarios } from '~/assessment/practice/versions.server'
import { fold } from '~/formats/fold'
import { reader } from '~/platform/db/db.server'
import type { Bilingual } from '~/platform/i18n/locale'
import type { DraftFault } from '../drafts/draft-kind'
import type { DraftForm, DraftSection } from './draft-form'

/** An item of the bank as the editor of a quiz lists it. */
export type BankLine = { code: string; stem: Bilingual; competency: string; level: number }

const mostFound = 20
const inUse = "purpose = 'measure' AND retired = 0 AND coalesce(json_extract(data, '$.pilot'), 0) = 0"

function bankIds(): string[] {
  return reader.sql
    .all<{ id: string }>(
      `SELECT id, max(version) FROM ItemVersion WHERE ${inUse} GROUP BY code ORDER BY competency, level, code`,
    )
    .map(({ id }) => id)
}

function lineOf(id: string): BankLine {
  const { code, stem, competency, level } = itemVersion(id)
  return { code, stem, competency, level }
}

/** The first items in use whose words, code or competency hold what was typed. */
export function findInBank(typed: string): BankLine[] {
  const wanted = fold(typed)
  if (wanted === '') return []
  return bankIds()
    .map(lineOf)
    .filter(({ code, stem }) => fold(`${code} ${stem.vi} ${stem.en}`).includes(wanted))
    .slice(0, mostFound)
}

/** The items of the bank with these codes; a code that is not in use any more is left out. */
export function linesOf(codes: readonly string[]): Record<string, BankLine> {
  if (codes.length === 0) return {}
  const wanted = new Set(codes)
  const lines = bankIds().map(lineOf)
  return Object.fromEntries(lines.filter(({ code }) => wanted.has(code)).map((line) => [line.code, line]))
}

/** How many items in use the bank has of each competency and level, by `4.1/2`; one of a family stands for all of it. */
export function bankCells(): Record<string, number> {
  const rows = reader.sql.all<{ cell: string; count: number }>(
    `SELECT competency || '/' || level AS cell, count(DISTINCT coalesce(json_extract(data, '$.family'), code)) AS count
     FROM ItemVersion WHERE ${inUse} GROUP BY competency, level`,
  )
  return Object.fromEntries(rows.map(({ cell, count }) => [cell, count]))
}

/** The practice tasks that a survey can give. */
export function measuringTasks(): { code: string; title: Bilingual }[] {
  return presentScenarios('measure').map(({ code, title }) => ({ code, title }))
}

/** What a form asks for that the bank and the library do not have. */
export function libraryFaults({ sections }: DraftForm): DraftFault[] {
  const tasks = new Set(measuringTasks().map(({ code }) => code))
  const cells = bankCells()
  return sections.flatMap((section: DraftSection): DraftFault[] => {
    const path = `sections.${section.id}`
    if (section.kind === 'practice')
      return (section.tasks ?? [])
        .filter((code) => !tasks.has(code))
        .map((task) => ({ key: 'form.taskGone', path, values: { task } }))
    if (section.by === 'items') {
      const known = linesOf(section.items ?? [])
      return (section.items ?? [])
        .filter((code) => !known[code])
        .map((item) => ({ key: 'form.itemGone', path, values: { item } }))
    }
    if (section.by !== 'blueprint') return []
    return (section.blueprint ?? []).flatMap(({ competency, level, count }) => {
      const have = cells[`${competency}/${level}`] ?? 0
      return have >= count ? [] : [{ key: 'form.fewItems', path, values: { competency, level, count, have } }]
    })
  })
}
