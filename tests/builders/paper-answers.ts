import { randomUUID } from 'node:crypto'
import type { Entries } from '~/assessment/answer-entry'
import type { PaperProblem } from '~/campaigns/paper/batch'
import type { CellValue } from '~/formats/table'
import { now, setClock } from '~/platform/clock/now.server'
import type { Actor } from '~/platform/policy/actor'
import { actor, campaign, invitee, person, plannerGrant } from './campaign'
import { cellsOf } from './paper'
import { question } from './survey'

/** A campaign answered on paper by people of one commune. Import after `freshDatabase()`. */

const { reader } = await import('~/platform/db/db.server')
const { readWorkbook } = await import('~/formats/workbook.server')
const { writeWorkbook } = await import('~/formats/write-workbook.server')
const { entriesOfItem } = await import('~/assessment/present')
const { entriesOfQuestion } = await import('~/assessment/present-question')
const { seedOf } = await import('~/assessment/plan')
const { answerStep } = await import('~/campaigns/answer.server')
const { surveyStep } = await import('~/campaigns/survey-pages.server')
const { startSitting } = await import('~/campaigns/start-sitting.server')
const { submitSitting } = await import('~/campaigns/submit.server')
const { answersWorkbook } = await import('~/campaigns/paper/answers-workbook.server')
const { paperCampaign } = await import('~/campaigns/paper/paper-campaign.server')
const { paperForm } = await import('~/campaigns/paper/paper-form.server')
const { columnName, partsOf, widestParts } = await import('~/campaigns/paper/answer-shape')
const { formLetters } = await import('~/campaigns/paper/form-code')
const { uploadBatch } = await import('~/campaigns/paper/upload-batch.server')
const { viewBatch } = await import('~/campaigns/paper/view-batch.server')

export const place = { provinceCode: '04', communeCode: '01273' }
export const targets = { '1.1': 2, '4.1': 2, '7.1': 3, '7.3': 2 }
export const planner = actor({ grants: [plannerGrant('04')] })
export type Cells = Record<string, CellValue>
export let campaignId: string

/** A new open campaign, in which nobody is asked yet. */
export async function begin(): Promise<void> {
  campaignId = await campaign({ provinceCode: '04', communeCodes: ['01273'] })
}

export async function asked(
  staffCode: string = randomUUID().slice(0, 8),
  positionCode = 'office-statistics',
) {
  const who = await person({ ...place, positionCode, staffCode })
  const parts = { campaignId, personId: who.personId, communeCode: '01273', positionCode }
  const id = await invitee({ ...parts, targets: positionCode === 'finance' ? { '4.1': 2 } : targets })
  return { who, id, staffCode }
}

export const formOf = (letter: string) =>
  paperForm(
    paperCampaign(planner, reader, campaignId),
    { code: 'office-statistics', targets },
    formLetters.indexOf(letter),
  )

/** Downloads the workbook, types rows into it and gives the file: `rows` by staff code, cells by heading. */
export async function filled(rows: Record<string, Cells>, change?: (lines: CellValue[][]) => CellValue[][]) {
  const { body } = await answersWorkbook(planner, campaignId, null, { locale: 'vi', sample: true })
  const read = await readWorkbook(body, {
    bytes: 1e8,
    unpackedBytes: 1e9,
    rows: 9999,
    columns: 400,
    sheets: 99,
  })
  if (!read.ok) throw new Error(read.problem.code)
  const sheets = read.sheets.map(({ name, rows: lines }) => {
    const [head = [], ...others] = lines
    const typed = others.map((line) => {
      const cells = rows[String(line[0])]
      if (!cells) return line
      return head.map((heading, i) => cells[String(heading)] ?? line[i] ?? null)
    })
    const out = change && name !== 'Cách nhập' ? change([head, ...typed]) : [head, ...typed]
    return {
      name,
      columns: out[0]!.map((heading) => ({ header: String(heading ?? '') })),
      rows: out.slice(1),
    }
  })
  return new Uint8Array(await writeWorkbook(sheets))
}

/** The cells of a paper: form, day and answers by the step's name, in the item's own names. */
export function paper(letter: string, answers: Map<string, Entries>, day: CellValue = '20/11/2026'): Cells {
  const forms = formLetters.map(formOf)
  const widths = widestParts(forms.map(({ questions }) => questions.map(({ shape }) => shape)))
  const cells: Cells = { 'Bản (A/B/C)': letter, 'Ngày trả lời': day }
  for (const { number, step, shape } of formOf(letter.toUpperCase()).questions) {
    const entries = answers.get(step.step)
    if (!entries) continue
    for (const [part, cell] of cellsOf(shape, entries).entries())
      cells[columnName(number, part, Math.max(widths[number - 1]!, partsOf(shape)))] = cell
  }
  return cells
}

