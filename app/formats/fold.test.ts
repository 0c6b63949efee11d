import { describe, expect, it } from 'vitest'
import { compareNames, compareVi, fold, nfc } from './fold'

describe('fold', () => {
  it('removes marks, case and extra spaces', () => {
    expect(fold('  Đặc   khu\tPhú Quốc ')).toBe('dac khu phu quoc')
  })

  it('makes both placings of a tone alike, which NFC does not', () => {
    expect(nfc('hòa')).not.toBe(nfc('hoà'))
    expect(fold('hòa')).toBe(fold('hoà'))
  })

  it('does not care about composition', () => {
    expect(fold('Nguyễn'.normalize('NFD'))).toBe(fold('Nguyễn'))
  })
})

describe('compareNames', () => {
  it('sorts by given name first', () => {
    const names = ['Trần Thị An', 'Lê Văn Đông', 'Lê Thị An', 'Nông Dung', 'Páo']
    expect(names.sort(compareNames)).toEqual(['Lê Thị An', 'Trần Thị An', 'Nông Dung', 'Lê Văn Đông', 'Páo'])
  })

  it('orders letters as the dictionary does', () => {
    expect(['đ', 'd', 'ơ', 'o', 'ô', 'ă', 'a', 'â'].sort(compareVi).join('')).toBe('aăâdđoôơ')
  })
})
