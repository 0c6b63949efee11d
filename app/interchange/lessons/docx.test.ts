import { expect, test } from 'vitest'
import { readText } from '~/learning/pack/text-shape'
import { png, richDocx } from '../../../tests/builders/documents'
import { docx, drawing, listed, paragraph, run, styled, table, zipped } from '../../../tests/builders/ooxml'
import { everyPiece, isShown, type FoundDocument } from './document'
import { readDocument } from './read-document.server'

async function read(bytes: Uint8Array): Promise<FoundDocument> {
  const { found, problem } = await readDocument(bytes, 'vi')
  expect(problem).toBeNull()
  return found!
}
const lossesOf = ({ losses }: FoundDocument) =>
  losses.map(({ what, where }) => [what.key, what.values?.count, where?.values?.title ?? where?.key ?? null])
const markdownOf = async (body: string) => (await read(docx(body))).lessons.map(({ markdown }) => markdown)
const plain = (text: string) => paragraph(run(text))
const cell = (text: string, more = '') => `<w:tcPr>${more}</w:tcPr>${plain(text)}`

test('a document with everything: lessons by headings, whatever the style of a heading is called', async () => {
  const found = await read(richDocx())
  expect(found.title).toBe('Tài liệu tập huấn')
  expect(found.lessons.map(({ title, from }) => [title, from.key])).toEqual([
    ['Mật khẩu', 'place.heading'],
    ['Thư lạ', 'place.heading'],
  ])
  expect(found.lessons[0]!.markdown).toBe(`**Lưu ý:** dùng *ít nhất* 12 ký tự, 2 \\* 3 = 6.

- Không dùng ngày sinh
  - của mình

1. Mở cài đặt
2. Bấm “Đổi”

## Bảng so sánh

| Mật khẩu | Mạnh? |
| --- | --- |
| 123456 | Không \\| yếu |

Xem [trang này](https://dichvucong.gov.vn) và trang cũ (http://xa.example.vn)

Chú thích[1]

Hình:

![Màn hình đổi mật khẩu](figures/picture-1.webp)

[1] Theo hướng dẫn của tỉnh.
`)
  expect(found.lessons[1]!.markdown).toBe(`- Xem tên người gửi
  - cả địa chỉ

Dòng một

dòng hai

thêm

hộp
`)
  expect([...found.pictures.values()]).toEqual([{ name: 'figures/picture-1.webp', bytes: png }])
  for (const { markdown } of found.lessons) expect(readText('x', markdown).problems).toEqual([])
})

test('what is not taken over is told with its place', async () => {
  expect(lossesOf(await read(richDocx()))).toEqual([
    ['loss.note', 1, 'Bảng so sánh'],
    ['loss.cropped', 1, 'Thư lạ'],
    ['loss.equation', 1, 'Thư lạ'],
    ['loss.chart', 1, 'Thư lạ'],
    ['loss.inserted', 1, 'Thư lạ'],
    ['loss.deleted', 1, 'Thư lạ'],
    ['loss.textBox', 1, 'Thư lạ'],
    ['loss.pageHeader', undefined, null],
    ['loss.link', 1, 'Mật khẩu'],
    ['loss.pictureKind', 1, 'Thư lạ'],
  ])
})

test('the original is kept beside, with its headings and its pictures', async () => {
  const [lesson] = (await read(richDocx())).lessons
  expect(lesson!.original[0]).toMatchObject({ kind: 'heading', level: 1 })
  expect(everyPiece(lesson!.original).filter(isShown)).toEqual([
    { picture: 'figures/picture-1.webp', alt: 'Màn hình đổi mật khẩu', lost: undefined },
  ])
})

test('one heading above all others is the title; without one of level 1 the next level begins lessons', async () => {
  const below = styled('Heading2', 'Một') + plain('a') + styled('Heading2', 'Hai') + plain('b')
  const found = await read(docx(styled('Heading1', 'Sổ tay') + below))
  expect([found.title, ...found.lessons.map(({ title }) => title)]).toEqual(['Sổ tay', 'Một', 'Hai'])
  const bare = await read(docx(plain('Lời đầu') + below))
  expect(bare.lessons.map(({ title }) => title)).toEqual(['Mở đầu', 'Một', 'Hai'])
})