/** Right for every other item, "I do not know" for every fifth, wrong or first for the rest; in the item's own names. */
export function answersTo(letter: string): Map<string, Entries> {
  return new Map(
    formOf(letter).questions.map(({ step, definition, shape }, i): [string, Entries] => {
      if (definition.kind === 'item' && i % 5 === 0) return [step.step, { v: ['?'] }]
      switch (shape.kind) {
        case 'choice':
          return [step.step, { v: [shape.marks[i % 2 === 0 ? 0 : 1]!.value] }]
        case 'matching':
          return [step.step, Object.fromEntries(shape.rows.map((row) => [row, [row.slice(2)]]))]
        case 'ordering': {
          if (definition.kind !== 'item' || definition.item.kind !== 'ordering') throw new Error(step.step)
          return [
            step.step,
            Object.fromEntries(definition.item.steps.map(({ id }, at) => [`o.${id}`, [String(at + 1)]])),
          ]
        }
        case 'number':
          return [step.step, { n: ['12'] }]
        case 'text':
          return [step.step, { t: ['Cần thêm máy quét'] }]
        case 'gaps':
          return [
            step.step,
            Object.fromEntries(
              shape.gaps.map(({ name, marks }) => [name, [marks?.[0]?.value ?? 'máy quét']]),
            ),
          ]
        case 'square':
          return [step.step, { p: ['450,550'] }]
      }
    }),
  )
}

export async function upload(rows: Record<string, Cells>, change?: (lines: CellValue[][]) => CellValue[][]) {
  const answer = await uploadBatch(planner, campaignId, {
    fileName: 'bang.xlsx',
    file: await filled(rows, change),
  })
  if (answer.fault) throw new Error(answer.fault.message.key)
  return viewBatch(planner, campaignId, answer.id, 1, 'vi')
}

export const codes = (problems: PaperProblem[]) => problems.map(({ code }) => code)
export const daysOn = (days: number) =>
  setClock(new Date(Date.parse('2026-11-21T03:00:00Z') + days * 86_400_000))

export const abilityOf = (inviteeId: string) =>
  reader.sql.get<{ mean: string; sd: string; answers: number; rapid: number }>(
    'SELECT a.mean, a.sd, a.answers, a.rapid FROM SittingAbility a JOIN Sitting s ON s.id = a.sittingId WHERE s.inviteeId = ?',
    inviteeId,
  )

/** Answers on the pages what a paper says, half a minute a question. */
export async function answerOnPages(who: Actor): Promise<{ letter: string; answers: Map<string, Entries> }> {
  await startSitting(who, campaignId, 'person', 'vi')
  const sitting = reader.sql.get<{ id: string; parallel: number }>(
    'SELECT s.id, s.parallel FROM Sitting s JOIN Invitee i ON i.id = s.inviteeId WHERE i.personId = ?',
    who.personId,
  )!
  const letter = formLetters[sitting.parallel]!
  const answers = answersTo(letter)
  for (const { step, definition } of formOf(letter).questions) {
    setClock(new Date(now().getTime() + 30_000))
    const own = answers.get(step.step)!
    const value = valueOf(own)
    const seed = seedOf(sitting.id, step)
    const entries =
      definition.kind === 'item'
        ? entriesOfItem(definition.item, seed, value)
        : definition.kind === 'question'
          ? entriesOfQuestion(definition.question, value)
          : own
    const { sittingId, answerId } = question(surveyStep(who, campaignId, 'person', step.step, 'vi'))
    const outcome = await answerStep(who, {
      campaignId,
      kind: 'person',
      step: step.step,
      sittingId,
      answerId,
      entries,
    })
    if (!outcome.ok) throw new Error(`${step.step}: ${JSON.stringify(outcome)}`)
  }
  await submitSitting(who, campaignId, 'person')
  return { letter, answers }
}

export function valueOf(entries: Entries): unknown {
  if (entries.v) return entries.v[0] === '?' ? null : entries.v.length === 1 ? entries.v[0] : entries.v
  if (entries.n) return Number(entries.n[0])
  if (entries.t) return entries.t[0]
  const names = Object.keys(entries)
  if (names[0]!.startsWith('m.'))
    return Object.fromEntries(names.map((name) => [name.slice(2), entries[name]![0]]))
  return names.sort((a, b) => Number(entries[a]![0]) - Number(entries[b]![0])).map((name) => name.slice(2))
}
