import { afterAll, beforeEach, describe, expect, it } from 'vitest'
import { leaderOf, plannerOf } from '../../../tests/builders/actors'
import { campaign, person } from '../../../tests/builders/campaign'
import { close } from '../../../tests/builders/closed-campaign'
import { freshDatabase } from '../../../tests/builders/database'
import { readDocx } from '../../../tests/builders/docx-reader'
import { officialDocuments } from '../../../tests/builders/official-documents'
import { plan } from '../../../tests/builders/plan'
import { refusal } from '../../../tests/builders/refusal'

await freshDatabase()
const { inTransaction, reader } = await import('~/platform/db/db.server')
const { setClock } = await import('~/platform/clock/now.server')
const { namePeople } = await import('~/planning/carry/name-people.server')
const { cancelPlannedClass } = await import('~/planning/carry/end-plan.server')
const { listDocuments } = await import('./list-documents.server')
const { letterheadOf, saveLetterhead } = await import('./letterhead.server')
const { makeDocument } = await import('./make-document.server')
const { removeDocument, saveDocument } = await import('./save-document.server')
const { documentFile, sheetOf, viewDocument } = await import('./view-document.server')
afterAll(() => setClock())
setClock(new Date('2026-11-23T02:00:00Z'))

const { province, planner, communes, first, second, planId, classId, subjects, make, write } =
  await officialDocuments()
const leader = leaderOf(province, first)
const textOf = async (id: string, actor = planner) => readDocx((await documentFile(actor, id)).body).text
const sectionOf = (id: string, key: string) =>
  viewDocument(planner, id).sections.find((section) => section.key === key)!

beforeEach(() => inTransaction(async (tx) => tx.sql.run('DELETE FROM OfficialDocument')))

describe('the four documents', () => {
  it('say what the data say', async () => {
    const report = await textOf(await make('report'))
    expect(report).toContain('BÁO CÁO')
    expect(report).toContain('khoảng 90%')
    expect(report).toContain('./.')
    const planned = await textOf(await make('plan'))
    expect(planned).toContain('Bảng 2. Dự toán theo định mức, đồng')
    expect(planned).toContain('Tổng cộng')
    const summons = await textOf(await make('summons', { classId }))
    expect(summons).toContain('V/v triệu tập')
    expect(summons).toContain('Kính gửi')
    const list = await textOf(await make('participants'))
    expect(list).toContain('DANH SÁCH')
    expect(list).toMatch(/Còn \d+ chỗ chưa cử người/)
  })

  it('can be made in English, and say that they are translations', async () => {
    for (const kind of ['report', 'plan', 'participants', 'summons'] as const) {
      const text = await textOf(await make(kind, {}, 'en'))
      expect(text).toContain('UNOFFICIAL TRANSLATION')
      expect(text).not.toMatch(/CỘNG HÒA|Kính gửi|Nơi nhận/)
    }
  })

  it('never tell a figure that is hidden, and say why', async () => {
    const { sheet } = sheetOf(planner, await make('report'))
    const [annex] = sheet.annexes
    const table = annex!.blocks.find((block) => block.kind === 'table')!.table
    const third = table.rows[2]!
    expect('cells' in third && third.cells.slice(3).filter((cell) => /\d/.test(cell))).toEqual([])
    expect('cells' in third && third.cells).toContain('ẩn')
    expect(table.notes.join(' ')).toContain('dưới 5 người')
  })

  it('are the same in print as in the file', async () => {
    const id = await make('summons')
    const { sheet } = sheetOf(planner, id)
    const file = await textOf(id)
    const lines = [...sheet.body, ...sheet.annexes.flatMap(({ blocks }) => blocks)].flatMap((block) =>
      block.kind === 'line' || block.kind === 'heading'
        ? [block.text]
        : block.kind === 'table'
          ? block.table.rows.flatMap((row) => ('cells' in row ? row.cells : []))
          : [],
    )
    expect(lines.length).toBeGreaterThan(20)
    for (const line of lines) expect(file).toContain(line)
  })
})

describe('the list of participants', () => {
  it('numbers who was named by commune and given name, and tells what is left', async () => {
    const people: string[] = []
    for (const fullName of ['Nông Thị Yến', 'Bế Văn An'])
      people.push(
        (
          await person({
            provinceCode: province,
            communeCode: first,
            positionCode: 'office-statistics',
            fullName,
          })
        ).personId,
      )
    await namePeople(leader, first, classId, { personIds: people, standIn: null })
    const { sheet } = sheetOf(planner, await make('participants', { classId }))
    const table = sheet.body.find((block) => block.kind === 'table')!.table
    const named = table.rows.flatMap((row) => ('cells' in row ? [row.cells.slice(0, 2)] : []))
    expect(named).toEqual([
      ['1', 'Bế Văn An'],
      ['2', 'Nông Thị Yến'],
    ])
    expect(table.rows.some((row) => 'remark' in row)).toBe(true)
    const own = sheetOf(leader, await make('participants', { communeCode: first }, 'vi', leader))
    expect(own.sheet.issuer).toMatch(/^Ủy ban nhân dân (?:xã|phường)/)
    expect(JSON.stringify(own.sheet)).toContain('Bế Văn An')
  })

  it('is made by a leader for the own commune only', async () => {
    const of = (communeCode: string | null) =>
      makeDocument(leader, {
        kind: 'participants',
        language: 'vi',
        subject: { ...subjects.participants, communeCode },
      })
    expect(await refusal(of(second))).toBe('notAllowed')
    expect(await refusal(of(null))).toBe('notAllowed')
    await of(first)
    const all = await make('participants')
    expect(listDocuments(leader).documents).toHaveLength(1)
    expect(listDocuments(planner).documents).toHaveLength(2)
    expect(await refusal(() => viewDocument(leader, all))).toBe('notAllowed')
  })
})

