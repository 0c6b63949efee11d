import { describe, expect, it } from 'vitest'
import { cellAddress, columnLetters, parseAddress, tableLimits } from './table'
import { readWorkbook } from './workbook.server'
import { writeWorkbook } from './write-workbook.server'
import { readZip, writeZip } from './zip.server'

const everything = { unpackedBytes: 1e9 }

/** A workbook whose first sheet has this XML in place of its rows. */
async function withSheetXml(data: string, after = ''): Promise<Buffer> {
  const files = readZip(
    await writeWorkbook([{ name: 'Cán bộ', columns: [{ header: 'x' }], rows: [] }]),
    everything,
  )
  const path = 'xl/worksheets/sheet1.xml'
  const xml = files.get(path)!.toString('utf8')
  files.set(
    path,
    Buffer.from(xml.replace(/<sheetData>.*<\/sheetData>/s, `<sheetData>${data}</sheetData>${after}`)),
  )
  return writeZip(files)
}

const text = (at: string, value: string) => `<c r="${at}" t="inlineStr"><is><t>${value}</t></is></c>`

async function sheetOf(buffer: Buffer) {
  const read = await readWorkbook(buffer)
  if (!read.ok) throw new Error(JSON.stringify(read.problem))
  return read.sheets[0]!
}

async function problemOf(buffer: Buffer) {
  const read = await readWorkbook(buffer)
  return read.ok ? null : read.problem
}

describe('addresses', () => {
  it('are those of the spreadsheet', () => {
    expect([1, 26, 27, 52, 703].map(columnLetters)).toEqual(['A', 'Z', 'AA', 'AZ', 'AAA'])
    expect(cellAddress(118, 3)).toBe('C118')
    expect(parseAddress('AB12')).toEqual({ row: 12, column: 28 })
    expect(parseAddress('12')).toBeNull()
  })
})

describe('writing and reading a workbook', () => {
  it('keeps types, text that looks like a formula, and dates', async () => {
    const date = new Date(Date.UTC(1988, 1, 29))
    const buffer = await writeWorkbook([
      {
        name: 'Kết quả: 1/2',
        columns: [
          { header: 'Chữ' },
          { header: 'Tỷ lệ', kind: 'percent' },
          { header: 'Ngày', kind: 'date' },
          { header: 'Đúng' },
        ],
        rows: [
          ['=1+1', 0.578, date, true],
          ['-5', 12, null, false],
          ['00123', null, date, null],
        ],
      },
      { name: 'Kết quả? 1/2', columns: [{ header: 'B' }], rows: [[1]] },
    ])
    const read = await readWorkbook(buffer)
    expect(read.ok && read.sheets.map((sheet) => sheet.name)).toEqual(['Kết quả  1 2', 'Kết quả  1 2 (2)'])
    const sheet = await sheetOf(buffer)
    expect(sheet.rows).toEqual([
      ['Chữ', 'Tỷ lệ', 'Ngày', 'Đúng'],
      ['=1+1', 0.578, date, true],
      ['-5', 12, null, false],
      ['00123', null, date, null],
    ])
    expect(sheet.formulas.size).toBe(0)
    const xml = readZip(buffer, everything).get('xl/worksheets/sheet1.xml')!.toString()
    expect(xml).toContain('ySplit="1"')
  })

  it('tells formulas, errors and merged cells', async () => {
    const sheet = await sheetOf(
      await withSheetXml(
        `<row r="1">${text('A1', 'a')}<c r="B1"><f>1+1</f><v>2</v></c></row><row r="3"><c r="A3" t="e"><v>#N/A</v></c><c r="C3"><v>4</v></c></row>`,
        '<mergeCells count="1"><mergeCell ref="A1:A2"/></mergeCells>',
      ),
    )
    expect(sheet.rows).toEqual([
      ['a', 2, null],
      [null, null, null],
      [null, null, 4],
    ])
    expect([...sheet.formulas]).toEqual(['B1'])
    expect([...sheet.failed]).toEqual(['A3'])
    expect(sheet.merges).toEqual([{ top: 1, left: 1, bottom: 2, right: 1 }])
  })

  it('drops a million formatted empty rows', async () => {
    const sheet = await sheetOf(
      await withSheetXml(
        `<row r="1">${text('A1', 'a')}</row><row r="1048576" s="1"><c r="A1048576" s="1"/></row>`,
      ),
    )
    expect(sheet.rows).toEqual([['a']])
  })
})

