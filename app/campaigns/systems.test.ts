import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { newSystemCode, systemsFormSchema } from './systems'

const row = (code: string, place: string, active = true) => ({
  code,
  vi: `Tên ${code}`,
  en: `Name ${code}`,
  place,
  active: active ? 'on' : undefined,
})
const faults = (form: unknown) => {
  const result = systemsFormSchema.safeParse(form)
  return result.success
    ? {}
    : Object.fromEntries(result.error.issues.map(({ path, message }) => [path.join('.'), message]))
}

describe('the list of systems', () => {
  it('comes in the order of its places, equal places as they stood', () => {
    const { rows, added } = systemsFormSchema.parse({
      systems: [row('a', '3'), row('b', '1', false), row('c', '1')],
    })
    expect(rows.map(({ code, active }) => [code, active])).toEqual([
      ['b', false],
      ['c', true],
      ['a', true],
    ])
    expect(added).toBeNull()
  })

  it('adds one with both names, or none', () => {
    expect(
      systemsFormSchema.parse({ systems: [row('a', '1')], added: { vi: 'Mới', en: 'New' } }).added,
    ).toEqual({ vi: 'Mới', en: 'New' })
    expect(faults({ systems: [row('a', '1')], added: { vi: 'Mới' } })).toEqual({
      'added.en': 'systems.en.missing',
    })
    expect(faults({ systems: [row('a', '1')], added: { en: 'New' } })).toEqual({
      'added.vi': 'systems.vi.missing',
    })
  })

  it('names what is wrong', () => {
    expect(faults({ systems: [{ ...row('a', 'x'), vi: undefined }] })).toEqual({
      'systems.0.vi': 'systems.vi.missing',
      'systems.0.place': 'systems.place.wrong',
    })
    expect(faults({ systems: [row('a', '1')], added: { vi: 'TÊN A', en: 'New' } })).toEqual({
      'added.vi': 'systems.name.twice',
    })
    expect(faults({ systems: [row('a', '1', false)] })).toEqual({ 'added.vi': 'systems.noneActive' })
  })
})

it('a new code is plain and its own', () => {
  expect(newSystemCode('phan mem ho tich', new Set())).toBe('s-phan-mem-ho-tich')
  expect(newSystemCode('a (b)', new Set(['s-a-b']))).toBe('s-a-b-2')
  fc.assert(
    fc.property(fc.string(), fc.array(fc.string()), (plain, before) => {
      const taken = new Set(before.map((each) => newSystemCode(each, new Set())))
      const code = newSystemCode(plain, taken)
      expect(taken.has(code)).toBe(false)
      expect(code).toMatch(/^s-[a-z0-9-]+$/)
    }),
  )
})
