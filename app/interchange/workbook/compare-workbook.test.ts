import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { CellValue, SheetTable } from '~/formats/table'
import { compareSheets, isSame, isWhole, mostListed } from './compare-workbook'
import type { ExportSheet } from './sheet'

const headings = ['Mã', 'Tên', 'Tỷ lệ', 'Ngày']
const date = new Date(Date.UTC(2026, 2, 5))
const ours = (rows: CellValue[][], more: Partial<ExportSheet> = {}): ExportSheet => ({
  id: 'figures',
  name: 'Số liệu',
  keys: [0],
  columns: headings.map((header) => ({ header })),
  rows,
  ...more,
})
const theirs = (rows: CellValue[][], heads: string[] = headings, name = 'Số liệu'): SheetTable => ({
  name,
  hidden: false,
  rows: [heads, ...rows],
  formulas: new Set(),
  failed: new Set(),
  merges: [],
})
const rows: CellValue[][] = [
  ['01', 'Xã A', 0.25, date],
  ['02', 'Xã B', null, null],
  ['03', 'Xã C', 'ẩn', null],
]
const compared = (file: SheetTable[], sheet = ours(rows)) => compareSheets([sheet], file)[0]!

describe('compareSheets', () => {
  it('finds every figure the same, and counts them', () => {
    const same = compared([theirs(rows)])
    expect(isSame(same)).toBe(true)
    expect([same.rows, same.figures]).toEqual([3, 2])
  })

  it('names the cell that differs, with both values', () => {
    const changed = rows.map((row) => [...row])
    changed[0]![2] = 0.26
    changed[2]![2] = 0.5
    expect(compared([theirs(changed)]).cells).toEqual([
      { cell: 'C2', row: '01 · Xã A', column: 'Tỷ lệ', theirs: 0.26, ours: 0.25 },
      { cell: 'C4', row: '03 · Xã C · ẩn', column: 'Tỷ lệ', theirs: 0.5, ours: 'ẩn' },
    ])
  })

  it('tells a number from the same text, and a day from another', () => {
    const changed = rows.map((row) => [...row])
    changed[0]![2] = '0.25'
    changed[0]![3] = new Date(Date.UTC(2026, 4, 3))
    expect(compared([theirs(changed)]).cells.map(({ cell }) => cell)).toEqual(['C2', 'D2'])
  })

  it('finds rows and columns wherever they stand', () => {
    const order = [3, 1, 0, 2]
    fc.assert(
      fc.property(fc.shuffledSubarray(rows, { minLength: rows.length }), (shuffled) => {
        const moved = theirs(
          shuffled.map((row) => order.map((at) => row[at]!)),
          order.map((at) => headings[at]!),
        )
        expect(isSame(compared([moved]))).toBe(true)
      }),
    )
  })

  it('names rows and columns that one side has not, and rows that come twice', () => {
    const file = theirs([rows[0]!, rows[0]!, ['09', 'Xã thêm', 1, null]], ['Mã', 'Tên', 'Tỷ lệ', 'Ghi chú'])
    const { missing, added, doubled, columnsAdded, columnsMissing } = compared([file])
    expect(missing).toEqual({
      count: 2,
      rows: [
        { row: '02 · Xã B', line: null },
        { row: '03 · Xã C · ẩn', line: null },
      ],
    })
    expect(added.rows).toEqual([{ row: '09 · Xã thêm', line: 4 }])
    expect(doubled.rows).toEqual([{ row: '01 · Xã A', line: 3 }])
    expect([columnsAdded, columnsMissing]).toEqual([['Ghi chú'], ['Ngày']])
  })

  it('says that a sheet is not there, or not to be told by its rows', () => {
    expect(compared([theirs(rows, headings, 'Khác')]).found).toBe(false)
    expect(compared([theirs(rows, ['?', 'Tên', 'Tỷ lệ', 'Ngày'])]).found).toBe(false)
    expect(isSame(compared([]))).toBe(false)
    expect(compareSheets([ours(rows, { keys: [] })], [])).toEqual([])
  })

  it('lists so many differences and counts all', () => {
    const many = Array.from({ length: 300 }, (_, i): CellValue[] => [`${i}`, 'x', i, null])
    const file = theirs(many.map(([code, name, value]) => [code!, name!, (value as number) + 1, null]))
    const { differing, cells } = compared([file], ours(many))
    expect([differing, cells.length]).toEqual([300, mostListed])
  })

  it('lets what lives on differ, and nothing else', () => {
    const file = [theirs([['01', 'Xã A', 0.9, date], rows[1]!, rows[2]!])]
    const check = (living?: true) => ({
      kind: 'compared' as const,
      sameRelease: true,
      sheets: compareSheets([ours(rows, { living })], file),
    })
    expect([isWhole(check(true)), isWhole(check())]).toEqual([true, false])
    expect(isWhole({ ...check(true), sameRelease: false })).toBe(false)
  })
})
