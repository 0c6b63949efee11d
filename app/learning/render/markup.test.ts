import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { tokensToRender } from '../pack/markdown'
import { headingTexts, lessonMarkup, type Page } from './markup'
import { sanitise } from './sanitise.server'

const drawing = {
  kind: 'drawing',
  svg: '<svg viewBox="0 0 10 5" width="10" height="5"><marker id="a"/><path d="M0 0" marker-end="url(#a)"/></svg>',
  width: 10,
  height: 5,
} as const
const picture = { kind: 'picture', hash: 'abc', width: 800, height: 450, bytes: 9 } as const
const page: Page = {
  module: {
    code: 'alpha',
    figures: {
      'figures/plan.svg': { vi: drawing, en: drawing },
      'figures/photo.png': { vi: picture, en: picture },
    },
  },
  title: 'Bài một',
  locale: 'vi',
  prefix: '',
  twins: ['Heading', 'Small'],
  checks: ['alpha-c1@2'],
}
const rendered = (text: string, more: Partial<Page> = {}) =>
  lessonMarkup(tokensToRender(text), { ...page, ...more })
const html = (text: string, more: Partial<Page> = {}) =>
  rendered(text, more)
    .parts.map((part) => (part.kind === 'html' ? part.html : `[${part.itemId}]`))
    .join('')

const constructs: [name: string, text: string, html: string][] = [
  [
    'a paragraph with every inline mark',
    'Có **đậm**, *nghiêng*, `a < b` và\nxuống dòng.',
    '<p>Có <strong>đậm</strong>, <em>nghiêng</em>, <code>a &lt; b</code> và\nxuống dòng.</p>',
  ],
  [
    'a link out of the product',
    '[Cổng](https://dichvucong.gov.vn/?a=1&b=2)',
    '<p><a href="https://dichvucong.gov.vn/?a=1&amp;b=2" rel="external">Cổng</a></p>',
  ],
  [
    'a link to a lesson of the module',
    '[bài](lesson:second)',
    '<p><a href="/learn/alpha/second">bài</a></p>',
  ],
  ['a link to another module', '[bài](lesson:beta/only)', '<p><a href="/learn/beta/only">bài</a></p>'],
  [
    'headings, each with its twin',
    '## Đề <mục>\n\n### Nhỏ',
    '<h2 id="s1">Đề &lt;mục&gt;</h2><button form="language" formaction="/locale?at=s1" name="locale" value="en" lang="en" class="link twin">English<span class="vh">: Heading</span></button>' +
      '<h3 id="s2">Nhỏ</h3><button form="language" formaction="/locale?at=s2" name="locale" value="en" lang="en" class="link twin">English<span class="vh">: Small</span></button>',
  ],
  ['lists, one in another', '- a\n  1. b\n- c', '<ul><li>a<ol><li>b</li></ol></li><li>c</li></ul>'],
  ['a list that begins later', '3. a\n4. b', '<ol start="3"><li>a</li><li>b</li></ol>'],
  [
    'a table, scrolling in its own box',
    '| A | B |\n|---|--:|\n| 1 | 2 |',
    '<section class="scroll" aria-label="Bảng: Bài một" tabindex="0"><table class="table"><thead><tr><th scope="col">A</th><th scope="col" class="r">B</th></tr></thead><tbody><tr><td>1</td><td class="r">2</td></tr></tbody></table></section>',
  ],
  ['steps', '::: steps\n1. a\n2. b\n:::', '<ol class="steps-list"><li>a</li><li>b</li></ol>'],
  ['the aim', '::: aim\nx\n:::', '<div class="note"><p class="box-name">Mục tiêu</p><p>x</p></div>'],
  [
    'an example',
    '::: example\nx\n:::',
    '<div class="note example"><p class="box-name">Chuyện ở xã</p><p>x</p></div>',
  ],
  [
    'care',
    '::: care\n- x\n:::',
    '<div class="note care"><p class="box-name">Cẩn thận</p><ul><li>x</li></ul></div>',
  ],
  [
    'what to do when it fails',
    '::: fails\nx\n:::',
    '<div class="note fails"><p class="box-name">Khi không làm được</p><p>x</p></div>',
  ],
  [
    'what to remember',
    '::: remember\nx\n:::',
    '<div class="note done"><p class="box-name">Ghi nhớ</p><p>x</p></div>',
  ],
  [
    'a drawing',
    '![Tả "nó"](figures/plan.svg "Dòng dưới")',
    '<figure class="figure"><svg role="img" aria-label="Tả &quot;nó&quot;" viewBox="0 0 10 5" width="10" height="5"><marker id="f1-a"/><path d="M0 0" marker-end="url(#f1-a)"/></svg><figcaption>Dòng dưới</figcaption></figure>',
  ],
  [
    'a picture',
    '![Tả](figures/photo.png)',
    '<figure class="figure"><img loading="lazy" decoding="async" width="800" height="450" alt="Tả" src="/figures/abc" /></figure>',
  ],
  ['a check', 'a\n\n::: check alpha-c1\n:::\n\nb', '<p>a</p>[alpha-c1@2]<p>b</p>'],
]

