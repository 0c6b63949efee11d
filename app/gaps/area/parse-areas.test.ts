import { describe, expect, it } from 'vitest'
import { en, vi } from '~/platform/i18n/resources'
import { parseAreas, type AreaOptions } from './parse-areas'

const areas = (lines: string, head = 'area,estimate,variance,x') => `${head}\n${lines}`
const good = 'A,1,1,1\nB,2,1,3\nC,4,1,2\nD,5,1,7\n'

function problems(text: string, options?: AreaOptions): unknown[] {
  const read = parseAreas(text, options)
  return read.ok ? [] : read.problems.map(({ line, column, key }) => [line, column, key])
}

describe('a table of areas', () => {
  it('is read with columns in any order, decimal commas and areas without a sample', () => {
    const read = parseAreas(
      '\ufeffVùng;Area;Variance;Estimate\nnúi;A;0,5;1,25\nbiển;B;0,4;2\nnúi;C;;\n\nnúi;D;1;3\n',
    )
    if (!read.ok) throw new Error(JSON.stringify(read.problems))
    const { names, estimate, variance, columns } = read.table
    expect(names).toEqual(['A', 'B', 'C', 'D'])
    expect(estimate).toEqual([1.25, 2, null, 3])
    expect(variance).toEqual([0.5, 0.4, null, 1])
    expect(columns.map(({ name, values }) => [name, [...values]])).toEqual([
      ['intercept', [1, 1, 1, 1]],
      ['Vùng=núi', [1, 0, 1, 1]],
    ])
  })

  it('takes figures as names of groups where that is asked for', () => {
    const read = parseAreas(areas('A,1,1,10\nB,2,1,2\nC,4,1,10\nD,5,1,9\nE,5,1,2\n'), { factors: ['x'] })
    expect(read.ok && read.table.columns.map(({ name }) => name)).toEqual(['intercept', 'x=9', 'x=10'])
  })

  it.each([
    ['an empty file', '', [[1, null, 'problem.file.empty']]],
    ['no data', 'area,estimate,variance\n', [[1, null, 'problem.noRows']]],
    ['a missing column', 'area,estimate\nA,1\n', [[1, null, 'problem.missingColumn']]],
    ['a variance of zero', areas(`${good}E,1,0,1\n`), [[6, 3, 'problem.varianceNotPositive']]],
    ['a negative variance', areas(`${good}E,1,-2,1\n`), [[6, 3, 'problem.varianceNotPositive']]],
    ['text for a figure', areas(`${good}E,khá,1,1\n`), [[6, 2, 'problem.notNumber']]],
    ['an estimate without variance', areas(`${good}E,1,,1\n`), [[6, 3, 'problem.varianceMissing']]],
    ['a covariate that is missing', areas(`${good}E,1,1,\n`), [[6, 4, 'problem.covariateMissing']]],
    ['text among figures', areas(`${good}E,1,1,cao\n`), [[6, 4, 'problem.notNumber']]],
    ['an area twice', areas(`${good}A,1,1,5\n`), [[6, 1, 'problem.areaTwice']]],
    ['an area without name', areas(`${good},1,1,5\n`), [[6, 1, 'problem.noArea']]],
    ['a figure out of all range', areas(`${good}E,1e80,1,5\n`), [[6, 2, 'problem.outOfRange']]],
    [
      'covariates that follow from each other',
      areas('A,1,1,1,2\nB,2,1,3,6\nC,4,1,2,4\nD,5,1,7,14\n', 'area,estimate,variance,x,y'),
      [[1, 5, 'problem.collinear']],
    ],
    ['a constant covariate', areas('A,1,1,1\nB,2,1,1\nC,4,1,1\n'), [[1, 4, 'problem.collinear']]],
    ['too few areas', areas('A,1,1,1\nB,2,1,2\nC,,,2\n'), [[1, null, 'problem.tooFewAreas']]],
    ['variances too far apart', areas(`${good}E,1,1e-20,5\n`), [[1, null, 'problem.variancesApart']]],
    [
      'a group without a sample',
      areas('A,1,1,núi\nB,2,1,biển\nC,,,đảo\nD,3,1,núi\n'),
      [[4, 4, 'problem.levelUnsampled']],
    ],
    [
      'names that group nothing',
      areas(Array.from({ length: 60 }, (_, d) => `A${d},${d},1,tên ${d}`).join('\n')),
      [[1, 4, 'problem.tooManyGroups']],
    ],
    ['a line too long', areas(`${good}E,1,1,5,6\n`), [[6, 5, 'problem.tooWide']]],
    ['two columns of one name', 'area,estimate,variance,x,x\nA,1,1,1,1\n', [[1, 5, 'problem.nameTwice']]],
  ])('tells where it finds %s', (_, text, told) => {
    expect(problems(text)).toEqual(told)
    for (const [, , key] of told)
      for (const texts of [vi, en]) expect(texts.measure).toHaveProperty([String(key)])
  })

  it('tells every problem at once, in the order of the file', () => {
    expect(problems(areas('A,x,1,1\nB,1,y,2\nB,1,1,2\n'))).toEqual([
      [2, 2, 'problem.notNumber'],
      [3, 3, 'problem.notNumber'],
      [4, 1, 'problem.areaTwice'],
    ])
  })

  it('misses a column that is to hold names', () => {
    expect(problems(areas(good), { factors: ['vùng'] })).toEqual([[1, null, 'problem.missingColumn']])
  })
})
