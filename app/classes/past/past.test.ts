import { expect, test } from 'vitest'
import { actor, person, plannerGrant } from '../../../tests/builders/campaign'
import { freshDatabase } from '../../../tests/builders/database'
import { writeWorkbook } from '~/formats/write-workbook.server'

await freshDatabase()
const { pastTemplate } = await import('./template.server')
const { importPast, uploadPast } = await import('./import-past.server')
const { viewClass } = await import('../view-class.server')
const { readWorkbook } = await import('~/formats/workbook.server')

const planner = actor({ accountId: 'planner', grants: [plannerGrant('04')] })

const workbook = (
  people: (string | null)[][],
  sessions = [['1', '12/11/2026', '8h', '11h30', 'Hội trường', 'Bà Dạy']],
) =>
  writeWorkbook([
    {
      name: 'Lớp',
      columns: [{ header: 'Mục' }, { header: 'Nội dung' }],
      rows: [
        ['Tên lớp', 'An toàn thông tin'],
        ['Mục tiêu', 'Nhận biết lừa đảo'],
        ['Năng lực', '4.1; 4.2'],
        ['Tỷ lệ buổi phải dự (%)', 80],
      ],
    },
    { name: 'Buổi học', columns: Array.from({ length: 6 }, (_, i) => ({ header: `C${i}` })), rows: sessions },
    { name: 'Người học', columns: Array.from({ length: 7 }, (_, i) => ({ header: `C${i}` })), rows: people },
  ])

test('a class that was held comes in with its sessions, people and attendance', async () => {
  const place = { communeCode: '01321', provinceCode: '04', positionCode: 'office-statistics' }
  const one = await person({ ...place, fullName: 'Nông Thị Ví', staffCode: 'CB-0001' })
  const two = await person({ ...place, fullName: 'Hoàng Văn Vắng' })
  const file = await workbook(
    [
      ['1', 'CB-0001', 'Nông Thị Ví', null, null, 'x', 'x'],
      ['2', null, 'Hoàng Văn Vắng', 'Xã Bảo Lạc', null, 'vắng', 'x'],
      ['3', null, 'Không Có Ai', null, null, 'x', 'x'],
    ],
    [
      ['1', '12/11/2025', '8h', '11h30', 'Hội trường', 'Bà Dạy'],
      ['2', '13/11/2025', '8h', '11h30', 'Hội trường', 'Bà Dạy'],
    ],
  )
  const read = await uploadPast(planner, file)
  if (read.kind !== 'read') throw new Error(JSON.stringify(read))
  expect(read.lines.map(({ fault }) => fault)).toEqual([null, null, 'unknown'])
  const answer = await importPast(planner, read.past, {})
  if (!('id' in answer)) throw new Error(JSON.stringify(answer))
  expect(answer.people).toBe(2)
  const view = viewClass(planner, answer.id)
  expect(view).toMatchObject({ state: 'ended', class: { competencies: ['4.1', '4.2'], minShare: 80 } })
  expect(Object.fromEntries(view.people.map((each) => [each.personId, each.attended]))).toEqual({
    [one.personId]: 2,
    [two.personId]: 1,
  })
})

test('what is wrong is named by sheet and cell, and nothing is stored', async () => {
  const file = await workbook(
    [['1', null, 'Nông Thị Ví', null, null, 'ốm', null]],
    [['1', '31/02/2026', '8h', '7h', '', '']],
  )
  const read = await uploadPast(planner, file)
  expect(read).toMatchObject({ kind: 'faults' })
  expect(read.kind === 'faults' && read.faults.map(({ cell, key }) => [cell, key])).toEqual([
    ['B2', 'form.session.date.wrong'],
    ['D2', 'form.session.order'],
    ['E2', 'form.session.place'],
    ['F2', 'past.mark'],
  ])
})

test('files of another kind and of other sheets are told apart', async () => {
  expect((await uploadPast(planner, new Uint8Array(Buffer.from('%PDF-1.4')))).kind).toBe('file')
  expect((await uploadPast(planner, new Uint8Array())).kind).toBe('file')
  const other = await writeWorkbook([{ name: 'Sheet1', columns: [{ header: 'A' }], rows: [['x']] }])
  expect(await uploadPast(planner, other)).toMatchObject({
    kind: 'faults',
    faults: expect.arrayContaining([]) as unknown,
  })
})

test('the template is read by the product itself', async () => {
  const read = await readWorkbook(await pastTemplate(planner))
  expect(read.ok && read.sheets.map(({ name }) => name)).toEqual(['Lớp', 'Buổi học', 'Người học', 'Danh mục'])
})
