import { describe, expect, it } from 'vitest'
import { freshDatabase } from '../../../tests/builders/database'
import { rosterSteps } from '../../../tests/builders/roster'

await freshDatabase()
const { planner, workbook, upload, see, preview, failure, readingDone } = await rosterSteps()
const { rereadImport } = await import('./change-import.server')
const { templateWorkbook } = await import('./template-workbook.server')
const { readWorkbook } = await import('~/formats/workbook.server')
const { writeWorkbook } = await import('~/formats/write-workbook.server')

describe('bad files', () => {
  const bytes = (text: string) => new TextEncoder().encode(text)

  it('are answered at once when empty or too big', async () => {
    expect((await upload(new Uint8Array())).fault).toBe('file.empty')
    expect((await upload(new Uint8Array(10 * 1024 * 1024 + 1))).fault).toBe('file.too-big')
  })

  it.each([
    [
      'an old .xls',
      new Uint8Array([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1, ...new Array(600).fill(0)]),
      'file.not-xlsx.xls',
    ],
    ['a PDF', bytes('%PDF-1.7 …'), 'file.not-xlsx.pdf'],
    ['a web page', bytes('<html><table><tr><td>Họ và tên'), 'file.not-xlsx.html'],
    ['text without headings', bytes('xin chào\ncác bạn'), 'error.noHeader'],
  ])('%s', async (_, file, key) => {
    const { id } = await upload(file, 'danh_sach.xls')
    expect(await failure(id)).toEqual([key])
  })

  it('CSV in another encoding', async () => {
    const latin = Buffer.from('Họ và tên,Xã,Vị trí\nNguyễn,Bảo Lạc,Đối ngoại', 'latin1')
    const { id } = await upload(latin, 'a.csv')
    expect(await failure(id)).toEqual(['file.not-utf8'])
    const utf16 = Buffer.from(
      '\ufeffHọ và tên\tXã\tVị trí việc làm\nMạc Văn Ba\tBảo Lạc\tĐối ngoại',
      'utf16le',
    )
    const good = await upload(utf16, 'a.csv')
    expect((await preview(good.id)).totals.new).toBe(1)
  })

  it('50,000 rows', async () => {
    const rows = Array.from({ length: 50_000 }, (_, i) => `CB${i},Nguyễn Văn An,Bảo Lạc,Đối ngoại`).join('\n')
    const { id } = await upload(bytes(`Mã,Họ và tên,Xã,Vị trí\n${rows}`), 'a.csv')
    expect(await failure(id)).toEqual(['file.too-many-rows'])
  })

  it('the wrong sheet, until another is chosen', async () => {
    const file = await writeWorkbook([
      {
        name: 'Tổng hợp',
        columns: [
          { header: 'Họ và tên' },
          { header: 'Xã' },
          { header: 'Vị trí việc làm' },
          { header: 'Email' },
        ],
        rows: [['x1', 'Bảo Lạc', 'Đối ngoại', null]],
      },
      {
        name: 'Danh sách',
        columns: [{ header: 'Họ và tên' }, { header: 'Xã' }, { header: 'Vị trí việc làm' }],
        rows: [['Mạc Văn Tư', 'Bảo Lạc', 'Đối ngoại']],
      },
    ])
    const { id } = await upload(file)
    expect(await preview(id)).toMatchObject({
      sheet: 'Tổng hợp',
      sheets: ['Tổng hợp', 'Danh sách'],
      totals: { error: 1 },
    })
    await rereadImport(planner, id, { sheet: 'Danh sách' })
    await readingDone(id)
    expect((await preview(id)).totals).toMatchObject({ new: 1, error: 0 })
  })

  it('a list of one commune without a column for it, until the commune is named', async () => {
    const { id } = await upload(
      await workbook([['Mạc Văn Năm', 'Đối ngoại']], ['Họ và tên', 'Vị trí việc làm']),
    )
    expect(await see(id)).toMatchObject({ state: 'failed', failure: { needsCommune: true } })
    await rereadImport(planner, id, { communeCode: '01321' })
    await readingDone(id)
    expect((await preview(id)).totals.new).toBe(1)
  })

  it('TCVN3, until it is converted', async () => {
    const { id } = await upload(
      await workbook([[null, 'NguyÔn ThÞ Hµ', '1988', 'Xã Bảo Lạc', 'Đối ngoại', null]]),
    )
    expect((await preview(id)).page).toMatchObject({ lines: [{ problem: { code: 'legacyText' } }] })
    await rereadImport(planner, id, { convertLegacy: true })
    await readingDone(id)
    const view = await preview(id, 'new')
    expect(view.page.show === 'new' && view.page.rows[0]!.person!.fullName).toBe('Nguyễn Thị Hà')
  })
})

describe('the template', () => {
  it('can be filled in and read; its example row is left out', async () => {
    const file = await templateWorkbook(planner)
    expect(await failure((await upload(file)).id)).toEqual(['error.noRows'])
    const read = await readWorkbook(file)
    if (!read.ok) throw new Error('unreadable')
    const [names, example] = read.sheets[0]!.rows
    const rows = [
      example!,
      [
        'T1',
        'Lục Văn Khuê',
        '05/03/1988',
        'Nam',
        'Xã Bảo Lạc',
        'Đối ngoại',
        'Tổ công nghệ số cộng đồng',
        'k@caobang.gov.vn',
      ],
    ]
    const filled = await upload(await workbook(rows, names as string[]))
    const view = await preview(filled.id, 'new')
    expect(view.totals).toMatchObject({ new: 1, error: 0 })
    expect(view.page.show === 'new' && view.page.rows[0]!.person).toMatchObject({
      kind: 'community_team',
      email: 'k@caobang.gov.vn',
      sex: 'male',
    })
  })
})
