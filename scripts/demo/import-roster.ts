import { writeWorkbook } from '~/formats/write-workbook.server'
import { confirmImport } from '~/people/roster/confirm-import.server'
import { readingDone } from '~/people/roster/reading.server'
import { startImport } from '~/people/roster/start-import.server'
import { viewImport } from '~/people/roster/view-import.server'
import { reader } from '~/platform/db/db.server'
import type { Actor } from '~/platform/policy/actor'
import type { DemoPerson } from './roster'

const headers = ['Mã cán bộ', 'Họ và tên', 'Ngày sinh', 'Giới tính', 'Xã/phường', 'Vị trí việc làm', 'Loại']
const kinds = { civil_servant: 'Cán bộ, công chức', party_front_other: 'Đảng, Mặt trận, đoàn thể' }

/** Puts people in as a planner does: a workbook, its preview, its confirmation. */
export async function importRoster(planner: Actor, people: DemoPerson[]): Promise<void> {
  const names = new Map(
    reader.sql
      .all<{ code: string; nameVi: string }>('SELECT code, nameVi FROM Position')
      .map(({ code, nameVi }) => [code, nameVi]),
  )
  const rows = people.map((person) => [
    person.staffCode,
    person.fullName,
    person.birthDate,
    person.sex === 'female' ? 'Nữ' : 'Nam',
    person.communeName,
    person.positions.map((code) => names.get(code) ?? code).join('; '),
    kinds[person.kind],
  ])
  const file = await writeWorkbook([
    { name: 'Danh sách', columns: headers.map((header) => ({ header })), rows },
  ])
  const { id, fault } = await startImport(planner, { fileName: 'danh-sach-mau.xlsx', file })
  if (!id) throw new Error(`the roster was refused: ${fault?.message.key}`)
  await readingDone(id)
  const view = await viewImport(planner, id, { show: null, page: 1 })
  if (view.state !== 'preview' || view.totals.new !== people.length)
    throw new Error(`the roster has rows to mend: ${JSON.stringify(view).slice(0, 600)}`)
  const answer = await confirmImport(planner, id, { mark: view.mark, rightRows: false })
  if (answer !== 'done') throw new Error(`the roster was not written: ${answer}`)
}
