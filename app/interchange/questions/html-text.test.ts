import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { decodeEntities, escapeAttribute, escapeMarkup } from './html-entities'
import { htmlLosses, plainText } from './html-text'

describe('plainText', () => {
  it.each([
    ['<p>Một</p><p>Hai<br>Ba</p>', 'Một\nHai\nBa'],
    ['<ul><li>a<ul><li>b</li></ul></li><li>c</li></ul>', '- a\n  - b\n- c'],
    ['<ol><li>a</li><li>b</li></ol>', '1. a\n2. b'],
    ['<table><tr><th>x</th><td>y</td></tr><tr><td>1</td><td>2</td></tr></table>', 'x | y\n1 | 2'],
    ['CO<sub>2</sub>, 10<sup>-3</sup> m<sup>2</sup>', 'CO₂, 10⁻³ m²'],
    ['H&ograve;a&nbsp;B&#236;nh &amp;lt; &unknown; &#0;', 'Hòa Bình &lt; &unknown;'],
    ['5 < 6 và <họ tên> a<b', '5 < 6 và <họ tên> a<b'],
    ['a <!-- b --> c <o:p>d</o:p>', 'a c d'],
    ['<pre>x\n  y</pre>', 'x\n  y'],
  ])('%j', (html, text) => {
    expect(plainText(html).text).toBe(text)
  })

  it('drops what could run, and names it', () => {
    const made = plainText(
      '<script>alert("</p>")</script><b onclick="x">a</b><iframe src="x">y</iframe><a href=" javascript:x">z</a>',
    )
    expect(made).toEqual({
      text: 'az',
      lost: ['script', 'onclick', 'format', 'iframe', 'javascript:'],
      images: [],
    })
    expect(htmlLosses(made.lost)).toEqual([
      { key: 'loss.format' },
      { key: 'loss.html', values: { what: 'script, onclick, iframe, javascript:' } },
    ])
  })

  it('lists pictures', () => {
    expect(plainText('<img alt="H&igrave;nh" src=a.png><img>').images).toEqual([
      { src: 'a.png', alt: 'Hình' },
    ])
  })

  it('gives back text that was escaped', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        expect(decodeEntities(escapeMarkup(text))).toBe(text)
        expect(decodeEntities(escapeAttribute(text))).toBe(text)
      }),
    )
  })

  it.each(['<', '<a ', '<a b="', '<!--', '<script>', '&', '<ol>', '<p a', '&#', '<sup>', '</', '<a <'])(
    'takes 300,000 times %j in its stride',
    (part) => {
      const start = performance.now()
      plainText(part.repeat(300_000))
      expect(performance.now() - start).toBeLessThan(8000)
    },
  )
})
