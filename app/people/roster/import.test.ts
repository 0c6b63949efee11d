import { describe, expect, it } from 'vitest'
import { leaderOf, plannerOf } from '../../../tests/builders/actors'
import { freshDatabase } from '../../../tests/builders/database'
import { rosterSteps } from '../../../tests/builders/roster'

await freshDatabase()
const { planner, workbook, upload, see, preview, confirmAll, readingDone } = await rosterSteps()
const { startImport } = await import('./start-import.server')
const { viewImport } = await import('./view-import.server')
const { confirmImport } = await import('./confirm-import.server')
const { decideRows, rereadImport, undecideRows } = await import('./change-import.server')
const { discardImport, discardStaleImports } = await import('./discard-import.server')
const { errorsWorkbook } = await import('./errors-workbook.server')
const { readWorkbook } = await import('~/formats/workbook.server')
const { inTransaction, reader } = await import('~/platform/db/db.server')

type Stored = {
  staffCode: string
  fullName: string
  communeCode: string
  username: string
  role: string
  grantAt: string
}
const people = () =>
  reader.sql.all<Stored>(
    `SELECT p.staffCode, p.fullName, pc.communeCode, a.username, g.role, g.communeCode AS grantAt FROM Person p
     JOIN PersonCommune pc ON pc.personId = p.id AND pc.until IS NULL JOIN Account a ON a.personId = p.id
     JOIN RoleGrant g ON g.accountId = a.id ORDER BY p.staffCode`,
  )
const first = [
  ['CB1', 'Nông Thị Hường', '05/03/1988', 'Xã Bảo Lạc', 'Tư pháp - hộ tịch', '004188000111'],
  [null, 'Hoàng Văn Páo', '1990', 'Bảo Lạc', 'CC VP-TK; Đối ngoại', null],
]

