import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { shorten, textWidth, wrapText } from './text-fit'

const letters = fc.constantFrom(...'aăâbcdđeêghiklmnoôơpqrstuưvxyẵễẤự& <>"0123456789-–·')
const names = fc.string({ unit: letters, maxLength: 90 })

describe('textWidth', () => {
  it('counts letters by their own width and marks by none', () => {
    expect(textWidth('ễ', 16)).toBe(textWidth('e', 16))
    expect(textWidth('ự', 16)).toBeGreaterThan(textWidth('u', 16))
    expect(textWidth('W', 16)).toBeGreaterThan(3 * textWidth('i', 16))
    expect(textWidth('Cao Bằng', 32)).toBeCloseTo(2 * textWidth('Cao Bằng', 16), 9)
    expect(textWidth('Cao Bằng', 16, true)).toBeGreaterThan(textWidth('Cao Bằng', 16))
  })
})

describe('shorten', () => {
  it('keeps what fits and cuts the rest with an ellipsis, never between a letter and its mark', () => {
    expect(shorten('Xã Bảo Lạc', 16, 400)).toBe('Xã Bảo Lạc')
    expect(shorten('Phường Nguyễn Thị Minh Khai', 16, 138)).toBe('Phường Nguyễ…')
    expect(shorten('Xã', 16, 2)).toBe('')
  })

  it('never gives more than fits', () => {
    fc.assert(
      fc.property(names, fc.double({ min: 20, max: 400, noNaN: true }), fc.boolean(), (name, width, bold) => {
        const short = shorten(name, 14, width, bold)
        expect(textWidth(short, 14, bold)).toBeLessThanOrEqual(Math.max(width, 0))
        expect(short === name || short === '' || short.endsWith('…')).toBe(true)
      }),
    )
  })
})

describe('wrapText', () => {
  it('breaks between words, inside a word only where it is wider than the line', () => {
    expect(wrapText('Giao tiếp và hợp tác', 16, 90)).toEqual(['Giao tiếp', 'và hợp tác'])
    const broken = wrapText('Communication', 14, 70)
    expect(broken).toHaveLength(2)
    expect(broken.join('').replace('-', '')).toBe('Communication')
    expect(wrapText('', 16, 90)).toEqual([])
  })

  it('keeps to the width and to the number of lines', () => {
    fc.assert(
      fc.property(
        names,
        fc.double({ min: 40, max: 400, noNaN: true }),
        fc.integer({ min: 1, max: 4 }),
        (name, width, most) => {
          const lines = wrapText(name, 14, width, false, most)
          expect(lines.length).toBeLessThanOrEqual(most)
          for (const line of lines) expect(textWidth(line, 14)).toBeLessThanOrEqual(width)
        },
      ),
    )
  })
})
