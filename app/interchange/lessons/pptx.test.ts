import { expect, test } from 'vitest'
import { readText } from '~/learning/pack/text-shape'
import { png, richPptx } from '../../../tests/builders/documents'
import { pptx, shape, slideGrid, slideLine, type SlideParts } from '../../../tests/builders/ooxml'
import type { FoundDocument } from './document'
import { readDocument } from './read-document.server'

async function read(bytes: Uint8Array, locale: 'vi' | 'en' = 'vi'): Promise<FoundDocument> {
  const { found, problem } = await readDocument(bytes, locale)
  expect(problem).toBeNull()
  return found!
}
const titled = (title: string, text: string, more: Partial<SlideParts> = {}): SlideParts => ({
  shapes: shape('title', slideLine(title)) + shape(null, slideLine(text)),
  ...more,
})

test('slides with everything, in the order of the show: headings, lists, pictures, tables, notes', async () => {
  const found = await read(richPptx())
  expect(found.title).toBe('Khóa tập huấn')
  expect(found.lessons.map(({ title, from }) => [title, from])).toEqual([
    ['Khóa tập huấn', { key: 'place.slides', values: { first: 1, last: 2 } }],
    ['Phần hai', { key: 'place.slides', values: { first: 4, last: 5 } }],
  ])
  expect(found.lessons.map(({ markdown }) => markdown)).toEqual([
    `Dành cho cán bộ xã

## Mật khẩu tốt

- Dài
  - từ 12 ký tự
- Riêng từng nơi

![Ô nhập mật khẩu](figures/picture-1.webp)

| Mật khẩu | Mạnh? |
| --- | --- |
| 123456 | Không |

**Ghi chú:** Nói chậm.
`,
    `## Trang 5

Chữ rời

**đậm**

1. trong nhóm
`,
  ])
  expect([...found.pictures.values()]).toEqual([{ name: 'figures/picture-1.webp', bytes: png }])
  for (const { markdown } of found.lessons) expect(readText('x', markdown).problems).toEqual([])
})

test('what is not taken over is told with its slide', async () => {
  const { losses } = await read(richPptx())
  expect(losses.map(({ what, where }) => [what.key, where?.values?.number ?? where?.values?.first])).toEqual([
    ['loss.cropped', 2],
    ['loss.animation', 2],
    ['loss.hidden', 3],
    ['loss.chart', 5],
    ['loss.smartArt', 5],
    ['loss.pictureMissing', 5],
  ])
})

test('sections are lessons', async () => {
  const found = await read(
    pptx([
      titled('Một', 'a', { section: 'Mật khẩu' }),
      titled('Hai', 'b', { section: 'Mật khẩu', layout: 'secHead' }),
      titled('Ba', 'c', { section: 'Thư lạ' }),
    ]),
  )
  expect(found.lessons.map(({ title, markdown }) => [title, markdown])).toEqual([
    ['Mật khẩu', '## Một\n\na\n\n## Hai\n\nb\n'],
    ['Thư lạ', '## Ba\n\nc\n'],
  ])
})

test('a lesson has at most twelve slides; slides of the same title share it', async () => {
  const found = await read(
    pptx(Array.from({ length: 25 }, (_, at) => titled('Mật khẩu', `câu ${at + 1}`))),
    'en',
  )
  expect(found.lessons.map(({ title, from }) => [title, from.values])).toEqual([
    ['Mật khẩu (1/3)', { first: 1, last: 9 }],
    ['Mật khẩu (2/3)', { first: 10, last: 18 }],
    ['Mật khẩu (3/3)', { first: 19, last: 25 }],
  ])
  expect(found.lessons[1]!.markdown.match(/^## .*$/gm)).toEqual(['## Mật khẩu'])
})

test('merged cells of a slide, and notes in English', async () => {
  const merged =
    '<a:tc gridSpan="2"><a:txBody><a:p><a:r><a:t>rộng</a:t></a:r></a:p></a:txBody></a:tc><a:tc hMerge="1"><a:txBody/></a:tc>'
  const grid = slideGrid([['A', 'B'], [merged]])
  const found = await read(pptx([{ shapes: grid, notes: 'Slowly.' }]), 'en')
  expect(found.lessons[0]!.markdown).toBe('| A | B |\n| --- | --- |\n| rộng |  |\n\n**Notes:** Slowly.\n')
  expect(found.losses.map(({ what }) => what.key)).toEqual(['loss.merged'])
})
