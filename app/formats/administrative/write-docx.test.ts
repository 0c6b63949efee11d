import { describe, expect, it, test } from 'vitest'
import {
  readDocx,
  type ReadCell,
  type ReadParagraph,
  type ReadTable,
} from '../../../tests/builders/docx-reader'
import { communeAnnex, officialSheet } from '../../../tests/builders/official-sheet'
import { boldWidth } from './text-width'
import { writeDocx } from './write-docx.server'

const read = async (...changed: Parameters<typeof officialSheet>) =>
  readDocx(await writeDocx(officialSheet(...changed)))
const tablesOf = (content: (ReadParagraph | ReadTable)[]) =>
  content.filter((each): each is ReadTable => each.kind === 'table')
const paragraphsOf = (content: (ReadParagraph | ReadTable)[]) =>
  content.filter((each): each is ReadParagraph => each.kind === 'paragraph')
const within = (value: number, low: number, high: number) => {
  expect(value).toBeGreaterThanOrEqual(low - 0.06)
  expect(value).toBeLessThanOrEqual(high + 0.06)
}
const said = ({ runs: [run] }: ReadParagraph) =>
  run && [run.text, run.size, run.bold ? 'bold' : '', run.italic ? 'italic' : ''].filter(Boolean)

const whole = await read()
const [section] = whole.sections
const [head, figures, foot] = tablesOf(section!.content)

describe('the format of Decree 30/2020, read back from the file', () => {
  it('is A4 with the margins prescribed', async () => {
    const { sections } = await read({ annexes: [communeAnnex(3)] })
    expect(sections).toHaveLength(2)
    for (const { margins } of sections) {
      within(margins.top, 20, 25)
      within(margins.bottom, 20, 25)
      within(margins.left, 30, 35)
      within(margins.right, 15, 20)
    }
    expect(sections.map(({ width, height }) => [Math.round(width), Math.round(height)])).toEqual([
      [210, 297],
      [297, 210],
    ])
  })

  it('is set in black Times New Roman throughout', () => {
    const paragraphs = section!.content.flatMap((each) =>
      each.kind === 'paragraph'
        ? [each]
        : each.rows.flatMap(({ cells }) => cells.flatMap((cell) => cell.paragraphs)),
    )
    const runs = paragraphs.flatMap(({ runs: own }) => own)
    expect(new Set(runs.map(({ font }) => font))).toEqual(new Set(['Times New Roman']))
    expect(new Set(runs.map(({ color }) => color))).toEqual(new Set(['000000']))
  })

  it('has a header grid of two columns without borders', () => {
    expect(head!.bordered).toBe(false)
    expect(head!.rows).toHaveLength(2)
    expect(head!.widths).toHaveLength(2)
    const [left, right] = head!.rows[0]!.cells
    expect(left!.paragraphs.map(said).filter(Boolean)).toEqual([
      ['ỦY BAN NHÂN DÂN', 12],
      ['TỈNH CAO BẰNG', 12],
      ['SỞ KHOA HỌC VÀ CÔNG NGHỆ', 12, 'bold'],
    ])
    expect(right!.paragraphs.map(said).filter(Boolean)).toEqual([
      ['CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM', 12, 'bold'],
      ['Độc lập - Tự do - Hạnh phúc', 13, 'bold'],
    ])
    expect(head!.rows[1]!.cells.map(({ paragraphs: [first] }) => said(first!))).toEqual([
      ['Số: 12/BC-SKHCN', 13],
      ['Cao Bằng, ngày 05 tháng 3 năm 2026', 14, 'italic'],
    ])
  })

  it('has a rule as wide as the motto, and one of a third to a half of the issuing body', () => {
    const rule = (cell: ReadCell) => {
      const found = cell.paragraphs.find(({ topBorder }) => topBorder)!
      return cell.width - found.left - found.right
    }
    const [left, right] = head!.rows[0]!.cells
    const motto = boldWidth('Độc lập - Tự do - Hạnh phúc', 13)
    within(rule(right!), motto * 0.98, motto * 1.02)
    const issuer = boldWidth('SỞ KHOA HỌC VÀ CÔNG NGHỆ', 12)
    within(rule(left!), issuer / 3, issuer / 2)
  })

  it('has kind and trích yếu in bold, the body justified with an indented first line', () => {
    const [kind, about] = paragraphsOf(section!.content).filter(({ text }) =>
      ['BÁO CÁO', 'Kết quả khảo sát năng lực số'].includes(text),
    )
    expect([kind, about].map((each) => [...said(each!)!, each!.align])).toEqual([
      ['BÁO CÁO', 14, 'bold', 'center'],
      ['Kết quả khảo sát năng lực số', 14, 'bold', 'center'],
    ])
    const body = paragraphsOf(section!.content).filter(({ align }) => align === 'both')
    expect(body.length).toBeGreaterThan(2)
    for (const { firstLine, after, spacing, runs } of body) {
      within(firstLine, 10, 12.7)
      expect(after).toBeGreaterThanOrEqual(6)
      within(spacing, 1, 1.5)
      expect(runs.every(({ size }) => size >= 13 && size <= 14)).toBe(true)
    }
    expect(body.at(-1)!.text).toMatch(/\.\/\.$/)
  })

  it('ends with copies at the left and the signature at the right', () => {
    expect(foot!.bordered).toBe(false)
    const [copies, signs] = foot!.rows[0]!.cells
    expect(copies!.paragraphs.map(said)).toEqual([
      ['Nơi nhận:', 12, 'bold', 'italic'],
      ['- Như trên;', 11],
      ['- Lưu: VT, CĐS.', 11],
    ])
    const signed = signs!.paragraphs.filter(({ text }) => text !== '')
    expect(signed.map(said)).toEqual([
      ['KT. GIÁM ĐỐC', 14, 'bold'],
      ['PHÓ GIÁM ĐỐC', 14, 'bold'],
      ['Nông Thị Mẫu', 14, 'bold'],
    ])
  })

  it('numbers its pages at the top in the middle, but not the first', () => {
    expect(section!.titlePage).toBe(true)
    expect(section!.header).toMatchObject({ hasNumber: true, align: 'center', size: 14 })
    expect(section!.firstHeader).toMatchObject({ hasNumber: false, text: '' })
  })

  it('repeats the header of a table on every page and keeps rows whole', () => {
    expect(figures!.bordered).toBe(true)
    expect(figures!.rows.map(({ header }) => header)).toEqual([true, false, false, false, false])
    expect(figures!.rows.every(({ whole: keeps }) => keeps)).toBe(true)
    expect(figures!.rows[1]!.cells.map(({ span, text }) => [span, text])).toEqual([[3, 'Cụm 1']])
    expect(figures!.rows[2]!.cells.map(({ text }) => text)).toEqual(['1', 'Xã Bảo Lạc', '57%'])
  })
})

