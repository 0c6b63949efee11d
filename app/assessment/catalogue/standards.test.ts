import { randomUUID } from 'node:crypto'
import { beforeAll, describe, expect, it } from 'vitest'
import { actor, leaderGrant, plannerGrant } from '../../../tests/builders/campaign'
import { freshDatabase } from '../../../tests/builders/database'
import { refusal } from '../../../tests/builders/refusal'

await freshDatabase()
const { inTransaction, reader } = await import('~/platform/db/db.server')
const { editStandard } = await import('~/competency/edit-standard.server')
const { standardInForce } = await import('~/competency/standards.server')
const { viewStandard, viewStandards } = await import('./view-standards.server')

const trainer = actor({
  grants: [{ role: 'trainer', provinceCode: '04', communeCode: null }],
  accountId: randomUUID(),
})
const rows = () => reader.sql.get<{ n: number }>('SELECT count(*) AS n FROM MeasurementStandard')!.n
const present = () => standardInForce('its')
const setting = (thresholds: Record<string, number>, own = {}) => ({
  ...present().standard.setting,
  thresholds,
  own,
})
const edit = (wanted: ReturnType<typeof setting> | null, inForce = present().id) =>
  editStandard(trainer, { setting: wanted, reason: 'Hội đồng thử', inForce })

beforeAll(async () => {
  await inTransaction((tx) =>
    tx.account.create({
      data: { id: trainer.accountId, username: 'trainer', displayName: 'Giảng viên', createdAt: new Date() },
    }),
  )
})

describe('the standard', () => {
  it('comes with what the items speak for, near the shipped thresholds as long as nobody has answered', () => {
    const { standard, suggestions, inForce } = viewStandards(trainer)
    expect(inForce).toMatchObject({ shipped: true, by: null })
    expect(suggestions.length).toBeGreaterThanOrEqual(32 * 3)
    for (const { level, from, items } of suggestions) {
      expect(items).toBeGreaterThan(0)
      expect(Math.abs(from - standard.setting.thresholds[level]!)).toBeLessThan(1)
    }
  })

  it('is edited into a row of its own with who, when and why, and the one before stays readable', async () => {
    const before = present().id
    expect(await edit(setting({ 1: -1, 2: 0.2, 3: 1.6 }, { '4.1': { 2: 0.5 } }))).toBe('saved')
    const { inForce, history, mayReturn } = viewStandards(trainer)
    expect(inForce).toMatchObject({ shipped: false, by: 'Giảng viên', reason: 'Hội đồng thử', version: 2 })
    expect(history.map(({ id }) => id)).toEqual([inForce.id, before])
    expect(mayReturn).toBe(true)
    expect(viewStandard(trainer, inForce.id).changes?.thresholds).toContainEqual({
      competency: '4.1',
      level: 2,
      from: null,
      to: 0.5,
    })
    expect(viewStandard(trainer, before)).toMatchObject({ inForce: false, changes: null })
  })

  it('stays one row when nothing differs, and is not overwritten by one who has not seen the last change', async () => {
    const n = rows()
    expect(await edit(present().standard.setting)).toBe('same')
    expect(await edit(setting({ 1: -2, 2: 0, 3: 2 }), present().id - 1)).toBe('changedMeanwhile')
    expect(rows()).toBe(n)
  })

  it('returns to what ships as one more row', async () => {
    expect(await edit(null)).toBe('saved')
    expect(present()).toMatchObject({ shipped: false, standard: { version: 3 } })
    expect(present().standard.setting.thresholds).toEqual({ 1: -1.01, 2: 0.19, 3: 1.59 })
    expect(await edit(null)).toBe('same')
  })

  it('refuses what is no standard', async () => {
    const refused = async (wanted: ReturnType<typeof setting>) => refusal(edit(wanted))
    expect(await refused(setting({ 1: 1, 2: 0, 3: 2 }))).toBe('badRequest')
    expect(await refused(setting({ 1: 1, 3: 2 }))).toBe('badRequest')
    expect(await refused(setting({ 1: -9, 2: 0, 3: 2 }))).toBe('badRequest')
    expect(await refused(setting({ 1: -1, 2: 0, 3: 2 }, { '9.9': { 1: 0 } }))).toBe('badRequest')
  })

  it('is read by trainers and planners, and edited by trainers', async () => {
    const planner = actor({ grants: [plannerGrant('04')] })
    const leader = actor({ grants: [leaderGrant('04', '01321')] })
    expect(viewStandards(planner).mayEdit).toBe(false)
    const reason = 'Hội đồng thử'
    expect(await refusal(editStandard(planner, { setting: null, reason, inForce: present().id }))).toBe(
      'notAllowed',
    )
    expect(await refusal(() => viewStandards(leader))).toBe('notAllowed')
    expect(await refusal(() => viewStandard(leader, 1))).toBe('notAllowed')
    expect(await refusal(() => viewStandard(trainer, 999))).toBe('notFound')
  })
})
