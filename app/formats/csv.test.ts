import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readCsv, writeCsv } from './csv'

const bytes = (text: string, encoding: BufferEncoding = 'utf8') => new Uint8Array(Buffer.from(text, encoding))
const rowsOf = (input: Uint8Array) => {
  const read = readCsv(input)
  if (!read.ok) throw new Error(read.problem.code)
  return read.sheets[0]!.rows
}
const expected = [
  ['Họ tên', 'Xã'],
  ['Nguyễn, A', 'Bảo Lạc'],
]

describe('readCsv', () => {
  it.each([',', ';', '\t'])('guesses the delimiter %j', (d) => {
    expect(rowsOf(bytes(`Họ tên${d}Xã\r\n"Nguyễn, A"${d}Bảo Lạc\r\n`))).toEqual(expected)
  })

  it('reads UTF-16 and marks', () => {
    const text = 'Họ tên;Xã\n"Nguyễn, A";Bảo Lạc'
    const little = Buffer.from(text, 'utf16le')
    expect(rowsOf(bytes('\ufeff' + text))).toEqual(expected)
    expect(rowsOf(Buffer.concat([Buffer.from([0xff, 0xfe]), little]))).toEqual(expected)
    expect(rowsOf(Buffer.concat([Buffer.from([0xfe, 0xff]), Buffer.from(little).swap16()]))).toEqual(expected)
    expect(rowsOf(little)).toEqual(expected)
  })

  it('keeps row numbers, leading zeros and quoted line breaks', () => {
    expect(rowsOf(bytes('a,b\n\n00123,"x\ny"\n\n'))).toEqual([
      ['a', 'b'],
      [null, null],
      ['00123', 'x\ny'],
    ])
    expect(rowsOf(bytes('sep=;\r\na;b'))).toEqual([
      [null, null],
      ['a', 'b'],
    ])
  })

  it('refuses what it cannot read', () => {
    const problem = (input: Uint8Array) => {
      const read = readCsv(input)
      return read.ok ? null : read.problem.code
    }
    expect(problem(new Uint8Array([0x48, 0xe4, 0xff]))).toBe('not-utf8')
    expect(problem(bytes(' \n,\n'))).toBe('empty')
    expect(problem(bytes('a\n'.repeat(20_001)))).toBe('too-many-rows')
    expect(problem(bytes(','.repeat(60) + 'a'))).toBe('too-many-columns')
  })
})

describe('writeCsv', () => {
  it('marks, quotes and disarms', () => {
    const date = new Date(Date.UTC(2026, 2, 5))
    expect(writeCsv([['a"b', 'c,d', '=1+1', -5, date, null, '@x']])).toBe(
      '\ufeff"a""b","c,d",\'=1+1,-5,05/03/2026,,\'@x\r\n',
    )
  })

  it('gives back what was written', () => {
    const word = fc
      .string()
      .filter((text) => text.trim() !== '' && !/^[=+\-@\t\r]/.test(text) && !/\ufeff/.test(text))
    const table = fc.array(fc.tuple(word, word, word), { minLength: 1, maxLength: 6 })
    fc.assert(
      fc.property(table, (rows) => {
        expect(rowsOf(bytes(writeCsv([['a', 'b', 'c'], ...rows])))).toEqual([['a', 'b', 'c'], ...rows])
      }),
    )
  })
})
