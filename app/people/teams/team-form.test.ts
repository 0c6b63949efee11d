import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { readMembers } from './team-form'

const today = '2026-11-21'

describe('a list of members', () => {
  test.each([
    ['Nông Thị Ví', 'Nông Thị Ví', null],
    ['1. Nông Thị Ví', 'Nông Thị Ví', null],
    ['12) NÔNG THỊ VÍ', 'Nông Thị Ví', null],
    ['- Nông Thị Ví, 1990', 'Nông Thị Ví', '1990'],
    ['Nông Thị Ví; 05/03/1988', 'Nông Thị Ví', '1988-03-05'],
    ['Nông Thị Ví\t1990', 'Nông Thị Ví', '1990'],
    ['Nông Thị Ví (1990)', 'Nông Thị Ví', '1990'],
    ['Nông Thị Ví 1990', 'Nông Thị Ví', '1990'],
    ['Nông Thị Ví sinh 1990', 'Nông Thị Ví', '1990'],
    ['Y Blôk Niê, 1990', 'Y Blôk Niê', '1990'],
  ])('%s', (line, fullName, birthDate) => {
    expect(readMembers(line, today)).toEqual({ members: [{ line: 1, fullName, birthDate }], faults: [] })
  })

  test('empty lines do not count, and lines keep their numbers', () => {
    const { members } = readMembers('\n\nNông Thị Ví\r\n\r\nHoàng Văn Thử\n', today)
    expect(members.map(({ line }) => line)).toEqual([3, 5])
  })

  test.each([
    ['0912 345 678', 'notAName'],
    ['Nông Thị Ví, 31/02/1990', 'badDate'],
    ['Nông Thị Ví, 2024', 'birthOutOfRange'],
  ])('%s is refused: %s', (line, why) => {
    expect(readMembers(line, today).faults).toEqual([{ line: 1, text: line, why }])
  })

  test('the same person twice is refused; a namesake of another year is not', () => {
    const { members, faults } = readMembers('Nông Thị Ví, 1990\nNong Thi Vi, 1990\nNông Thị Ví, 1991', today)
    expect(members).toHaveLength(2)
    expect(faults).toEqual([{ line: 2, text: 'Nong Thi Vi, 1990', why: 'twice' }])
  })

  test('every line that is not empty becomes a member or a fault', () => {
    fc.assert(
      fc.property(fc.array(fc.string()), (lines) => {
        const clean = lines.map((line) => line.replace(/[\r\n]/g, ' '))
        const { members, faults } = readMembers(clean.join('\n'), today)
        const numbers = [...members, ...faults].map(({ line }) => line)
        expect(new Set(numbers).size).toBe(numbers.length)
        expect(numbers.length).toBeLessThanOrEqual(clean.length)
      }),
    )
  })
})