describe.each(constructs)('%s', (_name, text, expected) => {
  test('becomes exactly this', () => expect(html(text)).toBe(expected))
  test('passes the sanitiser as it is, but for how empty elements are written', () => {
    const parts = rendered(text).parts.flatMap((part) => (part.kind === 'html' ? [part.html] : []))
    const same = (markup: string) => markup.replace(/ \/>|\/>/g, '>').replace(/<\/marker>/g, '')
    expect(same(parts.map(sanitise).join(''))).toBe(same(parts.join('')))
  })
})

test('a lesson of a handbook has its own ids, headings a level deeper and no twins', () => {
  expect(html('## Đề mục\n\n![Tả](figures/plan.svg)', { prefix: 'first-' })).toBe(
    '<h3 id="first-s1">Đề mục</h3><figure class="figure"><svg role="img" aria-label="Tả" viewBox="0 0 10 5" width="10" height="5"><marker id="first-f1-a"/><path d="M0 0" marker-end="url(#first-f1-a)"/></svg></figure>',
  )
})

test('headings are told with ids that both languages share', () => {
  expect(rendered('## Một `a`\n\n### Hai').headings).toEqual([
    { id: 's1', level: 2, text: 'Một a' },
    { id: 's2', level: 3, text: 'Hai' },
  ])
  expect(headingTexts(tokensToRender('## Một\n\ntext\n\n### Hai'))).toEqual(['Một', 'Hai'])
})

const hostile = [
  '<script>alert(1)</script>',
  '<img src=x onerror=alert(1)>',
  '[x](javascript:alert(1))',
  '[x](JaVaScRiPt:alert(1))',
  '[x](https://a.example/"onmouseover="alert(1))',
  '![x" onload="alert(1)](figures/plan.svg "y" onload="z")',
  '## x" onclick="alert(1)',
  '<svg onload=alert(1)>',
  '<a href="javascript:alert(1)">x</a>',
  '```html\n<script>alert(1)</script>\n```',
  '::: care" onclick="x\n<iframe src=//x>\n:::',
  '[a]: javascript:alert(1)\n\n[a]',
]
const dangerous =
  /<(?:script|iframe|style|object|embed|form|input|link|meta|foreignobject|use|image)\b|<[^>]*\s(?:on\w+|style|srcdoc|xlink:href)\s*=|(?:href|src)="(?!https:\/\/|\/(?:learn|figures)\/)/i

test.each(hostile)('the renderer alone lets nothing run: %s', (text) => {
  expect(markupOnly(html(text))).not.toMatch(dangerous)
})

test('whatever the text, neither wall alone lets anything run', () => {
  const pieces = fc.oneof(
    fc.string(),
    fc.constantFrom(
      ...hostile,
      '\n\n',
      '::: ',
      ':::\n',
      '## ',
      '- ',
      '1. ',
      '| a |\n|---|\n',
      '![',
      '](',
      ')',
      '`',
      '**',
    ),
  )
  fc.assert(
    fc.property(fc.array(pieces, { maxLength: 12 }), (parts) => {
      const text = parts.join('')
      expect(markupOnly(html(text))).not.toMatch(dangerous)
      expect(markupOnly(sanitise(text))).not.toMatch(dangerous)
    }),
    { numRuns: 300 },
  )
})

test.each([
  ['<p onclick="x()">a</p>', '<p>a</p>'],
  ['<a href="javascript:alert(1)">a</a>', '<a>a</a>'],
  ['<a href="//evil.example">a</a>', '<a>a</a>'],
  ['<svg onload="x()" viewBox="0 0 1 1"><script>x()</script></svg>', '<svg viewBox="0 0 1 1"></svg>'],
  ['<svg><foreignObject><p>a</p></foreignObject></svg>', '<svg><p>a</p></svg>'],
  ['<img src="/figures/x" onerror="y()" alt="a">', '<img src="/figures/x" alt="a" />'],
  ['<img src="https://evil.example/x" alt="a">', ''],
  ['<a href="/sign-out">a</a>', '<a>a</a>'],
  ['<p class="btn note" style="color:red">a</p>', '<p>a</p>'],
  ['<button formaction="/sign-out" form="language">a</button>', ''],
  [
    '<button formaction="/locale?at=s1" onclick="y">a</button>',
    '<button formaction="/locale?at=s1">a</button>',
  ],
  ['<IFRAME src="https://a.example"></IFRAME>', ''],
])('the sanitiser alone makes %s harmless', (dirty, clean) => {
  expect(sanitise(dirty)).toBe(clean)
})

/** What a browser takes for tags. */
function markupOnly(markup: string): string {
  return [...markup.matchAll(/<[a-zA-Z/][^>]*>/g)].map(([tag]) => withoutValues(tag)).join('')
}

/** Values cannot leave their quotes: inside there is no quote, so what stands in one is no attribute. */
function withoutValues(tag: string): string {
  return tag.replace(/ (?!href|src)([\w:-]+)="[^"]*"/g, ' $1=""')
}
