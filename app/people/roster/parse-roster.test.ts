import { describe, expect, it } from 'vitest'
import { readCsv } from '~/formats/csv'
import type { CellValue, MergedRange, SheetTable } from '~/formats/table'
import { parseRoster } from './parse-roster'
import type { RosterOptions, RosterReference } from './types'

const reference: RosterReference = {
  communes: [
    { code: '01321', name: 'Xã Bảo Lạc' },
    { code: '01324', name: 'Xã Cốc Pàng' },
    { code: '01327', name: 'Xã Cô Ba' },
    { code: '01288', name: 'Phường Tân Giang' },
    { code: '01699', name: 'Xã Phục Hòa' },
    { code: '09001', name: 'Xã Hồng Trị' },
    { code: '09002', name: 'Phường Hồng Trị' },
  ],
  formerCommunes: [
    { name: 'Thị trấn Hòa Thuận', successors: ['01699'] },
    { name: 'Xã Khánh Xuân', successors: ['01321', '01327'] },
  ],
  positions: [
    { code: 'culture', name: 'Văn hóa', aliases: ['Công chức văn hóa'] },
    { code: 'chair', name: 'Chủ tịch UBND', aliases: [] },
    { code: 'party-vice', name: 'Phó Bí thư Đảng ủy', aliases: [] },
    { code: 'economy', name: 'Kinh tế, hạ tầng', aliases: [] },
  ],
}

function sheet(rows: CellValue[][], more: Partial<SheetTable> = {}): SheetTable {
  return { name: 'Cán bộ', hidden: false, rows, formulas: new Set(), failed: new Set(), merges: [], ...more }
}

function parse(rows: CellValue[][], more: Partial<SheetTable> = {}, options: Partial<RosterOptions> = {}) {
  const read = parseRoster([sheet(rows, more)], reference, {
    today: '2026-11-21',
    convertLegacy: false,
    ...options,
  })
  if (!read.ok) throw new Error(read.problems.map((problem) => problem.code).join())
  return read.roster
}

const header = [
  'TT',
  'Mã cán bộ',
  'Họ và tên',
  'Ngày sinh',
  'Giới tính',
  'Xã/phường',
  'Vị trí việc làm',
  'Đối tượng',
  'Email',
]
const good = [
  1,
  'CB01',
  'NGUYỄN VĂN AN',
  '5/3/1988',
  'Nam',
  'bảo lạc',
  'Công chức văn hóa; Chủ tịch UBND',
  'Công chức',
  'A@x.gov.vn',
]
const swap = (at: number, value: CellValue) => good.map((old, i) => (i === at ? value : old))
const codes = (row: { problems: { code: string; address: string | null }[] }) =>
  row.problems.map(({ code, address }) => `${code}@${address}`)
const only = (at: number, value: CellValue) => parse([header, swap(at, value)]).rows[0]!

describe('a good row', () => {
  it('is read whole, under titles and a row of numbers', () => {
    const roster = parse([['DANH SÁCH CÁN BỘ'], [null], header, header.map((_, i) => `(${i + 1})`), good])
    expect(roster.layout).toMatchObject({ headerRow: 3, columns: { fullName: 3, commune: 6, positions: 7 } })
    expect(roster.rows).toEqual([
      {
        row: 5,
        problems: [],
        person: {
          staffCode: 'CB01',
          fullName: 'Nguyễn Văn An',
          birthDate: '1988-03-05',
          sex: 'male',
          communeCode: '01321',
          positionCodes: ['culture', 'chair'],
          kind: 'civil_servant',
          email: 'a@x.gov.vn',
        },
      },
    ])
  })

  it('is read from CSV alike', () => {
    const csv = readCsv(
      new Uint8Array(Buffer.from('Họ tên;Xã;Chức vụ\nLý A Páo;X. Cô Ba;Chủ tịch Uỷ ban nhân dân\n')),
    )
    const read = csv.ok && parseRoster(csv.sheets, reference, { today: '2026-11-21', convertLegacy: false })
    expect(read && read.ok && read.roster.rows[0]!.person).toMatchObject({
      fullName: 'Lý A Páo',
      communeCode: '01327',
      positionCodes: ['chair'],
    })
  })
})

