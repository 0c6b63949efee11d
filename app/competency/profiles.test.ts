import { randomUUID } from 'node:crypto'
import { beforeAll, describe, expect, it } from 'vitest'
import { freshDatabase } from '../../tests/builders/database'
import { actor, leaderGrant, plannerGrant } from '../../tests/builders/campaign'
import { refusal } from '../../tests/builders/refusal'

await freshDatabase()
const { inTransaction, reader } = await import('~/platform/db/db.server')
const { editProfile } = await import('./edit-profile.server')
const { listProfiles } = await import('./list-profiles.server')
const { loadProfiles } = await import('./load-profiles.server')
const { profilesInForce, shippedTargets, targetsFor } = await import('./target-profiles.server')
const { viewProfile } = await import('./view-profile.server')

const planner = actor({ grants: [plannerGrant('04')], accountId: randomUUID() })
const rows = () => reader.sql.get<{ n: number }>('SELECT COUNT(*) AS n FROM TargetProfile')!.n
const inForce = (code: string) => profilesInForce(reader, '04').get(code)?.rowId ?? 0
const edit = (targets: Record<string, number> | null, positionCode = 'finance', over = {}) =>
  editProfile(planner, { provinceCode: '04', positionCode, targets, inForce: inForce(positionCode), ...over })

beforeAll(async () => {
  await inTransaction((tx) =>
    tx.account.create({
      data: { id: planner.accountId, username: 'planner', displayName: 'Sở Nội vụ', createdAt: new Date() },
    }),
  )
})

describe('target profiles', () => {
  it('ship once, however often the product starts', async () => {
    const before = rows()
    expect(before).toBeGreaterThan(30)
    await loadProfiles()
    expect(rows()).toBe(before)
  })

  it('of a province win over those that ship, there and only there', async () => {
    const shipped = shippedTargets(reader, 'finance')
    expect(targetsFor(reader, '04', ['finance'])).toEqual(shipped)
    expect(await edit({ '4.1': 3, '7.3': 2 })).toBe('saved')
    expect(targetsFor(reader, '04', ['finance'])).toEqual({ '4.1': 3, '7.3': 2 })
    expect(targetsFor(reader, '19', ['finance'])).toEqual(shipped)
    const row = (await listProfiles(planner, '04'))
      .flatMap(({ positions }) => positions)
      .find(({ code }) => code === 'finance')
    expect(row).toMatchObject({ own: true, competencies: 2 })
  })

  it('take the highest level of several positions', async () => {
    await edit({ '4.1': 1, '0.1': 2 }, 'planning')
    await edit({ '4.1': 3, '7.3': 2 })
    expect(targetsFor(reader, '04', ['finance', 'planning'])).toEqual({ '4.1': 3, '7.3': 2, '0.1': 2 })
    expect(targetsFor(reader, '04', [])).toEqual({})
    expect(targetsFor(reader, '04', ['no-such-position'])).toEqual({})
  })

  it('that stay as they are get no new row', async () => {
    await edit({ '4.1': 3, '7.3': 2 })
    const before = rows()
    expect(await edit({ '7.3': 2, '4.1': 3 })).toBe('saved')
    expect(rows()).toBe(before)
  })

  it('are not overwritten by one who has not seen the last change', async () => {
    const seen = inForce('trade')
    await edit({ '5.1': 1 }, 'trade')
    expect(await edit({ '5.2': 1 }, 'trade', { inForce: seen })).toBe('changedMeanwhile')
    expect(targetsFor(reader, '04', ['trade'])).toEqual({ '5.1': 1 })
  })

  it('go back to what ships and keep their history, with who and what', async () => {
    await edit({ '1.1': 1 }, 'health')
    await edit(null, 'health')
    const { profile, history } = await viewProfile(planner, '04', 'health')
    expect(profile).toMatchObject({ own: false, targets: shippedTargets(reader, 'health') })
    expect(history.map(({ kind, by }) => [kind, by])).toEqual([
      ['ships', 'Sở Nội vụ'],
      ['province', 'Sở Nội vụ'],
      ['product', null],
    ])
    expect(history[1]?.changes).toContainEqual({ competency: '1.1', from: 0, to: 1 })
    expect(history[0]?.changes).toContainEqual({ competency: '1.1', from: 1, to: 0 })
    const before = rows()
    await edit(null, 'health')
    expect(rows()).toBe(before)
  })

  it('belong to planners of the province', async () => {
    const targets = { '4.1': 1 }
    for (const other of [
      actor({ grants: [plannerGrant('19')] }),
      actor({ grants: [leaderGrant('04', '01321')] }),
    ]) {
      expect(
        await refusal(
          editProfile(other, { provinceCode: '04', positionCode: 'finance', targets, inForce: 0 }),
        ),
      ).toBe('notAllowed')
      expect(await refusal(viewProfile(other, '04', 'finance'))).toBe('notAllowed')
      expect(await refusal(listProfiles(other, '04'))).toBe('notAllowed')
    }
    expect(await refusal(edit({ '4.1': 4 }))).toBe('badRequest')
    expect(await refusal(edit(targets, 'nothing'))).toBe('notFound')
    expect(await refusal(viewProfile(planner, '04', 'nothing'))).toBe('notFound')
  })
})