test('numbered lines in bold are headings where there are no others; else all is one lesson', async () => {
  const bold = (text: string) => paragraph(run(text, '<w:b/>'))
  const guessed = await read(
    docx(
      bold('I. Mật khẩu') +
        bold('1. Dài') +
        plain('a') +
        bold('2. Riêng') +
        plain('b') +
        bold('II. Thư') +
        plain('c'),
    ),
  )
  expect(guessed.lessons.map(({ title }) => title)).toEqual(['I. Mật khẩu', 'II. Thư'])
  expect(guessed.lessons[0]!.markdown).toBe('## 1. Dài\n\na\n\n## 2. Riêng\n\nb\n')
  expect(lossesOf(guessed)[0]).toEqual(['loss.guessed', undefined, null])
  const one = await read(docx(styled('Title', 'Quy chế') + bold('Rất quan trọng') + plain('a')))
  expect(one.lessons).toMatchObject([{ title: 'Quy chế', markdown: '**Rất quan trọng**\n\na\n' }])
})

test('headings keep their order, and those too deep are bold', async () => {
  const [markdown] = await markdownOf(
    styled('Heading1', 'Bài') +
      styled('Heading3', 'Sâu') +
      plain('a') +
      styled('Heading2', 'Mục') +
      styled('Heading3', 'Tiểu mục') +
      plain('b'),
  )
  expect(markdown).toBe('## Sâu\n\na\n\n## Mục\n\n### Tiểu mục\n\nb\n')
  expect(readText('x', markdown!).problems).toEqual([])
})

test('lists after one another stay apart, deep ones keep their depth', async () => {
  const [markdown] = await markdownOf(
    listed(2, 0, 'a') +
      plain('giữa') +
      listed(1, 0, 'b') +
      listed(1, 1, 'c') +
      listed(2, 2, 'd') +
      listed(1, 0, 'e') +
      listed(2, 0, 'g'),
  )
  expect(markdown).toBe('1. a\n\ngiữa\n\n- b\n  - c\n    1. d\n- e\n\n1. g\n')
})

test('merged cells are taken apart, an unnamed column and a table inside a table are told', async () => {
  const found = await read(
    docx(
      table([
        [cell(''), cell('Tên')],
        [cell('Gộp', '<w:gridSpan w:val="2"/>')],
        [cell('1'), cell('hai') + table([[cell('trong')]])],
      ]),
    ),
  )
  expect(found.lessons[0]!.markdown).toBe('| – | Tên |\n| --- | --- |\n| Gộp |  |\n| 1 | hai; trong |\n')
  expect(lossesOf(found).map(([key]) => key)).toEqual(['loss.merged', 'loss.nested', 'loss.tableHead'])
})

test('a table that only lays out is paragraphs', async () => {
  const [markdown] = await markdownOf(table([[cell('UBND XÃ'), cell('CỘNG HÒA')]]) + plain('a'))
  expect(markdown).toBe('UBND XÃ\n\nCỘNG HÒA\n\na\n')
})

test('a picture without a description is told, and the check asks for it; one that is none is left out', async () => {
  const related = [
    { id: 'rIdA', type: 'image', target: 'media/a.png' },
    { id: 'rIdB', type: 'image', target: 'media/b.png' },
    { id: 'rIdC', type: 'image', target: 'media/gone.png' },
  ]
  const files = { 'word/media/a.png': png, 'word/media/b.png': new TextEncoder().encode('<svg onload="x"/>') }
  const body =
    ['rIdA', 'rIdB', 'rIdC', 'rIdA'].map((id) => paragraph(drawing(id, ''))).join('') + plain('chữ')
  const found = await read(docx(body, { related, files }))
  expect([...found.pictures.keys()]).toEqual(['figures/picture-1.webp'])
  expect(found.lessons[0]!.markdown).toBe(
    '![](figures/picture-1.webp)\n\n![](figures/picture-1.webp)\n\nchữ\n',
  )
  expect(lossesOf(found).map(([key, count]) => [key, count])).toEqual([
    ['loss.pictureMissing', 1],
    ['loss.alt', 2],
    ['loss.pictureKind', 1],
  ])
  expect(readText('x', found.lessons[0]!.markdown).problems.map(({ key }) => key)).toEqual([
    'figure.alt',
    'figure.alt',
  ])
})

test('XML in UTF-16 is read', async () => {
  const inside = `<?xml version="1.0" encoding="UTF-16"?><w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>${plain('Xã Bảo Lạc')}</w:body></w:document>`
  const found = await read(zipped({ 'word/document.xml': Buffer.from(`\ufeff${inside}`, 'utf16le') }))
  expect(found.lessons[0]!.markdown).toBe('Xã Bảo Lạc\n')
})
