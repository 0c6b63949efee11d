import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { mostText, readMembers } from './read-members'

const today = '2026-11-21'
const vi = 'Nông Thị Ví'

describe('a line of a list', () => {
  test.each([
    ['Nông Thị Ví', vi, null],
    ['1. Nông Thị Ví', vi, null],
    ['1 Nông Thị Ví', vi, null],
    ['12) NÔNG THỊ VÍ', vi, null],
    ['12.\tNÔNG THỊ VÍ', vi, null],
    ['- Nông Thị Ví, 1990', vi, '1990'],
    ['• Nông Thị Ví; 05/03/1988', vi, '1988-03-05'],
    ['Nông Thị Ví\t1990', vi, '1990'],
    ['1\tNông Thị Ví\t1990', vi, '1990'],
    ['1\tNông Thị Ví\t\t1990', vi, '1990'],
    ['7\tNông Thị Ví\tNam\t1985', vi, '1985'],
    ['7\tNông Thị Ví\tNữ\t05/03/1985\tTổ trưởng', vi, '1985-03-05'],
    ['7\tNông Thị Ví\tx\t1985', vi, '1985'],
    ['Nông Thị Ví, nữ, 1985', vi, '1985'],
    ['1985\tNông Thị Ví', vi, '1985'],
    ['Nông Thị Ví\t1990-03-05 00:00:00', vi, '1990-03-05'],
    ['Nông Thị Ví (1990)', vi, '1990'],
    ['Nông Thị Ví 1990', vi, '1990'],
    ['Nông Thị Ví 1990 Nữ', vi, '1990'],
    ['Nông Thị Ví - 1990', vi, '1990'],
    ['Nông Thị Ví – Nữ – 1990', vi, '1990'],
    ['Nông Thị Ví-1990', vi, '1990'],
    ['Nông Thị Ví -', vi, null],
    ['Nông Thị Ví –', vi, null],
    ['Nông Thị Ví sinh 1990', vi, '1990'],
    ['Nông Thị Ví, sinh năm 1990', vi, '1990'],
    ['Nông Thị Ví sinh năm: 1990', vi, '1990'],
    ['Nông Thị Ví, sinh ngày 05/03/1990', vi, '1990-03-05'],
    ['Nông Thị Ví sinh ngày 05 tháng 3 năm 1990', vi, '1990-03-05'],
    ['Nông Thị Ví, ngày sinh: 5/3/1990.', vi, '1990-03-05'],
    ['Nông Thị Ví sinh, 1990', vi, '1990'],
    ['Nông Thị Ví, SN 1990', vi, '1990'],
    ['Ông Nông Văn Thử, 1990', 'Nông Văn Thử', '1990'],
    ['BÀ NÔNG THỊ VÍ', vi, null],
    ['3. Đ/c Nông Thị Ví', vi, null],
    ['đồng chí: Nông Thị Ví', vi, null],
    ['Ông/Bà Nông Thị Ví', vi, null],
    ['Chị Nông Thị Ví', vi, null],
    ['Anh. Nông Văn Thử', 'Nông Văn Thử', null],
    ['Nông Văn Năm, 1990', 'Nông Văn Năm', '1990'],
    ['Nông Văn Năm 1990', 'Nông Văn Năm', '1990'],
    ['Nguyễn Văn Sinh 1990', 'Nguyễn Văn Sinh', '1990'],
    ['Y Blôk Niê, 1990', 'Y Blôk Niê', '1990'],
    ["H'Hen Niê", "H'Hen Niê", null],
    ['  Nông   Thị\u00a0Ví  ', vi, null],
  ])('%j', (line, fullName, birthDate) => {
    expect(readMembers(line, today)).toEqual({
      members: [{ line: 1, fullName, birthDate }],
      faults: [],
      skipped: [],
    })
  })

  test.each([
    ['0912 345 678', 'private'],
    ['Nông Thị Ví, 1990, 0912.345.678', 'private'],
    ['Nông Thị Ví\t1990\t004190001234', 'private'],
    ['Nông Thị Ví 0912345678', 'private'],
    ['Nông Thị Ví, +84 912 345 678', 'private'],
    ['Nông Thị Ví, 31/02/1990', 'badDate'],
    ['Nông Thị Ví, 12345', 'badDate'],
    ['Nông Thị Ví, 36', 'badDate'],
    ['Nông Thị Ví, 2024', 'birthOutOfRange'],
    ['Nông Thị Ví\t1990\t36', 'twoDates'],
    ['Nông Thị Ví, trưởng thôn, 1990', 'notUnderstood'],
    ['Ví', 'oneWord'],
    ['Bà Ví, 1990', 'oneWord'],
    ['1990', 'notAName'],
    ['ví@cao-bang.vn', 'notAName'],
    [`Nông Thị Ví ${'và '.repeat(100)}`, 'long'],
  ])('%j is refused: %s', (line, why) => {
    expect(readMembers(line, today)).toMatchObject({ members: [], faults: [{ line: 1, why }] })
  })

  test('what is not understood is named', () => {
    const [fault] = readMembers('Nông Thị Ví, trưởng thôn, 1990', today).faults
    expect(fault).toEqual({
      line: 1,
      text: 'Nông Thị Ví, trưởng thôn, 1990',
      why: 'notUnderstood',
      part: 'trưởng thôn',
    })
  })

  test.each([
    'STT\tHọ và tên\tNăm sinh',
    'STT Họ và tên Năm sinh',
    'Họ và tên, năm sinh',
    'HỌ TÊN',
    'TT\tHọ & tên\tGiới tính',
    'Năm sinh',
    'Danh sách thành viên tổ',
    'TỔ CÔNG NGHỆ SỐ CỘNG ĐỒNG THÔN NÀ MÌN',
  ])('%j is a heading, and skipped', (line) => {
    const text = line.replace(/\t/g, ' ')
    expect(readMembers(`${line}\nNông Thị Ví`, today)).toMatchObject({
      members: [{ line: 2 }],
      faults: [],
      skipped: [{ line: 1, text }],
    })
  })

  test('somebody whose name sounds like a heading is no heading', () => {
    expect(readMembers('Hồ Tên, 1990\nNông Thị Ví, năm sinh 1990', today).members).toHaveLength(2)
  })
})