describe('columns', () => {
  it('finds names in two columns, under one merged heading', () => {
    const merges: MergedRange[] = [{ top: 1, left: 1, bottom: 1, right: 2 }]
    const roster = parse(
      [
        ['Họ và tên', null, 'Xã', 'Chức danh'],
        ['Nông Thị', 'Hà', 'Cô Ba', 'Văn hóa'],
      ],
      { merges },
    )
    expect(roster.problems).toEqual([])
    expect(roster.rows[0]!.person!.fullName).toBe('Nông Thị Hà')
    expect(
      parse([
        ['Họ đệm', 'Tên', 'Xã', 'Chức danh'],
        ['Nông Thị', 'Hà', 'Cô Ba', 'Văn hóa'],
      ]).rows[0]!.person!.fullName,
    ).toBe('Nông Thị Hà')
  })

  it('reads birth dates under Nam and Nữ', () => {
    const merges: MergedRange[] = [
      { top: 1, left: 1, bottom: 2, right: 1 },
      { top: 1, left: 2, bottom: 1, right: 3 },
      { top: 1, left: 4, bottom: 2, right: 4 },
      { top: 1, left: 5, bottom: 2, right: 5 },
    ]
    const roster = parse(
      [
        ['Họ và tên', 'Năm sinh', null, 'Đơn vị', 'Chức vụ'],
        [null, 'Nam', 'Nữ', null, null],
        ['Lê A', 1980, null, 'Cô Ba', 'Văn hóa'],
        ['Lê B', null, '1/2/1990', 'Cô Ba', 'Văn hóa'],
      ],
      { merges },
    )
    expect(roster.rows.map(({ person }) => [person?.birthDate, person?.sex])).toEqual([
      ['1980', 'male'],
      ['1990-02-01', 'female'],
    ])
  })

  it('reads ticks under Nam and Nữ', () => {
    const roster = parse([
      ['Họ tên', 'Nam', 'Nữ', 'Xã', 'Chức vụ'],
      ['Lê A', 'x', null, 'Cô Ba', 'Văn hóa'],
      ['Lê B', 'x', 'x', 'Cô Ba', 'Văn hóa'],
    ])
    expect(roster.rows[0]!.person!.sex).toBe('male')
    expect(codes(roster.rows[1]!)).toEqual(['bothSexes@C3'])
  })

  it('never reads a citizen ID', () => {
    const roster = parse([
      ['Số CCCD', ...header],
      ['004088001234', ...good],
    ])
    expect(codes(roster)).toEqual(['citizenIdIgnored@A1'])
    expect(JSON.stringify(roster)).not.toContain('004088001234')
    const code = parse([header, swap(1, '004088001234')])
    expect(codes(code.rows[0]!)).toEqual(['citizenIdAsCode@B2'])
    expect(JSON.stringify(code)).not.toContain('004088001234')
  })

  it('says what is missing, and where', () => {
    const read = parseRoster(
      [
        sheet([
          ['Họ tên', 'Ngày sinh'],
          ['A', 1980],
        ]),
      ],
      reference,
      { today: '2026-11-21', convertLegacy: false },
    )
    expect(
      !read.ok && read.problems.map(({ code, column, message }) => [code, column, message.values?.sheet]),
    ).toEqual([
      ['missingColumn', 'commune', 'Cán bộ'],
      ['missingColumn', 'positions', 'Cán bộ'],
    ])
    const none = parseRoster([sheet([['xin chào']])], reference, {
      today: '2026-11-21',
      convertLegacy: false,
    })
    expect(!none.ok && none.problems[0]!.code).toBe('noHeader')
  })

  it('knows headings in TCVN3', () => {
    expect(
      parse([
        ['Hä vµ tªn', 'X·', 'Chøc vô'],
        ['Lý A Páo', 'Cô Ba', 'Văn hóa'],
      ]).rows[0]!.person,
    ).not.toBeNull()
  })
})