describe('a roster', () => {
  it('is written only when confirmed, then is unchanged when sent again', async () => {
    const file = await workbook(first)
    const { id } = await upload(file)
    const view = await preview(id)
    expect(view.totals).toMatchObject({ new: 2, error: 0, decide: 0 })
    expect(people()).toEqual([])
    expect(await confirmImport(planner, id, { mark: view.mark, rightRows: false })).toBe('done')
    expect(people()).toEqual([
      {
        staffCode: '01321-0001',
        fullName: 'Hoàng Văn Páo',
        communeCode: '01321',
        username: '01321-0001',
        role: 'learner',
        grantAt: '01321',
      },
      {
        staffCode: 'CB1',
        fullName: 'Nông Thị Hường',
        communeCode: '01321',
        username: 'CB1',
        role: 'learner',
        grantAt: '01321',
      },
    ])
    expect(await confirmImport(planner, id, { mark: view.mark, rightRows: false })).toBe('done')
    expect(people()).toHaveLength(2)
    const stored = await reader.rosterImport.findUniqueOrThrow({ where: { id } })
    expect([stored.state, stored.file, stored.preview]).toEqual(['confirmed', null, null])

    const again = await upload(file)
    expect(again.id).not.toBe(id)
    expect((await preview(again.id)).totals).toMatchObject({ new: 0, unchanged: 2 })
  })

  it('moves people with their history and their learner', async () => {
    const moved = [['CB1', 'Nông Thị Hường', '05/03/1988', 'Xã Cô Ba', 'Tư pháp - hộ tịch; Đối ngoại', null]]
    const { id } = await upload(await workbook(moved))
    const view = await preview(id, 'moved')
    expect(view.totals.moved).toBe(1)
    await confirmImport(planner, id, { mark: view.mark, rightRows: false })
    const person = people().find(({ staffCode }) => staffCode === 'CB1')!
    expect(person.grantAt).toBe(person.communeCode)
    expect(person.communeCode).not.toBe('01321')
    const history = reader.sql.all<{ communeCode: string; until: string | null }>(
      "SELECT pc.communeCode, pc.until FROM PersonCommune pc JOIN Person p ON p.id = pc.personId WHERE p.staffCode = 'CB1' ORDER BY pc.id",
    )
    expect(history).toEqual([
      { communeCode: '01321', until: expect.any(String) },
      { communeCode: person.communeCode, until: null },
    ])
    const positions = reader.sql.all(
      "SELECT positionCode, rank FROM PersonPosition pp JOIN Person p ON p.id = pp.personId WHERE p.staffCode = 'CB1' AND until IS NULL",
    )
    expect(positions).toEqual([
      { positionCode: 'justice-civil-status', rank: 0 },
      { positionCode: 'external-affairs', rank: 1 },
    ])
    expect(reader.sql.all("SELECT 1 FROM AuditEntry WHERE action = 'person.move'")).toHaveLength(1)
  })

  it('asks about likely doubles and follows the decision', async () => {
    const { id } = await upload(
      await workbook([[null, 'Hoàng Văn Páo', '1990', 'Xã Cô Ba', 'Đối ngoại', null]]),
    )
    const view = await preview(id, 'decide')
    expect(view.totals.decide).toBe(1)
    const row = view.page.show === 'decide' ? view.page.rows[0]! : null
    expect(await confirmImport(planner, id, { mark: view.mark, rightRows: false })).toBe('needsWhole')
    await decideRows(planner, id, { [row!.row]: { same: row!.candidates[0]!.personId } })
    expect((await preview(id)).totals).toMatchObject({ decide: 0, moved: 1 })
    await undecideRows(planner, id)
    expect((await preview(id)).totals.decide).toBe(1)
    await decideRows(planner, id, { [row!.row]: 'different' })
    const settled = await preview(id)
    expect(settled.totals).toMatchObject({ decide: 0, new: 1 })
    expect(await confirmImport(planner, id, { mark: settled.mark, rightRows: false })).toBe('done')
    expect(people()).toHaveLength(3)
  })

  it('imports its right rows only, and gives back the others without citizen numbers', async () => {
    const rows = [
      [null, 'Bế Văn Đàn', '31/02/1988', 'Xã Bảo Lạc', 'Đối ngoại', '004188000112'],
      [null, 'Lý Thị Mỷ', '02/02/1988', 'Xã Bảo Lạt', 'Đối ngoại', '004188000113'],
      [null, 'Triệu Mùi Pham', '02/02/1988', 'Xã Bảo Lạc', 'Đối ngoại', '004188000114'],
    ]
    const { id } = await upload(await workbook(rows))
    const view = await preview(id)
    expect([view.totals.error, view.importable]).toEqual([2, 1])
    expect(
      view.page.show === 'error' && view.page.lines.map(({ problem }) => [problem.address, problem.code]),
    ).toEqual([
      ['C2', 'badDate'],
      ['D3', 'unknownCommune'],
    ])
    const errors = await readWorkbook(await errorsWorkbook(planner, id, { locale: 'vi', sample: false }))
    const text = JSON.stringify(errors.ok && errors.sheets[0]!.rows)
    expect(text).toContain('Bế Văn Đàn')
    expect(text).not.toContain('004188000')
    const whole = JSON.stringify(
      await reader.rosterImport.findUniqueOrThrow({ where: { id }, select: { preview: true } }),
    )
    expect(whole).not.toContain('004188000')
    await rereadImport(planner, id, { accept: { column: 'commune', value: 'Xã Bảo Lạt', code: '01321' } })
    await readingDone(id)
    const better = await preview(id)
    expect([better.totals.error, better.importable]).toEqual([1, 2])
    expect(await confirmImport(planner, id, { mark: better.mark, rightRows: false })).toBe('needsWhole')
    expect(await confirmImport(planner, id, { mark: better.mark, rightRows: true })).toBe('done')
    expect(people().map(({ fullName }) => fullName)).toEqual(
      expect.arrayContaining(['Lý Thị Mỷ', 'Triệu Mùi Pham']),
    )
  })

  it('is compared again when somebody changed the people in between', async () => {
    const { id } = await upload(
      await workbook([['CB1', 'Nông Thị Hường', '05/03/1988', 'Xã Bảo Lạc', 'Đối ngoại', null]]),
    )
    const seen = await preview(id)
    await inTransaction(
      async (tx) => void tx.sql.run("UPDATE Person SET birthDate = '1977-01-01' WHERE staffCode = 'CB1'"),
    )
    expect(await confirmImport(planner, id, { mark: seen.mark, rightRows: false })).toBe('changedMeanwhile')
    const now = await preview(id)
    expect(now.mark).not.toBe(seen.mark)
    expect(await confirmImport(planner, id, { mark: now.mark, rightRows: false })).toBe('done')
  })

  it('exchanges staff codes between people', async () => {
    await confirmAll(
      await workbook([
        ['X1', 'Đàm Thị Một', '1980', 'Xã Bảo Lạc', 'Đối ngoại', null],
        ['X2', 'Đàm Thị Hai', '1981', 'Xã Bảo Lạc', 'Đối ngoại', null],
      ]),
    )
    await inTransaction(
      async (tx) => void tx.sql.run("UPDATE Person SET staffCode = '01321-0900' WHERE staffCode = 'X1'"),
    )
    await confirmAll(
      await workbook([
        ['X2', 'Đàm Thị Hai', '1981', 'Xã Bảo Lạc', 'Đối ngoại', null],
        ['X1', 'Đàm Thị Một', '1980', 'Xã Bảo Lạc', 'Đối ngoại', null],
      ]),
    )
    expect(people().find(({ fullName }) => fullName === 'Đàm Thị Một')!.staffCode).toBe('X1')
  })

  it('refuses a staff code of another province', async () => {
    await inTransaction(
      async (tx) => void tx.sql.run("UPDATE Person SET provinceCode = '19' WHERE staffCode = 'X2'"),
    )
    const { id } = await upload(
      await workbook([['X2', 'Đàm Thị Hai', '1981', 'Xã Bảo Lạc', 'Đối ngoại', null]]),
    )
    const view = await preview(id)
    expect(view.page.show === 'error' && view.page.lines[0]!.problem).toMatchObject({
      code: 'codeTaken',
      message: { values: { name: 'Thái Nguyên' } },
    })
  })
})

