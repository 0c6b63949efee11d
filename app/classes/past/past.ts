import { z } from 'zod'
import { fold } from '~/formats/fold'
import type { CellValue, SheetTable } from '~/formats/table'
import { cellAddress } from '~/formats/table'
import { parseDateText } from '~/ui/date-text'
import { classSchema, type ClassInput } from '../class-form'
import { tidyText, tidyTime } from '../typed'

/** A class as a workbook tells of it: what makes it, and each participant with a mark for every session. */
export type PastClass = { fields: PastFields; people: PastPerson[] }
export type PastPerson = { text: string; marks: (boolean | null)[] }

const typedSession = z.object({
  date: z.string(),
  startsAt: z.string(),
  endsAt: z.string(),
  place: z.string(),
  trainer: z.string(),
})
const fieldsSchema = z.object({
  titleVi: z.string(),
  titleEn: z.string().optional(),
  aimVi: z.string(),
  aimEn: z.string().optional(),
  competencies: z.array(z.string()),
  modules: z.array(z.string()),
  minShare: z.string(),
  sessions: z.array(typedSession),
})
type PastFields = z.infer<typeof fieldsSchema>

/** What travels in the page between the look and the confirmation. */
export const pastSchema = z.object({
  fields: fieldsSchema,
  people: z
    .array(z.object({ text: z.string().max(400), marks: z.array(z.boolean().nullable()).max(60) }))
    .max(1000),
})

/** Where something is wrong: the sheet and the cell (empty where it is the whole file), and the key of the text that says what. */
export type PastFault = { sheet: string; cell: string; key: string; value: string }
export type PastReading = { past: PastClass; faults: PastFault[] }

/** The names of the three sheets, folded, and of the rows of the first. */
export const sheetNames = { about: 'lop', sessions: 'buoi hoc', people: 'nguoi hoc' } as const
const labels: [Exclude<keyof PastFields, 'sessions'>, string][] = [
  ['titleVi', 'ten lop'],
  ['titleEn', 'ten tieng anh'],
  ['aimVi', 'muc tieu'],
  ['aimEn', 'muc tieu bang tieng anh'],
  ['competencies', 'nang luc'],
  ['modules', 'hoc phan'],
  ['minShare', 'ty le buoi phai du'],
]

/**
 * Reads the workbook of a class that was held: the sheet "Lớp" with one fact a row, "Buổi học" with one session a row,
 * "Người học" with one person a row and a column for each session. What is wrong is named by sheet and cell; nothing is
 * thrown for what a person may have typed.
 */
export function readPast(sheets: readonly SheetTable[]): PastReading {
  const faults: PastFault[] = []
  const find = (name: string) => sheets.find((sheet) => fold(sheet.name) === name)
  const [about, sessions, people] = [
    find(sheetNames.about),
    find(sheetNames.sessions),
    find(sheetNames.people),
  ]
  for (const [sheet, name] of [
    [about, 'about'],
    [sessions, 'sessions'],
    [people, 'people'],
  ] as const)
    if (!sheet) faults.push({ sheet: '', cell: '', key: `past.noSheet.${name}`, value: '' })
  const fields = aboutOf(about)
  const held = sessions ? sessionsOf(sessions, faults) : []
  return {
    past: {
      fields: { ...fields, sessions: held },
      people: people ? peopleOf(people, held.length, faults) : [],
    },
    faults: [...faults, ...(about && sessions ? formFaults({ ...fields, sessions: held }, about.name) : [])],
  }
}

/** The input of a class from what a workbook told; null where it cannot be one. */
export function inputOf(fields: PastFields): ClassInput | null {
  const read = classSchema.safeParse(fields)
  return read.success ? read.data : null
}