describe('refusals', () => {
  it('names what was uploaded instead', async () => {
    const found = async (bytes: Buffer | string) => {
      const problem = await problemOf(Buffer.from(bytes as string))
      return problem?.code === 'not-xlsx' ? problem.found : problem?.code
    }
    const ole = Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1])
    expect(await found(ole)).toBe('xls')
    expect(await found(Buffer.concat([ole, Buffer.from('EncryptedPackage', 'utf16le')]))).toBe('encrypted')
    expect(await found('\ufeff\n<html xmlns:o="urn"><table><tr><td>1</td></tr></table></html>')).toBe('html')
    expect(await found('<?xml version="1.0"?><Workbook/>')).toBe('xml')
    expect(await found('%PDF-1.7')).toBe('pdf')
    expect(await found(Buffer.from([0xff, 0xd8, 0xff, 0xe0, 0, 0]))).toBe('image')
    expect(await found('Họ tên,Xã\r\nA,B')).toBe('text')
    expect(await found(writeZip([['word/document.xml', Buffer.from('<x/>')]]))).toBe('word')
    expect(await found(writeZip([['a.txt', Buffer.from('x')]]))).toBe('zip')
    expect(await found('PK\x03\x04 and then nothing')).toBe('damaged')
    expect(await found('')).toBe('empty')
  })

  it('refuses a workbook without content', async () => {
    expect(await problemOf(await withSheetXml(''))).toEqual({ code: 'empty' })
    const files = readZip(await withSheetXml(''), everything)
    files.delete('xl/worksheets/sheet1.xml')
    expect(await problemOf(writeZip(files))).toEqual({ code: 'no-sheet' })
  })

  it('refuses too many rows and columns before they are parsed', async () => {
    const far = `<row r="1048576">${text('A1048576', 'x')}</row>`
    expect(await problemOf(await withSheetXml(far))).toEqual({
      code: 'too-many-rows',
      sheet: 'Cán bộ',
      limit: 20_000,
    })
    const wide = `<row r="1">${text('CA1', 'x')}</row>`
    expect(await problemOf(await withSheetXml(wide))).toMatchObject({ code: 'too-many-columns' })
    expect(
      await problemOf(await withSheetXml(`<row spans=">" r="999999999">${text('A999', 'x')}</row>`)),
    ).toMatchObject({
      code: 'too-many-rows',
    })
    expect(await problemOf(await withSheetXml('<row r="&#49;"></row>'))).toEqual({
      code: 'not-xlsx',
      found: 'damaged',
    })
  })

  it('refuses bombs by what they declare and by what they are', async () => {
    const limits = { ...tableLimits, unpackedBytes: 1_000_000 }
    const bomb = writeZip([['xl/workbook.xml', Buffer.alloc(20_000_000)]])
    expect(bomb.length).toBeLessThan(100_000)
    const tooBig = { ok: false, problem: { code: 'too-big', limit: 1_000_000 } }
    expect(await readWorkbook(bomb, limits)).toEqual(tooBig)
    const liar = Buffer.from(bomb)
    liar.writeUInt32LE(10, liar.lastIndexOf('PK\x01\x02') + 24)
    expect(await readWorkbook(liar, limits)).toEqual(tooBig)
    expect(await readWorkbook(Buffer.alloc(21 * 1024 * 1024))).toMatchObject({ problem: { code: 'too-big' } })
  })
})

describe('a large roster', () => {
  it('is read whole: 11,000 rows of 10 columns', async () => {
    const rows = Array.from({ length: 11_000 }, (_, i) => [
      `01321-${i}`,
      `Nguyễn Văn ${i}`,
      new Date(Date.UTC(1980, i % 12, (i % 28) + 1)),
      'Nam',
      'Xã Bảo Lạc',
      'Văn hóa – xã hội',
      'Công chức',
      `n${i}@caobang.gov.vn`,
      i,
      i / 7,
    ])
    const columns = Array.from({ length: 10 }, (_, i) => ({ header: `Cột ${i}` }))
    const buffer = await writeWorkbook([{ name: 'Lớn', columns, rows }])
    const sheet = await sheetOf(buffer)
    expect(sheet.rows).toHaveLength(11_001)
    expect(sheet.rows[11_000]?.[0]).toBe('01321-10999')
  })
})
