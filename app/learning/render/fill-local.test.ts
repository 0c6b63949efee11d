import fc from 'fast-check'
import { expect, test } from 'vitest'
import { factText } from '~/people/places/local-facts'
import { tokensToRender } from '../pack/markdown'
import { fillLocal, type LocalTexts } from './fill-local'
import { lessonMarkup, type Page } from './markup'
import { sanitise } from './sanitise.server'

const page: Page = {
  module: { code: 'alpha', figures: {} },
  title: 'Bài',
  locale: 'vi',
  prefix: '',
  twins: [],
  checks: [],
}

function shown(text: string, texts: LocalTexts) {
  const { parts, headings, summary } = lessonMarkup(tokensToRender(text), page)
  const kept = parts.map((part) => (part.kind === 'html' ? { ...part, html: sanitise(part.html) } : part))
  const filled = fillLocal({ parts: kept, headings, summary: sanitise(summary) }, texts)
  return {
    html: filled.parts.map((part) => (part.kind === 'html' ? part.html : '')).join(''),
    summary: filled.summary,
  }
}

const phone = (words: string) => new Map([['desk', factText({ kind: 'phone' }, words)]])

test('a place in a sentence, a list, a table, strong words and the summary is filled', () => {
  const text =
    'Gọi **[[desk]]** ngay, hoặc [[desk]].\n\n- [[desk]]\n\n| a |\n|---|\n| [[desk]] |\n\n::: summary\nHỏi [[desk]].\n:::'
  const { html, summary } = shown(text, new Map([['desk', { text: 'phòng A', call: null }]]))
  expect(html.match(/<span class="local">phòng A<\/span>/g)).toHaveLength(4)
  expect(summary).toBe('<p>Hỏi <span class="local">phòng A</span>.</p>')
  expect(html).not.toContain('Hỏi')
})

test('one telephone number can be called; words and two numbers cannot', () => {
  expect(shown('[[desk]]', phone('1900 0368')).html).toContain('<a href="tel:19000368">1900\u00a00368</a>')
  expect(shown('[[desk]]', phone('+84 (206) 385-1234')).html).toContain('href="tel:+842063851234"')
  for (const words of ['156 hoặc 5656', 'số ghi ở cổng', '12', '1'.repeat(16)])
    expect(shown('[[desk]]', phone(words)).html).toBe(`<p><span class="local">${words}</span></p>`)
  expect(factText({ kind: 'text' }, '1900 0368').call).toBeNull()
})

test('a code that nobody knows any more stays as it was written', () => {
  expect(shown('Hỏi [[gone]].', phone('113')).html).toBe('<p>Hỏi <span class="local">[[gone]]</span>.</p>')
})

test('whatever a value holds, it comes out as text', () => {
  const hostile = fc.constantFrom(
    '<script>alert(1)</script>',
    '"><img src=x onerror=x>',
    '</span>',
    '[[desk]]',
    '$&',
    "'",
    '&lt;',
    'tel:',
  )
  fc.assert(
    fc.property(fc.array(fc.oneof(hostile, fc.string()), { maxLength: 4 }), (parts) => {
      const { html } = shown('Hỏi [[desk]] nhé.', phone(parts.join('')))
      const inside = /^<p>Hỏi <span class="local">([^]*)<\/span> nhé\.<\/p>$/.exec(html)![1]!
      expect(inside.replace(/^<a href="tel:\+?\d+">|<\/a>$/g, '')).not.toMatch(/[<>"]/)
    }),
  )
})
