import { describe, expect, it } from 'vitest'
import { freshDatabase } from '../../../tests/builders/database'
import { leaderOf, plannerOf } from '../../../tests/builders/actors'
import { refusal } from '../../../tests/builders/refusal'

await freshDatabase()
const { locationsIn, locationsOf, locationsTemplate, saveLocations, uploadLocations, viewLocations } =
  await import('./locations.server')
const { communesIn } = await import('../places/places.server')

const planner = plannerOf('04')
const communes = communesIn('04')
const [a, b, c] = [communes[0]!, communes[1]!, communes[2]!]
const csv = (...lines: string[]) => new TextEncoder().encode(lines.join('\n'))
const head = 'Mã xã;Tên xã;Vĩ độ;Kinh độ;Nguồn'
const upload = (...lines: string[]) => uploadLocations(planner, csv(head, ...lines), 'toa_do.csv')
const faults = async (...lines: string[]) => {
  const read = await upload(...lines)
  return read.kind === 'faults' ? read.faults.map(({ at, key }) => `${at} ${key.slice(16)}`) : read.kind
}

describe('coordinates of communes', () => {
  it('are read by code or name, with a comma or a point, shown first and then stored', async () => {
    const read = await upload(
      `${a.code};;22,6657;106.2522;Nguồn thử`,
      `;${b.name};22.7°;105,9;Nguồn thử`,
      ';;;;',
      `${c.code};;;;`,
    )
    if (read.kind !== 'read') throw new Error(JSON.stringify(read))
    expect(read.locations).toEqual([
      { communeCode: a.code, latitude: 22.6657, longitude: 106.2522, source: 'Nguồn thử' },
      { communeCode: b.code, latitude: 22.7, longitude: 105.9, source: 'Nguồn thử' },
    ])
    expect(locationsOf([a.code])).toEqual([])
    expect(await saveLocations(planner, locationsIn(planner, JSON.stringify(read.locations)))).toBe(2)
    expect(locationsOf([a.code, b.code])).toHaveLength(2)
    const known = viewLocations(planner).communes.filter(({ location }) => location)
    expect(known.map(({ code }) => code).sort()).toEqual([a.code, b.code].sort())
  })

  it('come back from the template as they were filled in', async () => {
    const template = await locationsTemplate(planner)
    const read = await uploadLocations(planner, template, 'toa_do.xlsx')
    expect(read).toMatchObject({
      kind: 'read',
      locations: [{ source: 'Nguồn thử' }, { source: 'Nguồn thử' }],
    })
  })

  it('are all refused where one is wrong, each fault with its cell', async () => {
    expect(await faults(`${a.code};;106,2522;22,6657;Nguồn`)).toEqual(['C2 swapped'])
    expect(await faults(`${a.code};;7;106;Nguồn`, `${b.code};;22;100,5;Nguồn`)).toEqual([
      'C2 latitude',
      'D3 longitude',
    ])
    expect(await faults(`${a.code};;hai hai;106;Nguồn`, `${b.code};;22;;Nguồn`)).toEqual([
      'C2 number',
      'D3 number',
    ])
    expect(await faults(`${a.code};;22;106;Nguồn`, `;${a.name};22;106;Nguồn`)).toEqual(['B3 twice'])
    expect(await faults(`99999;;22;106;Nguồn`, `;;22;106;Nguồn`, `${b.code};;22;106;`)).toEqual([
      'A2 communeUnknown',
      'B3 communeMissing',
      'E4 source',
    ])
    expect(await faults(`;${a.name}x;22;106;Nguồn`)).toEqual(['B2 communeNear'])
    expect(await faults(';;;;')).toEqual(['2 empty'])
    const noColumns = await uploadLocations(planner, csv('Tên;Dân số', 'Bảo Lạc;5'), 'a.csv')
    expect(noColumns).toMatchObject({ kind: 'faults', faults: [{ key: 'locations.fault.noColumns' }] })
    expect((await uploadLocations(planner, new Uint8Array([1, 2, 3]), 'a.xlsx')).kind).toBe('file')
  })

  it('are for the planner of the province, and a forged preview is refused', async () => {
    expect(await refusal(() => viewLocations(leaderOf('04', a.code)))).toBe('notAllowed')
    const forged = (value: unknown) => refusal(() => locationsIn(planner, JSON.stringify(value)))
    const fine = { communeCode: a.code, latitude: 22, longitude: 106, source: 'x' }
    expect(await forged([{ ...fine, latitude: 90 }])).toBe('badRequest')
    expect(await forged([fine, fine])).toBe('badRequest')
    expect(await forged([{ ...fine, communeCode: communesIn('08')[0]!.code }])).toBe('badRequest')
    expect(await refusal(() => locationsIn(planner, 'not json'))).toBe('badRequest')
  })
})
