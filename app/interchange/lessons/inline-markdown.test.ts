import fc from 'fast-check'
import { expect, test } from 'vitest'
import { plainText, tokensToRender } from '~/learning/pack/markdown'
import type { Run } from './document'
import { altMarkdown, inlineMarkdown } from './inline-markdown'

test.each<[Run[], string]>([
  [[{ text: 'Lưu ý:', strong: true }, { text: ' 2 * 3' }], '**Lưu ý:** 2 \\* 3'],
  [[{ text: 'Lưu ý:', strong: true }, { text: 'đọc kỹ' }], '**Lưu ý**:đọc kỹ'],
  [[{ text: ' đậm ', strong: true }, { text: 'thường' }], '**đậm** thường'],
  [
    [
      { text: 'a', strong: true },
      { text: 'b', em: true },
    ],
    '**a**b',
  ],
  [[{ text: 'cả hai', strong: true, em: true }], '***cả hai***'],
  [[{ text: '# không phải tiêu đề' }], '\\# không phải tiêu đề'],
  [[{ text: '1. không phải danh sách' }], '1\\. không phải danh sách'],
  [[{ text: '- ' }, { text: 'gạch' }], '\\- gạch'],
  [[{ text: '::: summary' }], '\\::: summary'],
  [[{ text: 'tên_tệp_mới.docx, _x_' }], 'tên_tệp_mới.docx, \\_x\\_'],
  [[{ text: '<b>&nbsp;[a](b)' }], '\\<b>\\&nbsp;[a\\](b)'],
  [
    [{ text: 'xem ' }, { text: 'Cổng [1]', href: 'https://dichvucong.gov.vn/a(b)' }],
    'xem [Cổng \\[1\\]](https://dichvucong.gov.vn/a%28b%29)',
  ],
  [[{ text: 'trang', href: 'http://xa.vn' }], 'trang (http://xa.vn)'],
  [[{ text: 'hoi@xa.vn', href: 'mailto:hoi@xa.vn' }], 'hoi@xa.vn'],
])('%j', (runs, written) => {
  expect(inlineMarkdown(runs)).toBe(written)
})

test('a link that lessons may not hold is told; emphasis goes where it has no place', () => {
  const lost: string[] = []
  inlineMarkdown([{ text: 'a', href: 'javascript:alert(1)' }], { lost })
  expect(lost).toEqual(['javascript:alert(1)'])
  expect(inlineMarkdown([{ text: 'a', strong: true }], { plain: true })).toBe('a')
  expect(altMarkdown(' Hình [1]\n“x” ')).toBe('Hình \\[1\\] “x”')
})

const sign = fc.constantFrom(...'aáB1 *_`[]()<>!&;#+-~|\\"“.:= \t')
const text = fc.string({ unit: sign, maxLength: 14 })
const runs = fc.array(
  fc.record({
    text,
    strong: fc.boolean(),
    em: fc.boolean(),
    href: fc.constantFrom(undefined, undefined, 'https://dichvucong.gov.vn/?a=1&b=2'),
  }),
  { maxLength: 5 },
)

test('whatever is written is one paragraph that says the very same words', () => {
  fc.assert(
    fc.property(runs, (found) => {
      const words = found
        .map((run) => run.text)
        .join('')
        .replace(/\s+/g, ' ')
        .trim()
      const line = inlineMarkdown(found)
      const tokens = tokensToRender(line)
      const kinds = words === '' ? [] : ['paragraph_open', 'inline', 'paragraph_close']
      expect(tokens.map(({ type }) => type)).toEqual(kinds)
      expect(plainText(tokens[1]?.children ?? null)).toBe(words)
    }),
    { numRuns: 2000 },
  )
})
