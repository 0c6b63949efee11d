import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { escapeAttribute, escapeMarkup } from './html-entities'
import { childOf, childrenOf, markupIn, parseXml, textIn } from './safe-xml'

const problemOf = (text: string) => parseXml(text).problem

describe('parseXml', () => {
  it('gives elements with their attributes, texts and lines', () => {
    const { document } = parseXml(
      '\ufeff<?xml version="1.0"?>\r\n<q a="1&amp;2">x &lt;<![CDATA[<p>&amp;]]> &nbsp;<!-- c --> z\n<m:b/><b c=\'"\'>y</b></q>\n',
    )
    expect(document).toMatchObject({ name: 'q', line: 2 })
    expect(document!.attributes.get('a')).toBe('1&2')
    expect(document!.children[0]).toBe('x <<p>&amp; &nbsp; z\n')
    expect(childrenOf(document!, 'b').map(({ line }) => line)).toEqual([3, 3])
    expect(textIn(document!)).toContain('y')
    expect(markupIn(document!)).toBe('x &lt;&lt;p&gt;&amp;amp; &amp;nbsp; z\n<b/><b c="&#34;">y</b>')
    expect(childOf(document!, 'none')).toBeUndefined()
  })

  it.each([
    ['', { key: 'fault.empty' }],
    ['không', { key: 'fault.notFormat' }],
    ['<a>\n<b></a>', { key: 'fault.damaged', values: { line: 2 } }],
    ['<a>\n<b', { key: 'fault.damaged', values: { line: 2 } }],
    ['<a>\n\n', { key: 'fault.damaged', values: { line: 3 } }],
    ['<a b="<"/>', { key: 'fault.damaged', values: { line: 1 } }],
    ['<a b=1/>', { key: 'fault.damaged', values: { line: 1 } }],
    ['<a/><b/>', { key: 'fault.damaged', values: { line: 1 } }],
    ['<a>\n\0</a>', { key: 'fault.damaged', values: { line: 2 } }],
    ['<a><![CDATA[', { key: 'fault.damaged', values: { line: 1 } }],
    ['<a><__proto__>1</__proto__></a>', { key: 'fault.damaged' }],
    ['<!DOCTYPE a><a/>', { key: 'fault.entities' }],
    ['<!DOCTYPE l [<!ENTITY a "x"><!ENTITY b "&a;&a;">]><l>&b;</l>', { key: 'fault.entities' }],
    ['<a><!ENTITY b "c"></a>', { key: 'fault.entities' }],
    ['<a>'.repeat(65), { key: 'fault.tooDeep', values: { limit: 64 } }],
  ])('refuses %j', (text, problem) => {
    expect(problemOf(text)).toMatchObject(problem)
  })

  it('gives back any text and attribute', () => {
    const text = fc
      .string({ unit: 'grapheme', maxLength: 300 })
      .map((any) => any.replace(/[\p{Cc}\ufffe\uffff]/gu, ''))
    fc.assert(
      fc.property(text, text, (inside, value) => {
        const { document } = parseXml(`<a b="${escapeAttribute(value)}">${escapeMarkup(inside)}</a>`)
        expect(document && textIn(document)).toBe(inside)
        expect(document?.attributes.get('b')).toBe(value)
      }),
    )
  })

  it('reads a picture of many megabytes within its time', () => {
    const start = performance.now()
    const { document } = parseXml(`<a><file>${'A'.repeat(12_000_000)}</file></a>`)
    expect(document && textIn(document).length).toBe(12_000_000)
    expect(performance.now() - start).toBeLessThan(8000)
  })
})
