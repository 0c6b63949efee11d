import { describe, expect, it } from 'vitest'
import { fold } from '~/formats/fold'
import { readBirthDate, sameBirth } from './birth-date'
import { readEmail } from '~/platform/mail/address'
import { readKind } from './lookups'
import { editDistance, nearest } from './nearest'
import { isName, liftInitials, tidyName } from './person-name'
import { matchHeading } from './headings'
import { staffCodeMaker } from './staff-code'

const date = (value: Parameters<typeof readBirthDate>[0]) => {
  const reading = readBirthDate(value, '2026-11-21')
  return reading.ok ? reading.date + (reading.shortYear ? '?' : '') : reading.why
}

describe('readBirthDate', () => {
  it.each([
    ['5/3/1988', '1988-03-05'],
    ['05.03.1988', '1988-03-05'],
    ['5-3-1988', '1988-03-05'],
    ['1988-03-05 00:00:00', '1988-03-05'],
    ['1988', '1988'],
    [1988, '1988'],
    ['03/1988', '1988'],
    [32207, '1988-03-05'],
    ['32207', '1988-03-05'],
    [new Date(Date.UTC(1988, 2, 5)), '1988-03-05'],
    ['5/3/88', '1988-03-05?'],
    ['5/3/05', '2005-03-05?'],
    ['29/02/1988', '1988-02-29'],
    ['31/02/1988', 'badDate'],
    ['29/02/1989', 'badDate'],
    ['3/15/1988', 'badDate'],
    ['hôm qua', 'badDate'],
    [true, 'badDate'],
    [12, 'badDate'],
    ['1/1/1900', 'birthOutOfRange'],
    ['2020', 'birthOutOfRange'],
  ])('reads %s as %s', (value, expected) => expect(date(value as string)).toBe(expected))

  it('lets a year agree with a date', () => {
    expect([
      sameBirth('1988', '1988-03-05'),
      sameBirth('1988-03-05', '1988-03-06'),
      sameBirth('1988', '1989'),
    ]).toEqual([true, false, false])
  })
})

describe('names', () => {
  it('are tidied only when typed in capitals', () => {
    expect(tidyName('  NGUYỄN   THỊ ÁNH ')).toBe('Nguyễn Thị Ánh')
    expect(tidyName("H'Hen Niê")).toBe("H'Hen Niê")
    expect(tidyName("H'HEN NIÊ")).toBe("H'Hen Niê")
    expect(liftInitials('Phạm thị ánh')).toBe('Phạm Thị Ánh')
    expect(['Páo', 'Y', 'Lê A'].every(isName)).toBe(true)
    expect(['', '12', 'A@b', 'Lê 2'].some(isName)).toBe(false)
  })
})

describe('headings', () => {
  it.each([
    ['Họ và tên', 'fullName'],
    ['HỌ VÀ TÊN (*)', 'fullName'],
    ['Mã số', 'staffCode'],
    ['Mã số thuế', undefined],
    ['Mã số BHXH', undefined],
    ['Số định danh cá nhân', 'citizenId'],
    ['Ngày cấp CCCD', 'citizenId'],
    ['Ngày, tháng, năm sinh', 'birthDate'],
    ['Tên', 'givenName'],
    ['Đơn vị công tác', 'commune'],
    ['Tên xã, phường', 'commune'],
    ['Chức vụ, đơn vị công tác', 'positions'],
    ['Chức danh hiện nay', 'positions'],
    ['Vị trí việc làm', 'positions'],
    ['Quê quán', undefined],
    ['Ghi chú', undefined],
    ['Địa chỉ email', 'email'],
    ['TT', undefined],
    ['Số điện thoại', undefined],
  ])('%s is %s', (heading, column) => expect(matchHeading(heading)?.column).toBe(column))
})

describe('others', () => {
  it('measure edits', () => {
    expect([
      editDistance('abc', 'acb'),
      editDistance('bao lat', 'bao lac'),
      editDistance('abc', 'xyzabc', 2),
    ]).toEqual([1, 1, 3])
    const near = (text: string, ...names: string[]) =>
      nearest(
        text,
        fold(text),
        names.map((name) => [fold(name), { name }] as const),
      )?.name
    expect(near('cat', 'completely')).toBeUndefined()
    expect(near('Xã Bảo Lạt', 'Xã Bảo Lâm', 'Xã Bảo Lạc', 'Xã Lý Bôn')).toBe('Xã Bảo Lạc')
  })

  it('know kinds and addresses', () => {
    expect(
      ['Cán bộ', 'Cán bộ không chuyên trách', 'Khối Đảng', 'Tổ CNSCĐ', 'Viên chức', '?'].map(readKind),
    ).toEqual([
      'civil_servant',
      'support_staff',
      'party_front_other',
      'community_team',
      'civil_servant',
      null,
    ])
    expect([readEmail(' A.b@x.gov.vn '), readEmail('a@b'), readEmail('a b@c.vn')]).toEqual([
      'a.b@x.gov.vn',
      null,
      null,
    ])
  })

  it('number staff', () => {
    const make = staffCodeMaker(['01321-0041', 'CB-1', '01321-0003'])
    expect([make('01321'), make('01321'), make('01327')]).toEqual(['01321-0042', '01321-0043', '01327-0001'])
  })
})
