import { describe, expect, it } from 'vitest'
import type { RangedResult } from './result-range'
import { domainParts, verdictCounts, verdictOf } from './result-words'
import type { DomainResult } from './results'

const result = (competency: string, below: number, informed = true) =>
  ({ competency, below, informed }) as RangedResult
const domain = (code: string, competencies: string[], below: number, informed = true) =>
  ({ domain: code, competencies, below, informed }) as DomainResult

describe('verdictOf', () => {
  it.each([
    [0.97, 'below', 'almostCertain'],
    [0.8, 'below', 'probably'],
    [0.79, 'open', 'notSure'],
    [0.21, 'open', 'notSure'],
    [0.1, 'reached', 'probably'],
    [0.01, 'reached', 'almostCertain'],
  ])('%s', (below, kind, certainty) => {
    expect(verdictOf(below)).toEqual({ kind, certainty })
  })
})

it('counts only what the answers tell', () => {
  expect(
    verdictCounts([result('1', 0.9), result('2', 0.5), result('3', 0.1), result('4', 0.9, false)]),
  ).toEqual({ below: 1, open: 1, reached: 1, all: 3 })
})

it('sets apart what cannot be told alone, and begins with what is most probably below', () => {
  const parts = domainParts(
    [domain('0', ['0.1', '0.2'], 0.2), domain('1', ['1.1'], 0.9, false), domain('2', ['2.1', '2.2'], 0.4)],
    [
      result('0.1', 0.3),
      result('0.2', 0.9, false),
      result('1.1', 0.9, false),
      result('2.1', 0.1),
      result('2.2', 0.7),
    ],
  )
  expect(parts.map(({ domain: code }) => code)).toEqual(['2', '0', '1'])
  expect(parts[0]!.told.map(({ competency }) => competency)).toEqual(['2.2', '2.1'])
  expect(parts[1]!.untold).toEqual(['0.2'])
  expect(parts[2]).toMatchObject({ told: [], untold: ['1.1'] })
})
