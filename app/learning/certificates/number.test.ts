import fc from 'fast-check'
import { expect, test } from 'vitest'
import { numberOf, randomLength, readNumber } from './number'

const alphabet = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'
const numbers = fc
  .array(fc.integer({ min: 0, max: 31 }), { minLength: randomLength, maxLength: randomLength })
  .map(numberOf)
const body = (number: string) => number.replace(/^ITS-/, '').replaceAll('-', '')

test('a number is written in groups and read back', () => {
  fc.assert(
    fc.property(numbers, (number) => {
      expect(number).toMatch(/^ITS(-[0-9A-HJKMNP-TV-Z]{4}){3}$/)
      expect(readNumber(number)).toEqual({ number })
    }),
  )
})

test('a known number, so that what was printed stays valid', () => {
  expect(numberOf([7, 19, 3, 20, 9, 23, 29, 13, 2, 24, 28])).toBe('ITS-7K3M-9QXD-2RW7')
})

test('any single wrong letter is noticed', () => {
  fc.assert(
    fc.property(
      numbers,
      fc.integer({ min: 0, max: randomLength }),
      fc.constantFrom(...alphabet),
      (number, at, letter) => {
        const right = body(number)
        fc.pre(right[at] !== letter)
        expect(readNumber(right.slice(0, at) + letter + right.slice(at + 1))).toEqual({ fault: 'check' })
      },
    ),
    { numRuns: 2000 },
  )
})

test('any two letters that changed places are noticed, neighbours or not', () => {
  const place = fc.integer({ min: 0, max: randomLength })
  fc.assert(
    fc.property(numbers, place, place, (number, a, b) => {
      const letters = [...body(number)]
      fc.pre(letters[a] !== letters[b])
      ;[letters[a], letters[b]] = [letters[b]!, letters[a]!]
      expect(readNumber(letters.join(''))).toEqual({ fault: 'check' })
    }),
    { numRuns: 2000 },
  )
})

test('a random word passes for a number once in 32', () => {
  const word = fc.string({
    unit: fc.constantFrom(...alphabet),
    minLength: randomLength + 1,
    maxLength: randomLength + 1,
  })
  const words = fc.sample(word, { seed: 4, numRuns: 20_000 })
  const passed = words.filter((each) => readNumber(each).number).length
  expect(passed / words.length).toBeCloseTo(1 / 32, 2)
})

const number = numberOf([0, 1, 0, 1, 5, 31, 30, 10, 11, 12, 0])
const plain = body(number)

test.each([
  ['lower case', number.toLowerCase()],
  ['no hyphens', `ITS${plain}`],
  ['no prefix', plain],
  ['spaces and dashes', ` its – ${plain.slice(0, 4)} ${plain.slice(4, 8)}‑${plain.slice(8)} `],
  ['letters for digits', number.replaceAll('0', 'o').replaceAll('1', 'l')],
  ['digits in the prefix', `1T5${plain}`],
  ['wide letters', [...plain].map((c) => String.fromCodePoint(c.codePointAt(0)! + 0xfee0)).join('')],
  ['the address of its page', `https://itoso.example/verify/${number}?x=1`],
])('is read with %s', (_, typed) => {
  expect(readNumber(typed)).toEqual({ number })
})

test.each([
  ['', 'empty'],
  [' - ', 'empty'],
  [plain.slice(1), 'length'],
  [`${plain}0`, 'length'],
  [`ITS${plain}0`, 'length'],
  ['hello', 'length'],
  [`U${plain.slice(1)}`, 'letter'],
  [`Đ${plain.slice(1)}`, 'accent'],
  [`${plain.slice(1)}Â`.normalize('NFD'), 'accent'],
  ['一二三', 'accent'],
] as const)('%j is refused for: %s', (typed, fault) => {
  expect(readNumber(typed)).toEqual({ fault })
})

test('whatever is typed has an answer', () => {
  fc.assert(fc.property(fc.string({ unit: 'binary' }), (typed) => void readNumber(typed)))
})
