import fc from 'fast-check'
import { expect, test } from 'vitest'
import { anyText } from '../../../tests/builders/draft-items'
import { cleanText, oneLine, partId } from './plain-text'

test.each([
  ['  Ông/Bà \t\u00a0Hoà  ', 'Ông/Bà Hoà'],
  ['một \r\n hai\r\rba\u2028bốn\v', 'một\nhai\n\nba\nbốn'],
  ['Vie\u0302\u0323t', 'Việt'],
  ['a\0b\u0007c\ufeffd\ud800e', 'abcde'],
  ['', ''],
])('%j is held as %j', (text, held) => expect(cleanText(text)).toBe(held))

test('what is clean stays as it is, composed and without spaces to spare', () => {
  fc.assert(
    fc.property(anyText, (text) => {
      const clean = cleanText(text)
      expect(cleanText(clean)).toBe(clean)
      expect(clean).toBe(clean.normalize('NFC'))
      expect(clean).not.toMatch(/[^\S\n ]| {2}| \n|\n |^\s|\s$/)
      expect(oneLine(text)).not.toContain('\n')
    }),
  )
})

test('parts without ids get letters, then numbers', () => {
  expect([0, 25, 26, 30].map(partId)).toEqual(['a', 'z', 'p27', 'p31'])
})
