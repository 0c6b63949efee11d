import { expect, test } from 'vitest'
import { adviceOnFamily, spreadOf, type FamilyMember } from './clone-family'

const member = (parts: Partial<FamilyMember> = {}): FamilyMember => ({
  ...{ code: '4.1-1a', competency: '4.1', level: 1, kind: 'single', purpose: 'measure', parts: 4 },
  ...{ expected: 0, people: 100, facility: 60 },
  ...parts,
})

test('a family of items that stand in for each other needs no look', () => {
  expect(adviceOnFamily([member(), member({ code: '4.1-1b', expected: 1, facility: 75 })])).toEqual([])
})

test.each([
  ['alone', []],
  ['kinds', [member({ kind: 'multiple', parts: 5 })]],
  ['parts', [member({ parts: 3 })]],
  ['places', [member({ level: 2 })]],
  ['purposes', [member({ purpose: 'teach' })]],
  ['expected', [member({ expected: -1.1 })]],
  ['facility', [member({ facility: 44.9 })]],
] as const)('%s is told', (advice, others) => {
  expect(adviceOnFamily([member(), ...others])).toEqual([advice])
})

test('a facility from few people tells nothing', () => {
  expect(adviceOnFamily([member(), member({ facility: 10, people: 29 })])).toEqual([])
})

test('a spread needs two values', () => {
  expect(spreadOf([1, null])).toBeNull()
  expect(spreadOf([3, null, -1])).toEqual({ from: -1, to: 3 })
})
