import fc from 'fast-check'
import { XMLParser } from 'fast-xml-parser'
import { describe, expect, it, vi } from 'vitest'
import { resaved } from '../../tests/builders/resaved'
import { wholeFile } from '../../tests/builders/whole-file'
import { cleanText, SheetTooLarge, type StreamSheet } from './sheet-xml'
import { streamWorkbook } from './stream-workbook.server'
import { streamZip } from './stream-zip.server'
import type { CellValue } from './table'
import { readWorkbook } from './workbook.server'
import { readZip, ZipError } from './zip.server'

const written = (...sheets: StreamSheet[]) => wholeFile(streamWorkbook(sheets))
const date = new Date(Date.UTC(2026, 2, 5))
const dangerous = ['=1+1', '+84', '-5', '@SUM(A1)', '\tx', "=cmd|' /C calc'!A0", '<b>&"x"</b>', 'a_x0041_b']

async function rowsOf(file: Buffer, at = 0): Promise<CellValue[][]> {
  const read = await readWorkbook(file)
  if (!read.ok) throw new Error(read.problem.code)
  return read.sheets[at]!.rows
}

describe('streamWorkbook', () => {
  it('writes typed cells that an independent reader gives back', async () => {
    const file = await written({
      name: 'Các xã',
      columns: [
        { header: 'Xã' },
        { header: 'Tỷ lệ', kind: 'percent' },
        { header: 'Số', kind: 'integer' },
        { header: 'Ngày', kind: 'date' },
        { header: 'Điểm', kind: 'number' },
      ],
      rows: [
        ['Xã Bảo Lạc', 0.578, 1_234_567, date, -1.25],
        ['01321', null, 0, null, Number.NaN],
      ],
    })
    expect(await rowsOf(file)).toEqual([
      ['Xã', 'Tỷ lệ', 'Số', 'Ngày', 'Điểm'],
      ['Xã Bảo Lạc', 0.578, 1_234_567, date, -1.25],
      ['01321', null, 0, null, null],
    ])
  })

  it('keeps text as text, readable, where it looks like a formula or like markup', async () => {
    const file = await written({
      name: 'x',
      columns: [{ header: 'h' }],
      rows: dangerous.map((text) => [text]),
    })
    expect((await rowsOf(file)).slice(1).map(([text]) => text)).toEqual(dangerous.map((text) => text.trim()))
    const parts = readZip(file, { unpackedBytes: 1e6 })
    expect(parts.get('xl/worksheets/sheet1.xml')!.toString()).not.toContain('<f>')
    // Format 49 is text: a cell that somebody edits does not turn into a formula.
    expect(parts.get('xl/styles.xml')!.toString()).toContain('<xf numFmtId="49" applyNumberFormat="1"')
  })

  it('freezes the heading and the first columns, repeats it in print and bears the mark of samples', async () => {
    const parts = readZip(
      await written({
        name: "Xã 'mẫu'",
        columns: [{ header: 'a' }, { header: 'b' }, { header: 'c' }],
        rows: [[1, 2, 3]],
        frozen: 2,
        head: 'Dữ liệu mẫu & thử',
      }),
      { unpackedBytes: 1e6 },
    )
    const xml = (path: string) =>
      new XMLParser({ ignoreAttributes: false }).parse(parts.get(path)!.toString()) as unknown
    const pane = { '@_xSplit': '2', '@_ySplit': '1', '@_topLeftCell': 'C2', '@_state': 'frozen' }
    expect(xml('xl/worksheets/sheet1.xml')).toMatchObject({
      worksheet: {
        sheetViews: { sheetView: { pane } },
        headerFooter: { oddHeader: '&CDữ liệu mẫu && thử' },
      },
    })
    expect(xml('xl/workbook.xml')).toMatchObject({
      workbook: { definedNames: { definedName: { '#text': "'Xã ''mẫu'!$1:$1" } } },
    })
  })

  it('names sheets as spreadsheets allow, no two alike', async () => {
    const sheet = (name: string): StreamSheet => ({ name, columns: [{ header: 'h' }], rows: [[1]] })
    const long = 'Một tên bảng dài hơn ba mươi mốt chữ cái'
    const read = await readWorkbook(await written(sheet('a/b'), sheet('A b'), sheet(long), sheet(long)))
    if (!read.ok) throw new Error(read.problem.code)
    const names = read.sheets.map(({ name }) => name)
    expect(new Set(names.map((name) => name.toLowerCase())).size).toBe(4)
    expect(names.every((name) => name.length <= 31 && !/[[\]:*?/\\]/.test(name))).toBe(true)
  })

  it('gives back any text and number', async () => {
    const cell = fc.oneof(
      fc.string({ unit: 'binary', minLength: 1 }),
      fc.double({ noNaN: true, noDefaultInfinity: true }),
      fc.constant(null),
    )
    await fc.assert(
      fc.asyncProperty(fc.array(fc.tuple(cell, cell, cell), { maxLength: 20 }), async (rows) => {
        const columns = ['a', 'b', 'c'].map((header) => ({ header }))
        const back = (await rowsOf(await written({ name: 'x', columns, rows }))).slice(1)
        const plain = (value: CellValue) => {
          if (typeof value !== 'string') return value === 0 ? 0 : value
          const text = cleanText(value).trim()
          return text === '' ? null : text
        }
        const expected = rows.map((row) => row.map(plain))
        while (expected.at(-1)?.every((value) => value === null)) expected.pop()
        expect(back.map((row) => [0, 1, 2].map((i) => plain(row[i] ?? null)))).toEqual(expected)
      }),
      { numRuns: 60 },
    )
  })

  it('refuses more rows or columns than a spreadsheet can hold', async () => {
    const many = function* (): Generator<CellValue[]> {
      for (let i = 0; i < 1_048_576; i += 1) yield []
    }
    await expect(written({ name: 'x', columns: [{ header: 'h' }], rows: many() })).rejects.toThrow(
      SheetTooLarge,
    )
    const columns = Array.from({ length: 16_385 }, () => ({ header: 'h' }))
    await expect(written({ name: 'x', columns, rows: [] })).rejects.toThrow(SheetTooLarge)
  })

  it('makes no row before it is asked for, and none after the reader has gone', async () => {
    let made = 0
    let ended = false
    const rows = function* (): Generator<CellValue[]> {
      try {
        for (;;) {
          made += 1
          yield [made, `Một dòng khá dài để tệp lớn nhanh, số ${made * 7919}`]
        }
      } finally {
        ended = true
      }
    }
    const body = streamWorkbook([{ name: 'x', columns: [{ header: 'a' }, { header: 'b' }], rows: rows() }])
    expect(made).toBe(0)
    let bytes = 0
    while (bytes < 100_000) bytes += ((await body.next()).value as Buffer).length
    await body.return()
    await vi.waitFor(() => expect(ended).toBe(true))
    const then = made
    await new Promise((resolve) => setTimeout(resolve, 20))
    expect(made).toBe(then)
    expect(made).toBeLessThan(100_000)
  })

  it('passes on what went wrong while rows were made', async () => {
    const rows = function* (): Generator<CellValue[]> {
      yield [1]
      throw new Error('no more rows')
    }
    await expect(written({ name: 'x', columns: [{ header: 'a' }], rows: rows() })).rejects.toThrow(
      'no more rows',
    )
  })

  it('lets others work while it is written', async () => {
    let turns = 0
    const timer = setInterval(() => (turns += 1), 1)
    const rows = function* (): Generator<CellValue[]> {
      for (let i = 0; i < 60_000; i += 1) yield [i, i / 7, `dòng ${i % 100}`]
    }
    const columns = ['a', 'b', 'c'].map((header) => ({ header }))
    await written({ name: 'x', columns, rows: rows() })
    clearInterval(timer)
    expect(turns).toBeGreaterThan(10)
  })
})

