import { describe, expect, test } from 'vitest'
import { cellNumber, isMissing, readNamedCsv } from './number-table'

const told = (text: string) => {
  const read = readNamedCsv(text)
  return read.ok ? [] : read.problems.map(({ line, column, key }) => [line, column, key])
}
const cells = (text: string) => {
  const read = readNamedCsv(text)
  if (!read.ok) throw new Error(JSON.stringify(read.problems))
  return [read.table.names, ...read.table.rows.map((row) => row.cells)]
}

describe('a table whose first line names its columns', () => {
  test.each([
    ['a BOM, semicolons and Windows lines', '\ufeffa;b\r\n1,5;x\r\n'],
    ['tabs', 'a\tb\n1,5\tx\n'],
    ['spaces, as R writes', '"a" "b"\n1,5 "x"\n'.replace('1,5', '"1,5"')],
    ['a line that tells the separator', 'sep=;\r\na;b\r\n1,5;x\r\n'],
  ])('is read with %s', (_, text) => {
    expect(cells(text)).toEqual([
      ['a', 'b'],
      ['1,5', 'x'],
    ])
  })

  test('has names of several words between spaces, and one column of several words', () => {
    expect(cells('"Câu 1" "Câu 2"\n1 NA\n0 1\n')).toEqual([
      ['Câu 1', 'Câu 2'],
      ['1', 'NA'],
      ['0', '1'],
    ])
    expect(cells('Câu 1\n1\n0\n')).toEqual([['Câu 1'], ['1'], ['0']])
  })

  test('has its names in one Unicode form', () => {
    expect(cells('giới tính,b\n1,2\n'.normalize('NFD'))[0]).toEqual(['giới tính', 'b'])
  })

  test('tells once that R has written names of lines', () => {
    expect(told('"a" "b"\n"1" 1 0\n"2" 0 1\n')).toEqual([[2, 1, 'problem.rowNames']])
    expect(told('a,b\n1,1,0\n2,0,1\n')).toEqual([[2, 1, 'problem.rowNames']])
    expect(told('"",a\n"1",1\n')).toEqual([[1, 1, 'problem.noName']])
    expect(told('a,b\n1,1\n2,0,1\n')).toEqual([[3, 3, 'problem.tooWide']])
  })
})

test('what stands for nothing', () => {
  expect([null, '', ' ', 'NA', ' NA ', 'NaN', 'nan'].every(isMissing)).toBe(true)
  expect(['na', '.', '0', 0].some(isMissing)).toBe(false)
})

test('figures', () => {
  expect(['1', ' 1.0 ', '-.5', '1e-3', '1,5'].map((cell) => cellNumber(cell, false))).toEqual([
    1,
    1,
    -0.5,
    0.001,
    null,
  ])
  expect([cellNumber('1,5', true), cellNumber('1.234,5', true), cellNumber('∞', true)]).toEqual([
    1.5,
    null,
    null,
  ])
})