describe('a discarded import', () => {
  it('keeps nothing and cannot be confirmed', async () => {
    const { id } = await upload(
      await workbook([['D1', 'Vương Thị Nguyệt', '1988', 'Xã Bảo Lạc', 'Đối ngoại', null]]),
    )
    const { mark } = await preview(id)
    await discardImport(planner, id)
    expect(await confirmImport(planner, id, { mark, rightRows: true })).toBe('discarded')
    expect(people().some(({ staffCode }) => staffCode === 'D1')).toBe(false)
    const stored = await reader.rosterImport.findUniqueOrThrow({ where: { id } })
    expect([stored.file, stored.preview]).toEqual([null, null])
  })

  it('is what an old upload becomes', async () => {
    const { id } = await upload(
      await workbook([['D2', 'Vương Thị Nguyệt', '1988', 'Xã Bảo Lạc', 'Đối ngoại', null]]),
    )
    await discardStaleImports()
    expect((await see(id)).state).toBe('preview')
    await inTransaction((tx) =>
      tx.rosterImport.update({ where: { id }, data: { createdAt: new Date('2026-01-01') } }),
    )
    await discardStaleImports()
    expect((await see(id)).state).toBe('discarded')
  })
})

describe('who may import', () => {
  it('is a planner of the province, nobody else', async () => {
    const { id } = await upload(
      await workbook([['E1', 'Vương Thị Nguyệt', '1988', 'Xã Bảo Lạc', 'Đối ngoại', null]]),
    )
    for (const stranger of [plannerOf('19'), leaderOf('04', '01321')]) {
      await expect(viewImport(stranger, id, { show: null, page: 1 })).rejects.toMatchObject({ status: 403 })
      await expect(confirmImport(stranger, id, { mark: '', rightRows: true })).rejects.toMatchObject({
        status: 403,
      })
      await expect(discardImport(stranger, id)).rejects.toMatchObject({ status: 403 })
      await expect(errorsWorkbook(stranger, id, { locale: 'vi', sample: false })).rejects.toMatchObject({
        status: 403,
      })
    }
    await expect(
      startImport(leaderOf('04', '01321'), { fileName: 'a.xlsx', file: new Uint8Array([1]) }),
    ).rejects.toMatchObject({ status: 403 })
  })
})