function aboutOf(sheet: SheetTable | undefined): Omit<PastFields, 'sessions'> {
  const values = new Map(
    (sheet?.rows ?? []).map((row) => [
      fold(textOf(row[0]))
        .replace(/\s*\(.*\)|[*:]/g, '')
        .trim(),
      textOf(row[1]),
    ]),
  )
  const value = Object.fromEntries(labels.map(([name, label]) => [name, values.get(label) ?? ''])) as Record<
    (typeof labels)[number][0],
    string
  >
  const codes = (text: string) =>
    text
      .split(/[,;\s]+/)
      .map((code) => code.trim())
      .filter(Boolean)
  return {
    titleVi: value.titleVi,
    titleEn: value.titleEn || undefined,
    aimVi: value.aimVi,
    aimEn: value.aimEn || undefined,
    competencies: codes(value.competencies),
    modules: codes(value.modules),
    minShare: value.minShare || '80',
  }
}

function formFaults(fields: PastFields, sheet: string): PastFault[] {
  const read = classSchema.safeParse(fields)
  if (read.success) return []
  return read.error.issues
    .filter(({ path }) => path[0] !== 'sessions')
    .map(({ message, path }) => ({ sheet, cell: '', key: message, value: String(path[0]) }))
}

function sessionsOf({ rows, name }: SheetTable, faults: PastFault[]): z.infer<typeof typedSession>[] {
  return rows.slice(1).flatMap((row, i) => {
    if (row.slice(1, 6).every((cell) => cell === null)) return []
    const at = (column: number, key: string) =>
      faults.push({ sheet: name, cell: cellAddress(i + 2, column + 1), key, value: textOf(row[column]) })
    const date = dayOf(row[1])
    const startsAt = timeOf(row[2])
    const endsAt = timeOf(row[3])
    const place = textOf(row[4])
    if (!date) at(1, 'form.session.date.wrong')
    if (!startsAt) at(2, 'form.session.time')
    if (!endsAt || (startsAt && endsAt <= startsAt))
      at(3, endsAt ? 'form.session.order' : 'form.session.time')
    if (!place) at(4, 'form.session.place')
    const [year, month, day] = (date ?? '').split('-')
    return [
      {
        date: date ? `${day}/${month}/${year}` : '',
        startsAt: startsAt ?? '',
        endsAt: endsAt ?? '',
        place,
        trainer: textOf(row[5]),
      },
    ]
  })
}

const yes = ['x', 'co', 'co mat', 'v', '✓', '✔', '1', 'yes', 'true']
const no = ['0', 'vang', 'khong', 'k', 'v/m', 'p', '-', 'no', 'false']

function peopleOf({ rows, name }: SheetTable, sessions: number, faults: PastFault[]): PastPerson[] {
  return rows.slice(1).flatMap((row, i) => {
    const cells = row.slice(1, 5).map(textOf)
    if (cells.every((cell) => cell === '')) return []
    const marks = Array.from({ length: sessions }, (_, k): boolean | null => {
      const text = fold(textOf(row[5 + k]))
      if (text === '') return null
      if (yes.includes(text)) return true
      if (no.includes(text)) return false
      faults.push({
        sheet: name,
        cell: cellAddress(i + 2, 6 + k),
        key: 'past.mark',
        value: textOf(row[5 + k]),
      })
      return null
    })
    return [{ text: cells.filter(Boolean).join('\t').slice(0, 400), marks }]
  })
}

function textOf(cell: CellValue | undefined): string {
  if (cell === null || cell === undefined) return ''
  if (cell instanceof Date) return cell.toISOString().slice(0, 10)
  return tidyText(String(cell))
}

function dayOf(cell: CellValue | undefined): string | null {
  if (cell instanceof Date) return cell.toISOString().slice(0, 10)
  return parseDateText(textOf(cell))
}

/** A time as text, or as a spreadsheet keeps it: a part of a day. */
function timeOf(cell: CellValue | undefined): string | null {
  if (cell instanceof Date) return cell.toISOString().slice(11, 16)
  if (typeof cell === 'number' && cell > 0 && cell < 1) {
    const minutes = Math.round(cell * 1440)
    return tidyTime(`${Math.floor(minutes / 60)}:${String(minutes % 60).padStart(2, '0')}`)
  }
  return tidyTime(textOf(cell))
}
