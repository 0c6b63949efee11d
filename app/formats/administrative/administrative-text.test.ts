import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { linesOf, plainText } from './plain-text'
import { balancedLines, boldWidth } from './text-width'

const text = fc.string({ unit: 'binary', maxLength: 80 })

describe('plainText', () => {
  it('keeps words and line ends and drops what a document cannot hold', () => {
    expect(plainText('a\u0000b\u0007\r\nc  \td \n\n\n\ne\u200b\ufeff')).toBe('ab\nc   d\n\ne')
    expect(plainText('\ud83d x')).toBe('x')
    expect(plainText('=1+1 <b>&amp;</b>')).toBe('=1+1 <b>&amp;</b>')
    expect(plainText('ho\u0300a')).toBe('hòa')
    expect(plainText('a\u202eb')).toBe('ab')
  })

  it('changes nothing the second time, and leaves nothing that XML 1.0 forbids', () => {
    fc.assert(
      fc.property(text, (each) => {
        const once = plainText(each)
        expect(plainText(once)).toBe(once)
        // eslint-disable-next-line no-control-regex
        expect(once).not.toMatch(/[\u0000-\u0008\u000b-\u001f\ufffe\uffff]|\p{Cs}/u)
      }),
    )
  })

  it('gives the lines that say something', () => {
    expect(linesOf('a\n\n  b \n')).toEqual(['a', 'b'])
    expect(linesOf(' \n ')).toEqual([])
  })
})

describe('the width of a line', () => {
  it('is that of the metrics of Times Bold, marks adding nothing', () => {
    // 2 × 722 + 250 thousandths of 12 points.
    expect(boldWidth('A D', 12)).toBeCloseTo(((1.694 * 12) / 72) * 25.4, 6)
    expect(boldWidth('Ầ Đ', 12)).toBe(boldWidth('A D', 12))
  })

  it('is that of its parts together', () => {
    fc.assert(
      fc.property(fc.constantFrom('Sở', 'Văn phòng', 'HĐND'), fc.constantFrom('và', 'UBND'), (a, b) => {
        expect(boldWidth(a + b, 13)).toBeCloseTo(boldWidth(a, 13) + boldWidth(b, 13), 9)
      }),
    )
  })
})

describe('balancedLines', () => {
  it('leaves no word alone in the last line', () => {
    expect(balancedLines('ỦY BAN NHÂN DÂN TỈNH CAO BẰNG', 12, 70)).toEqual([
      'ỦY BAN NHÂN DÂN',
      'TỈNH CAO BẰNG',
    ])
    expect(balancedLines('SỞ NỘI VỤ', 12, 70)).toEqual(['SỞ NỘI VỤ'])
    expect(balancedLines('', 12, 70)).toEqual([])
  })

  it('keeps every word in its order, in three lines at most', () => {
    const words = fc.array(fc.constantFrom('ỦY', 'BAN', 'NHÂN', 'DÂN', 'PHƯỜNG', 'NGHIÊM'), { maxLength: 30 })
    fc.assert(
      fc.property(words, fc.integer({ min: 20, max: 120 }), (each, width) => {
        const lines = balancedLines(each.join(' '), 12, width)
        expect(lines.join(' ')).toBe(each.join(' '))
        expect(lines.length).toBeLessThanOrEqual(3)
      }),
    )
  })
})