describe('streamZip', () => {
  it('packs what the reader of archives unpacks, with the same bytes every time', async () => {
    const text = fc.array(fc.string({ unit: 'grapheme' }), { maxLength: 30 })
    await fc.assert(
      fc.asyncProperty(fc.array(text, { minLength: 1, maxLength: 4 }), async (files) => {
        const entries = files.map((parts, i) => ({ path: `tệp/${i}.xml`, text: parts }))
        const [first, again] = [await wholeFile(streamZip(entries)), await wholeFile(streamZip(entries))]
        expect(first.equals(again)).toBe(true)
        const back = readZip(first, { unpackedBytes: 1e6 })
        expect([...back.values()].map((each) => each.toString('utf8'))).toEqual(
          files.map((parts) => parts.join('')),
        )
      }),
      { numRuns: 50 },
    )
  })

  it('declares sizes, so that what unpacks to too much is refused', async () => {
    const file = await wholeFile(streamZip([{ path: 'a', text: ['x'.repeat(100_000)] }]))
    expect(() => readZip(file, { unpackedBytes: 99_999 })).toThrow(ZipError)
  })
})

describe.runIf(process.env.TEST_ALL)('LibreOffice', () => {
  it('opens a streamed workbook and saves every cell as it was', async () => {
    const rows = Array.from({ length: 500 }, (_, i): CellValue[] => [`=Xã ${i}`, i / 7, date])
    const columns: StreamSheet['columns'] = [
      { header: 'Xã' },
      { header: 'Giá trị', kind: 'percent' },
      { header: 'Ngày', kind: 'date' },
    ]
    const back = await rowsOf(resaved(await written({ name: 'Số liệu', columns, rows })))
    expect(back.slice(1).map((row) => row.slice(0, 3))).toEqual(
      rows.map(([text, value, at]) => [text, expect.closeTo(value as number, 13), at]),
    )
  }, 180_000)
})
