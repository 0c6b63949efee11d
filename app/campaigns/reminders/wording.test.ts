import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { chooseRows, chosenCodes, readReminderQuery } from './choose'
import { lacking } from './lacking'
import { readMail, type Proposed } from './mail-form'
import { isPlannedFor, isSendingHour, readDays } from './reminder-days'
import { faultOfText, faultOfTitle, fill, placesOf } from './wording'

const proposed: Proposed = {
  office: { title: 'Nhắc: [tên đợt]', text: 'Xem [liên kết]' },
  person: { title: '[tên đợt]', text: 'Mở [liên kết]' },
  personEn: { title: '[campaign]', text: 'Open [link]' },
}

describe('the words of a reminder', () => {
  it('fills what stands in brackets, however it is spaced and written', () => {
    const text = 'Đợt “[tên đợt]”: [Số người  chưa nộp]/[số người được hỏi]. [phiếu của xã]\n[liên kết]'
    expect(fill(text, 'vi', { campaign: 'Tháng 11', missing: '12', asked: '41', link: 'https://x.vn' })).toBe(
      'Đợt “Tháng 11”: 12/41.\nhttps://x.vn',
    )
    expect(fill('[link] [liên kết]', 'en', { link: 'y' })).toBe('y [liên kết]')
  })

  it('puts a value in as it is, whatever stands in it', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^[\w$&'[\] ]{1,20}$/), (campaign) => {
        const said = fill('a [tên đợt] b', 'vi', { campaign })
        return said === `a ${campaign} b`
      }),
    )
  })

  it('keeps the link, and knows no other places than its receiver may read', () => {
    expect(faultOfText('Mở [liên kết]', 'person', 'vi')).toBeNull()
    expect(faultOfText('Mở ra', 'person', 'vi')).toEqual({
      key: 'word.text.link',
      values: { link: '[liên kết]' },
    })
    expect(faultOfText('[liên kết], còn [số người chưa nộp] người', 'person', 'vi')).toEqual({
      key: 'word.unknown',
      values: { place: '[số người chưa nộp]' },
    })
    expect(faultOfText('[liên kết], còn [số người chưa nộp] người', 'office', 'vi')).toBeNull()
    expect(faultOfTitle('[hạn]', 'office', 'vi')).toMatchObject({ key: 'word.unknown' })
    expect(faultOfTitle(' ', 'office', 'vi')).toEqual({ key: 'word.title.missing' })
    expect(faultOfTitle('x'.repeat(151), 'office', 'vi')).toEqual({ key: 'word.title.long' })
    expect(faultOfText('x'.repeat(3001), 'office', 'vi')).toEqual({ key: 'word.text.long' })
    expect(placesOf('person', 'vi')).not.toContain('[số người chưa nộp]')
  })

  it('judges only what goes to somebody, and wants somebody', () => {
    const typed = { officeTitle: '', officeText: 'x', personTitle: '', personText: 'Mở [liên kết]' }
    expect(readMail({ ...typed }, proposed).errors).toEqual({ toOffice: 'mail.nobody' })
    const read = readMail({ ...typed, toPeople: 'yes' }, proposed)
    expect(read).toMatchObject({
      office: null,
      errors: { personTitle: 'word.title.missing' },
      person: { en: proposed.personEn, vi: { text: 'Mở [liên kết]' } },
    })
    expect(readMail({ toOffice: 'yes' }, proposed)).toMatchObject({ office: proposed.office, errors: {} })
  })
})

describe('the days of reminders', () => {
  it('are sent by day in Vietnam, once', () => {
    const at = (time: string) => isSendingHour(new Date(`2026-11-21T${time}:00+07:00`))
    expect(['07:59', '08:00', '16:59', '17:00', '23:30'].map(at)).toEqual([false, true, true, false, false])
    const days = { daysBefore: [7, 0], sentFor: ['2026-11-20'] }
    expect(isPlannedFor(days, 7, '2026-11-21')).toBe(true)
    expect(isPlannedFor(days, 7, '2026-11-20')).toBe(false)
    expect(isPlannedFor(days, 3, '2026-11-21')).toBe(false)
    expect(isPlannedFor(days, 0, '2026-11-28')).toBe(true)
  })

  it('are read from a form, those that are offered', () => {
    expect(readDays(['1', '7', '7', '99', 'x'])).toEqual([7, 1])
  })
})

describe('the communes of the table', () => {
  const row = (code: string, asked: number, submitted: number, at: string | null) => ({
    ...{ code, name: code, asked, submitted, started: 0, notStarted: asked - submitted, form: null },
    last: at ? { at } : null,
  })
  const rows = [
    row('a', 10, 4, '2026-11-20'),
    row('b', 10, 5, null),
    row('c', 0, 0, null),
    row('d', 10, 10, '2026-11-19'),
  ]
  const shown = (query: string) =>
    chooseRows(rows, readReminderQuery(new URLSearchParams(query))).map(({ code }) => code)

  it('are those under a share, in the order asked for', () => {
    expect(shown('below=50')).toEqual(['a'])
    expect(shown('below=100&sort=name')).toEqual(['a', 'b'])
    expect(shown('below=33&sort=share&dir=desc')).toEqual(['d', 'b', 'a', 'c'])
    expect(shown('sort=last')).toEqual(['b', 'c', 'd', 'a'])
    expect(lacking(rows)).toMatchObject([
      { code: 'a', missing: 6 },
      { code: 'b', missing: 5 },
    ])
  })

  it('are named by an address once each, and only those within reach', () => {
    const query = new URLSearchParams('c=b&c=a&c=b&c=zz')
    expect(chosenCodes(query, ['a', 'b', 'c'])).toEqual(['a', 'b'])
  })
})
