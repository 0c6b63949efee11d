import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { assemble, roman } from './assemble'
import { dateParts } from './date-line'
import type { Draft } from './draft'
import { sectionsOf, type Wording } from './wording'

const base: Draft = {
  typeName: 'Báo cáo',
  fields: {
    issuer: 'Sở Nội vụ',
    superior: 'Ủy ban nhân dân tỉnh Cao Bằng',
    number: '/BC-SNV',
    place: 'Cao Bằng',
    date: '05/03/2026',
    about: 'Kết quả khảo sát',
    to: '- Ủy ban nhân dân tỉnh;\nBộ Nội vụ.',
    basis: 'Căn cứ Luật A;',
    recipients: 'Lưu: VT, CĐS.\nNhư trên;',
    authority: '',
    signerTitle: 'Giám đốc',
    signerName: '',
  },
  parts: [
    { kind: 'heading', level: 1, text: 'Mục đích' },
    { kind: 'words', key: 'purpose', text: 'Đoạn một.\nĐoạn hai.' },
    { kind: 'heading', level: 1, text: 'Trống' },
    { kind: 'words', key: 'nothing', text: '' },
    { kind: 'heading', level: 1, text: 'Kết quả' },
    { kind: 'heading', level: 2, text: 'Theo miền' },
    { kind: 'table', table: { caption: 'Theo miền', columns: [], rows: [{ cells: ['1'] }], notes: [] } },
    { kind: 'heading', level: 2, text: 'Hình' },
    { kind: 'chart', chart: 'domains', title: 'Miền' },
    { kind: 'words', key: 'closing', text: 'Trên đây là báo cáo.' },
  ],
  annexes: [{ title: 'Theo xã', landscape: true, parts: [] }],
  sample: true,
}
const sheetOf = (draft: Draft = base, wording: Wording = {}, language: 'vi' | 'en' = 'vi') =>
  assemble(draft, sectionsOf(draft, wording), language, new Map())

describe('a document put together', () => {
  it('numbers what stands in it, and leaves out headings of nothing', () => {
    const texts = sheetOf().body.flatMap((block) =>
      block.kind === 'heading' || block.kind === 'line'
        ? [block.text]
        : block.kind === 'table'
          ? [block.table.caption]
          : [],
    )
    expect(texts).toEqual([
      'Căn cứ Luật A;',
      'I. MỤC ĐÍCH',
      'Đoạn một.',
      'Đoạn hai.',
      'II. KẾT QUẢ',
      '1. Theo miền',
      'Bảng 1. Theo miền',
      '2. Hình',
      'Trên đây là báo cáo./.',
    ])
  })

  it('writes head, copies and annex as the format has them', () => {
    const sheet = sheetOf()
    expect(sheet.placeDate).toBe('Cao Bằng, ngày 05 tháng 3 năm 2026')
    expect(sheet.number).toMatch(/^Số:\s+\/BC-SNV$/)
    expect(sheet.to!.names).toEqual(['Ủy ban nhân dân tỉnh', 'Bộ Nội vụ'])
    expect(sheet.recipients.lines).toEqual(['Như trên', 'Lưu: VT, CĐS'])
    expect(sheet.annexes[0]).toMatchObject({ label: 'Phụ lục', landscape: true })
    expect(sheet.annexes[0]!.under).toContain('ngày 05 tháng 3 năm 2026')
    expect(sheet.marks).toHaveLength(1)
  })

  it('files a copy even where the editor forgot it', () => {
    const wording = { recipients: { text: 'Như trên', from: '', used: true } }
    expect(sheetOf(base, wording).recipients.lines).toEqual(['Như trên', 'Lưu: VT'])
  })

  it('says on its top that an English one is a translation', () => {
    expect(sheetOf(base, {}, 'en').marks.at(-1)).toMatch(/^UNOFFICIAL TRANSLATION/)
  })

  it('ends once, whatever its last words end with', () => {
    for (const text of ['Hết', 'Hết.', 'Hết./.', 'Hết; ']) {
      const wording = { closing: { text, from: '', used: true } }
      expect(sheetOf(base, wording).body.at(-1)).toMatchObject({ text: 'Hết./.' })
    }
  })

  it('puts what a letter is about under its number', () => {
    const letter = sheetOf({ ...base, typeName: '' })
    expect([letter.subject, letter.about, letter.annexes[0]!.under]).toEqual([
      'V/v Kết quả khảo sát',
      '',
      expect.stringContaining('Kèm theo Công văn số'),
    ])
  })
})

describe('the day of a document', () => {
  it('has a leading zero under ten and in the months 1 and 2 only', () => {
    expect(dateParts('2026-03-05')).toEqual({ day: '05', month: '3', year: '2026' })
    expect(dateParts('2026-02-28')).toEqual({ day: '28', month: '02', year: '2026' })
    expect(dateParts('2026-10-01')).toEqual({ day: '01', month: '10', year: '2026' })
    fc.assert(
      fc.property(
        fc.date({ min: new Date('2000-01-01'), max: new Date('2099-12-31'), noInvalidDate: true }),
        (day) => {
          const iso = day.toISOString().slice(0, 10)
          const parts = dateParts(iso)
          expect(parts.day).toHaveLength(2)
          expect(parts.month.startsWith('0')).toBe(Number(parts.month) <= 2)
          expect(`${parts.year}-${parts.month.padStart(2, '0')}-${parts.day}`).toBe(iso)
        },
      ),
    )
  })

  it('is left to be written where there is none', () => {
    expect(Object.values(dateParts('')).join('').trim()).toBe('')
  })

  it('numbers in Roman figures', () => {
    expect([1, 4, 9, 10, 14, 21].map(roman)).toEqual(['I', 'IV', 'IX', 'X', 'XIV', 'XXI'])
  })
})