describe('errors', () => {
  it.each<[number, CellValue, string]>([
    [1, 'mã?!', 'badStaffCode@B2'],
    [2, null, 'missing@C2'],
    [2, '123', 'badName@C2'],
    [3, '31/02/1988', 'badDate@D2'],
    [3, '1/1/2020', 'birthOutOfRange@D2'],
    [4, 'khác', 'badSex@E2'],
    [5, 'Xã Bảo Lạt', 'unknownCommune@F2'],
    [5, 'Hồng Trị', 'ambiguousCommune@F2'],
    [5, null, 'missing@F2'],
    [6, 'Văn hoa học', 'unknownPosition@G2'],
    [7, 'xyz', 'badKind@H2'],
    [8, 'not mail', 'badEmail@I2'],
  ])('column %i holding %j gives %s', (at, value, expected) => {
    const row = only(at, value)
    expect(codes(row)).toEqual([expected])
    expect(row.person).toBeNull()
  })

  it('suggest what is near, and the successor of a commune of before', () => {
    expect(only(5, 'Xã Bảo Lạt').problems[0]!.suggestion).toEqual({ code: '01321', label: 'Xã Bảo Lạc' })
    expect(only(5, 'TT Hòa Thuận').problems[0]!.suggestion?.code).toBe('01699')
    expect(only(5, 'Xã Khánh Xuân').problems[0]).toMatchObject({ code: 'formerCommune', suggestion: null })
    expect(only(6, 'Văn hoá; Phó bí thư đảng uỹ cũ').problems[0]!.suggestion?.code).toBe('party-vice')
    const accepted = parse(
      [header, swap(5, 'Xã Bảo Lạt')],
      {},
      { accepted: { commune: { 'xa bao lat': '01321' } } },
    )
    expect(accepted.rows[0]!.person!.communeCode).toBe('01321')
  })

  it('take a comma inside a position for what it is', () => {
    expect(only(6, 'Kinh tế, hạ tầng / Văn hóa kiêm Chủ tịch UBND').person!.positionCodes).toEqual([
      'economy',
      'culture',
      'chair',
    ])
  })

  it('name merged cells, spreadsheet errors and formulas', () => {
    const second = [2, 'CB02', 'Lê B', null, null, null, 'Văn hóa', null, null]
    const roster = parse([header, good, second], {
      merges: [{ top: 2, left: 6, bottom: 3, right: 6 }],
      failed: new Set(['D3']),
      formulas: new Set(['C2', 'C3', 'Z9']),
    })
    expect(codes(roster.rows[0]!)).toEqual([])
    expect(codes(roster.rows[1]!)).toEqual(['cellError@D3', 'mergedCells@F3'])
    expect(roster.problems[0]).toMatchObject({
      code: 'formulas',
      address: 'C2',
      message: { values: { count: 2 } },
    })
  })

  it('name rows that cannot be told apart', () => {
    const named = (code: string | null, birth: CellValue, commune: string) => [
      1,
      code,
      'Lê A',
      birth,
      null,
      commune,
      'Văn hóa',
      null,
      null,
    ]
    const rows = [
      named('X1', 1980, 'Cô Ba'),
      named('X1', 1970, 'Cô Ba'),
      named(null, null, 'Cô Ba'),
      named('X2', 1980, 'Cô Ba'),
      named(null, '1/2/1990', 'Bảo Lạc'),
      named(null, '1/2/1990', 'Cốc Pàng'),
    ]
    const roster = parse([header, ...rows])
    expect(roster.rows.map(codes)).toEqual([
      [],
      ['duplicateCode@null'],
      ['duplicatePerson@null'],
      [],
      [],
      ['samePersonElsewhere@null'],
    ])
  })

  it('skip group headings and footers', () => {
    const group = [null, null, 'UBND xã Cô Ba', null, null, null, null, null, null]
    const roster = parse([header, group, good, [null, null, 'Tổng cộng: 1 người']])
    expect(roster.rows).toHaveLength(1)
    expect(roster.problems.map(({ code }) => code)).toEqual(['headingSkipped', 'headingSkipped'])
  })
})

describe('old encodings', () => {
  const row = [1, 'C1', 'NguyÔn ThÞ ¸nh', 1980, 'N÷', 'Xã Cô Ba', 'V¨n hãa', null, null]

  it('are refused with what they would become', () => {
    const roster = parse([header, row, good])
    expect(codes(roster.rows[0]!)).toEqual(expect.arrayContaining(['legacyText@C2', 'legacyText@G2']))
    expect(roster.rows[0]!.person).toBeNull()
    expect(roster.rows[0]!.problems.find(({ address }) => address === 'C2')!.suggestion!.label).toBe(
      'Nguyễn Thị ánh',
    )
    expect(roster.rows[1]!.person).not.toBeNull()
  })

  it('are converted on demand', () => {
    const roster = parse([header, row, good], {}, { convertLegacy: true })
    expect(roster.rows[0]!.person).toMatchObject({ fullName: 'Nguyễn Thị Ánh', positionCodes: ['culture'] })
    expect(roster.legacyCells).toBeGreaterThanOrEqual(2)
  })
})
