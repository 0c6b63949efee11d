import { expect, test } from 'vitest'
import { chosenUsername, usernameForms } from './username'

test('a staff code is found however its dash was typed', () => {
  expect(usernameForms(' 01321-0042 ')).toEqual(['01321-0042'])
  expect(usernameForms('013210042')).toContain('01321-0042')
  expect(usernameForms('01321 – 0042')).toContain('01321-0042')
})

test('case does not matter', () => {
  expect(usernameForms('Lan.Nguyen')).toEqual(expect.arrayContaining(['lan.nguyen']))
  expect(usernameForms('cb-0042')).toContain('CB-0042')
})

test('nothing, or far too much, is no name', () => {
  expect(usernameForms('  ')).toEqual([])
  expect(usernameForms('a'.repeat(65))).toEqual([])
})

test.each([
  ['lan.nguyen', true],
  [' Lan.Nguyen ', true],
  ['so-khcn_caobang', true],
  ['ab', false],
  ['-abc', false],
  ['lan nguyen', false],
  ['nguyễn', false],
  ['01321-0042', false],
  ['013210042', false],
])('%s as a chosen name: %s', (name, fine) => {
  expect(chosenUsername.safeParse(name).success).toBe(fine)
})