describe('editing', () => {
  it('keeps what was written, marks it, and puts it into the file', async () => {
    const id = await make('report')
    const odd = '=1+1 <b>đậm</b> & "ngoặc"\u0000'
    expect(await write(id, { findings: odd, signerName: 'Nông Văn Thử' })).toEqual({
      kind: 'saved',
      changed: 2,
    })
    expect(sectionOf(id, 'findings')).toMatchObject({ touched: true, text: '=1+1 <b>đậm</b> & "ngoặc"' })
    const text = await textOf(id)
    expect(text).toContain('=1+1 <b>đậm</b> & "ngoặc"')
    expect(text).toContain('Nông Văn Thử')
    expect(listDocuments(planner).documents[0]!.written).toBe(2)
  })

  it('goes back to the suggestion and brings back what was written', async () => {
    const id = await make('report')
    const suggested = sectionOf(id, 'findings').text
    await write(id, { findings: 'Của tôi.' })
    const turn = (to: 'suggested' | 'kept') => {
      const { document } = viewDocument(planner, id)
      return saveDocument(planner, id, {
        revision: document.revision,
        typed: new Map(),
        then: { key: 'findings', to },
      })
    }
    await turn('suggested')
    expect(sectionOf(id, 'findings')).toMatchObject({ text: suggested, touched: false, kept: 'Của tôi.' })
    await turn('kept')
    expect(sectionOf(id, 'findings')).toMatchObject({ text: 'Của tôi.', touched: true })
  })

  it('asks where somebody else changed the same meanwhile, and loses nothing', async () => {
    const id = await make('report')
    const before = viewDocument(planner, id)
    await write(id, { findings: 'Của người kia.' })
    const { mark } = before.sections.find(({ key }) => key === 'findings')!
    const mine = { text: 'Của tôi.', mark, takeTheirs: false }
    const answer = await saveDocument(planner, id, {
      revision: before.document.revision,
      typed: new Map([['findings', mine]]),
    })
    expect(answer).toMatchObject({
      kind: 'conflict',
      conflicts: [{ key: 'findings', theirs: 'Của người kia.' }],
      revision: 2,
    })
    expect(sectionOf(id, 'findings').text).toBe('Của người kia.')
    if (answer.kind !== 'conflict') throw new Error(answer.kind)
    const again = { ...mine, mark: answer.marks.findings! }
    await saveDocument(planner, id, { revision: answer.revision, typed: new Map([['findings', again]]) })
    expect(sectionOf(id, 'findings').text).toBe('Của tôi.')
  })

  it('refuses what is too long, with what is wrong where', async () => {
    const id = await make('report')
    expect(await write(id, { about: 'a'.repeat(8001), issuer: '' })).toEqual({
      kind: 'wrong',
      faults: [
        { key: 'issuer', fault: 'missing', most: 300 },
        { key: 'about', fault: 'long', most: 8000 },
      ],
    })
    expect(viewDocument(planner, id).document.revision).toBe(1)
  })

  it('says that the data have changed, and follows them where nobody wrote', async () => {
    const id = await make('summons', { classId })
    await write(id, { facts: 'Thời gian: theo thông báo sau.' })
    expect(viewDocument(planner, id).moved).toBe(false)
    await inTransaction(async (tx) =>
      tx.sql.run("UPDATE ClassSession SET place = 'Nhà văn hóa mới' WHERE classId = ?", classId),
    )
    expect(viewDocument(planner, id).moved).toBe(true)
    expect(sectionOf(id, 'facts')).toMatchObject({ touched: true, moved: true })
    expect(sectionOf(id, 'facts').suggested).toContain('Nhà văn hóa mới')
    const untouched = await make('summons', { classId })
    expect(await textOf(untouched)).toContain('Nhà văn hóa mới')
    await write(id, {})
    expect(viewDocument(planner, id).moved).toBe(false)
  })

  it('takes a document off the list and puts it back', async () => {
    const id = await make('plan')
    await removeDocument(planner, id, true)
    expect(listDocuments(planner).documents).toEqual([])
    expect(await refusal(documentFile(planner, id))).toBe('notFound')
    expect(viewDocument(planner, id).document.isRemoved).toBe(true)
    await removeDocument(planner, id, false)
    expect(listDocuments(planner).documents.map((each) => each.id)).toEqual([id])
  })
})

