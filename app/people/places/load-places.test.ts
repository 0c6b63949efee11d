import { describe, expect, it } from 'vitest'
import { freshDatabase } from '../../../tests/builders/database'

await freshDatabase({ content: false })
const { loadPlaces } = await import('./load-places.server')
const { loadPositions } = await import('./load-positions.server')
const { communesIn, placeOfCommune, provinceOf } = await import('./places.server')
const { inTransaction, reader } = await import('~/platform/db/db.server')

const count = (table: string) => reader.sql.get<{ n: number }>(`SELECT count(*) AS n FROM ${table}`)!.n

describe('loading places', () => {
  it('fills provinces, communes and successions, and the second time does nothing', async () => {
    await loadPlaces()
    const once = [count('Province'), count('Commune'), count('CommuneSuccession')]
    expect(once[0]).toBe(34)
    await loadPlaces()
    expect([count('Province'), count('Commune'), count('CommuneSuccession')]).toEqual(once)
  })

  it('answers what lies where, today and before', () => {
    expect(communesIn('04')).toHaveLength(56)
    expect(communesIn('04', '2025-06-30').length).toBeGreaterThan(150)
    expect(provinceOf('01321').name).toBe('Cao Bằng')
    expect(placeOfCommune('01321')).toEqual({ provinceCode: '04', communeCode: '01321' })
    expect(() => placeOfCommune('99999')).toThrow()
  })
})

describe('loading positions', () => {
  it('inserts what is missing and leaves what planners edited', async () => {
    await loadPositions()
    const many = count('Position')
    expect([count('Department'), many, count('WorkSystem')]).toEqual([10, expect.any(Number), 10])
    expect(many).toBeGreaterThan(25)
    await inTransaction(async (tx) => {
      await tx.position.update({ where: { code: 'office-head' }, data: { nameVi: 'Đổi tên' } })
      await tx.position.delete({ where: { code: 'office-deputy-head' } })
    })
    await loadPositions()
    expect(count('Position')).toBe(many)
    expect((await reader.position.findUnique({ where: { code: 'office-head' } }))?.nameVi).toBe('Đổi tên')
  })
})