test('a letter has no kind: what it is about stands under its number', async () => {
  const { sections } = await read({ typeName: '', about: '', subject: 'V/v triệu tập tập huấn' })
  const [grid] = tablesOf(sections[0]!.content)
  expect(grid!.rows[1]!.cells[0]!.paragraphs.map(said)).toEqual([
    ['Số: 12/BC-SKHCN', 13],
    ['V/v triệu tập tập huấn', 12],
  ])
})

test('several addressees stand one a line, the last with a full stop', async () => {
  const { text } = await read({ to: { label: 'Kính gửi', names: ['UBND xã A', 'UBND xã B'] } })
  expect(text).toContain('- UBND xã A;- UBND xã B.')
})

test('what says that the data are samples stands on the first page and on all others', async () => {
  const { sections, text } = await read({ marks: ['DỮ LIỆU MẪU'], annexes: [communeAnnex(2)] })
  expect(text.match(/DỮ LIỆU MẪU/g)).toHaveLength(2)
  for (const { header } of sections) expect(header.text).toContain('DỮ LIỆU MẪU')
})

test('a drawing becomes a picture with its description, no wider than the text', async () => {
  const svg =
    '<svg xmlns="http://www.w3.org/2000/svg" width="400" height="200"><rect width="400" height="200"/></svg>'
  const description = 'An toàn 70%, “khoảng 69–71” & hơn'
  const { sections, parts } = await read({
    body: [{ kind: 'picture', picture: { svg, width: 400, height: 200, title: 'Hình 1. Thử', description } }],
  })
  const [picture] = paragraphsOf(sections[0]!.content).flatMap(({ pictures }) => pictures)
  expect(picture!.description).toBe(description)
  within(picture!.width, 100, 165.1)
  expect(parts.some((each) => /media\/.+\.png$/.test(each))).toBe(true)
})

test('markup and formulas stand in it as they were written', async () => {
  const odd = '=HYPERLINK("http://x") <script>alert(1)</script> & \'x\' ]]>'
  const { text } = await read({ body: [{ kind: 'line', text: odd }] })
  expect(text).toContain(odd)
})

test('a hundred communes with names of ninety letters are written within three seconds', async () => {
  const name = `Ủy ban nhân dân xã ${'Nguyễn Thị Minh Khai '.repeat(4)}`.slice(0, 90).trim()
  const started = performance.now()
  const { sections } = await read({ issuer: name, superior: name, annexes: [communeAnnex(99, name)] })
  expect(performance.now() - started).toBeLessThan(3000)
  const [table] = tablesOf(sections[1]!.content)
  expect(table!.rows).toHaveLength(100)
  expect(table!.rows[5]!.cells[1]!.text).toBe(name)
  expect(table!.widths.reduce((sum, each) => sum + each, 0)).toBeLessThanOrEqual(252.1)
})