describe('the letterhead', () => {
  it('is followed by documents in which nobody wrote something else', async () => {
    const id = await make('report')
    await saveLetterhead(planner, {
      ...letterheadOf(province),
      issuer: 'Sở Nội vụ',
      symbol: 'SNV',
      signerName: 'Bế Thị Mẫu',
    })
    const text = await textOf(id)
    expect(text).toContain('SỞ NỘI VỤ')
    expect(text).toContain('/BC-SNV')
    expect(text).toContain('Bế Thị Mẫu')
    await inTransaction(async (tx) => tx.sql.run('DELETE FROM Letterhead'))
  })
})

describe('what cannot be made', () => {
  const other = plannerOf('08')

  it('is refused for who may not', async () => {
    const id = await make('report')
    expect(await refusal(() => viewDocument(other, id))).toBe('notAllowed')
    expect(await refusal(documentFile(other, id))).toBe('notAllowed')
    expect(await refusal(removeDocument(other, id, true))).toBe('notAllowed')
    expect(
      await refusal(makeDocument(other, { kind: 'report', language: 'vi', subject: subjects.report })),
    ).toBe('notAllowed')
    expect(await refusal(make('report', {}, 'vi', leader))).toBe('notAllowed')
  })

  it('waits for the release of a campaign', async () => {
    const open = await campaign({ provinceCode: province, communeCodes: communes })
    expect(await refusal(make('report', { campaignId: open }))).toBe('notReleased')
    expect(await refusal(make('report', { campaignId: 'no-such-campaign' }))).toBe('notFound')
  })

  it('says what a plan still lacks', async () => {
    const { planId: unsolved } = await plan({ provinceCode: province, communes, solved: false })
    const { planId: draft } = await plan({ provinceCode: province, communes })
    const made = (kind: 'plan' | 'summons', id: string) =>
      makeDocument(planner, { kind, language: 'vi', subject: { ...subjects.plan, planId: id } })
    expect(await made('plan', unsolved)).toEqual({ fault: 'notSolved' })
    expect(await made('summons', draft)).toEqual({ fault: 'notApproved' })
    expect(await made('plan', draft)).toHaveProperty('id')
  })

  it('is told where its subject is gone: a class that was cancelled, a plan that was deleted', async () => {
    const id = await make('summons', { classId })
    await cancelPlannedClass(planner, planId, classId, 'Phòng bị ngập nước')
    expect(viewDocument(planner, id).outline).toBeNull()
    expect(await refusal(documentFile(planner, id))).toBe('notFound')
    expect(await refusal(write(id, {}))).toBe('notFound')
    const { planId: draft } = await plan({ provinceCode: province, communes })
    const of = await make('plan', { planId: draft })
    await inTransaction(async (tx) => tx.sql.run('DELETE FROM TrainingPlan WHERE id = ?', draft))
    expect(viewDocument(planner, of).outline).toBeNull()
    expect(listDocuments(planner).documents.find((each) => each.id === of)!.of).toBeNull()
    await removeDocument(planner, of, true)
  })
})

describe('a survey with little in it', () => {
  it('without answers says so, and has neither tables nor charts', async () => {
    const silent = await campaign({ provinceCode: province, communeCodes: communes })
    await close(silent, new Date('2026-11-22T10:00:00Z'))
    const { sheet } = sheetOf(planner, await make('report', { campaignId: silent }))
    expect(sheet.body.map(({ kind }) => kind)).not.toContain('table')
    expect(sheet.annexes).toEqual([])
    expect(JSON.stringify(sheet.body)).toContain('chưa có phiếu nào được nộp')
  })

  it('with only groups that are too small tells no figure', async () => {
    const { submitted } = await import('../../../tests/builders/closed-campaign')
    const tiny = await campaign({ provinceCode: province, communeCodes: communes })
    for (let i = 0; i < 3; i += 1)
      await submitted({ campaignId: tiny, provinceCode: province, communeCode: first, level: 0 })
    await close(tiny, new Date('2026-11-22T11:00:00Z'))
    const id = await make('report', { campaignId: tiny })
    const { sheet } = sheetOf(planner, id)
    const cells = [...sheet.body, ...sheet.annexes.flatMap(({ blocks }) => blocks)].flatMap((block) =>
      block.kind === 'table' ? block.table.rows.flatMap((row) => ('cells' in row ? row.cells : [])) : [],
    )
    expect(cells.filter((cell) => cell.includes('%'))).toEqual([])
    expect(await textOf(id)).toContain('Các nhóm đã trả lời quá nhỏ')
  })
})

it('a unit with a name of ninety letters stands whole in plans and letters', async () => {
  const name = `Xã ${'Nguyễn Thị Minh Khai '.repeat(5)}`.slice(0, 90).trim()
  const was = reader.sql.get<{ name: string }>('SELECT name FROM Commune WHERE code = ?', second)!.name
  await inTransaction(async (tx) => tx.sql.run('UPDATE Commune SET name = ? WHERE code = ?', name, second))
  for (const kind of ['plan', 'summons'] as const) expect(await textOf(await make(kind))).toContain(name)
  await inTransaction(async (tx) => tx.sql.run('UPDATE Commune SET name = ? WHERE code = ?', was, second))
})
