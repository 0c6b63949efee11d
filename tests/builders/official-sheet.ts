import type { Sheet, SheetBlock, SheetRow } from '~/formats/administrative/sheet'

/** A document with every part of the format; what `changed` names stands in it instead. */
export function officialSheet(changed: Partial<Sheet> = {}): Sheet {
  const body: SheetBlock[] = [
    { kind: 'line', text: 'Căn cứ kết quả khảo sát;', basis: true },
    { kind: 'heading', level: 1, text: 'I. MỤC ĐÍCH' },
    { kind: 'line', text: 'Bồi dưỡng năng lực số cho cán bộ, công chức cấp xã. '.repeat(12).trim() },
    {
      kind: 'table',
      table: {
        caption: 'Bảng 1. Tỷ lệ chưa đạt',
        columns: [
          { label: 'STT', width: 8, align: 'center' },
          { label: 'Xã, phường, đặc khu', width: 50 },
          { label: 'Tỷ lệ', width: 20, align: 'end' },
        ],
        rows: [
          { group: 'Cụm 1' },
          { cells: ['1', 'Xã Bảo Lạc', '57%'] },
          { remark: 'Còn 2 chỗ' },
          { total: ['', 'Tổng cộng', '57%'] },
        ],
        notes: ['Trong ngoặc là khoảng 90%.'],
      },
    },
    { kind: 'line', text: 'Trên đây là báo cáo./.' },
  ]
  return {
    language: 'vi',
    title: 'Báo cáo thử',
    marks: [],
    nation: 'Cộng hòa xã hội chủ nghĩa Việt Nam',
    motto: 'Độc lập - Tự do - Hạnh phúc',
    superior: 'Ủy ban nhân dân tỉnh Cao Bằng',
    issuer: 'Sở Khoa học và Công nghệ',
    number: 'Số: 12/BC-SKHCN',
    subject: '',
    placeDate: 'Cao Bằng, ngày 05 tháng 3 năm 2026',
    typeName: 'Báo cáo',
    about: 'Kết quả khảo sát năng lực số',
    to: { label: 'Kính gửi', names: ['Ủy ban nhân dân tỉnh Cao Bằng'] },
    body,
    recipients: { label: 'Nơi nhận', lines: ['Như trên', 'Lưu: VT, CĐS'] },
    signature: { authority: ['KT. Giám đốc'], title: 'Phó Giám đốc', name: 'Nông Thị Mẫu' },
    annexes: [],
    ...changed,
  }
}

/** An annex of so many communes, each with as many figures as a report has domains. */
export function communeAnnex(communes: number, name = 'Xã Bảo Lạc'): Sheet['annexes'][number] {
  const rows = Array.from({ length: communes }, (_, i): SheetRow => ({
    cells: [
      String(i + 1),
      name,
      ...Array.from({ length: 8 }, (_each, k) => (k === i % 8 ? 'ẩn' : '57% (54–60)')),
    ],
  }))
  const columns = ['STT', 'Xã', ...Array.from({ length: 8 }, (_, k) => `Miền ${k}`)].map((label, i) => ({
    label,
    width: [6, 24][i] ?? 12,
    align: i === 1 ? undefined : ('center' as const),
  }))
  return {
    label: 'Phụ lục',
    title: 'Theo xã',
    under: '(Kèm theo Báo cáo số 12/BC-SKHCN)',
    landscape: true,
    blocks: [{ kind: 'table', table: { caption: '', columns, rows, notes: [], dense: true } }],
  }
}