describe('a list', () => {
  test('empty lines and rows with a number alone do not count, and lines keep their numbers', () => {
    const { members, faults } = readMembers('\n\nNông Thị Ví\r\n3\t\t\r\n-\r\nHoàng Văn Thử\n', today)
    expect(members.map(({ line }) => line)).toEqual([3, 6])
    expect(faults).toEqual([])
  })

  test('the same person twice is refused; a namesake of another year is not', () => {
    const { members, faults } = readMembers('Nông Thị Ví, 1990\nNong Thi Vi, 1990\nNông Thị Ví, 1991', today)
    expect(members).toHaveLength(2)
    expect(faults).toEqual([{ line: 2, text: 'Nong Thi Vi, 1990', why: 'twice', other: 1 }])
    expect(readMembers('Nông Thị Ví\nNông Thị Ví, 1990', today).faults).toMatchObject([{ why: 'twice' }])
    expect(readMembers('Nông Thị Ví, 1990\nNông Thị Ví, 05/03/1990', today).faults).toHaveLength(1)
  })

  test('every line becomes a member, a fault, a heading or nothing, once', () => {
    fc.assert(
      fc.property(fc.array(fc.string({ unit: 'grapheme' })), (lines) => {
        const clean = lines.map((line) => line.replace(/[\r\n]/g, ' '))
        const { members, faults, skipped } = readMembers(clean.join('\n'), today)
        const numbers = [...members, ...faults, ...skipped].map(({ line }) => line)
        expect(new Set(numbers).size).toBe(numbers.length)
        expect(numbers.length).toBeLessThanOrEqual(clean.length)
      }),
    )
  })

  test('the longest list is read at once, whatever is repeated in it', () => {
    const pieces = [' ', '\t', '\u00a0', '-', ' - ', '1', '1. ', '1 ', '. ', 'a', 'a ', 'sinh ', 'năm 1 ']
    const more = ['sn ', 'đ/c ', 'Ông ', 'Ông/', ':', '(', 'họ ', '1.', '12/', ',', '\n', 'a\n', '–', 'Ví\n']
    const piece = fc.constantFrom(...pieces, ...more)
    fc.assert(
      fc.property(piece, piece, fc.constantFrom('', 'x', '\n', '1'), (a, b, end) => {
        const text = `Nông Thị ${a.repeat(Math.floor(mostText / 2 / a.length))}${b.repeat(
          Math.floor(mostText / 2 / b.length),
        )}${end}`
        const began = performance.now()
        readMembers(text, today)
        expect(performance.now() - began).toBeLessThan(1_000)
      }),
      { numRuns: 60 },
    )
  })
})
