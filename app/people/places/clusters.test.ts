import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { freshDatabase } from '../../../tests/builders/database'
import { leaderOf, plannerOf } from '../../../tests/builders/actors'
import { refusal } from '../../../tests/builders/refusal'
import { filled, isNameTaken, reordered, tickedIn } from './clusters'

await freshDatabase()
const { viewCluster, viewClusters } = await import('./clusters.server')
const { createCluster, deleteCluster, moveCluster, saveCluster } = await import('./save-cluster.server')
const { communesIn } = await import('./places.server')
const { reader } = await import('~/platform/db/db.server')

const planner = plannerOf('04')
const [a, b, c] = communesIn('04').map(({ code }) => code) as [string, string, string]

describe('rules of clusters', () => {
  it('keep a commune in one cluster at most, whatever is filled', () => {
    const code = fc.constantFrom('01', '02', '03', '04')
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.constantFrom('x', 'y', 'z'), fc.uniqueArray(code))), (steps) => {
        let clusters = ['x', 'y', 'z'].map((id) => ({ id, name: id, communes: [] as string[] }))
        for (const [id, codes] of steps) {
          const before = clusters
          const { clusters: next, moved } = filled(clusters, id, codes)
          clusters = next
          expect(clusters.find((each) => each.id === id)!.communes).toEqual(codes)
          for (const { code: one, from } of moved)
            expect(before.find(({ name }) => name === from)!.communes).toContain(one)
        }
        const all = clusters.flatMap(({ communes }) => communes)
        expect(new Set(all).size).toBe(all.length)
      }),
    )
  })

  it('order, names and ticks', () => {
    const list = [{ id: 'x' }, { id: 'y' }]
    expect(reordered(list, 'y', 'up').map(({ id }) => id)).toEqual(['y', 'x'])
    expect(reordered(list, 'x', 'up')).toEqual(list)
    expect(reordered(list, 'none', 'down')).toEqual(list)
    expect(isNameTaken([{ id: 'x', name: 'Cụm Miền Tây', communes: [] }], null, 'cum  mien tay')).toBe(true)
    expect(isNameTaken([{ id: 'x', name: 'Cụm Miền Tây', communes: [] }], 'x', 'Cụm miền tây')).toBe(false)
    expect(tickedIn(['in.01321', 'name', 'in.1', 'in.01273'])).toEqual(['01321', '01273'])
  })
})

describe('clusters of a province', () => {
  it('are made, filled, ordered and ended; what moves is told, and each step is noted', async () => {
    const first = await createCluster(planner, 'Cụm miền Tây')
    const second = await createCluster(planner, 'Cụm biên giới')
    if (first.fault !== undefined || second.fault !== undefined) throw new Error('not made')
    expect(await createCluster(planner, 'CỤM MIỀN TÂY')).toEqual({ fault: 'form.name.taken' })
    const save = (id: string, name: string, communes: string[]) =>
      saveCluster(planner, id, { name, communes, mark: viewClusters(planner).mark })
    expect(await save(first.id, 'Cụm miền Tây', [a, b])).toEqual({ id: first.id, moved: 0 })
    expect(viewCluster(planner, second.id).communes.find(({ code }) => code === b)!.other).toBe(
      'Cụm miền Tây',
    )
    expect(await save(second.id, 'Cụm biên giới', [b, c])).toEqual({ id: second.id, moved: 1 })
    expect(await save(second.id, 'Cụm miền tây', [b, c])).toEqual({ fault: 'form.name.taken' })
    await moveCluster(planner, second.id, 'up')
    expect(viewClusters(planner).clusters.map(({ id, communes }) => [id, communes])).toEqual([
      [second.id, [b, c]],
      [first.id, [a]],
    ])
    await deleteCluster(planner, second.id)
    await deleteCluster(planner, second.id)
    expect(viewClusters(planner)).toMatchObject({ clusters: [{ id: first.id }], alone: 55 })
    const noted = reader.sql.all<{ action: string }>(
      `SELECT action FROM AuditEntry WHERE action LIKE 'cluster.%'`,
    )
    expect(noted.map(({ action }) => action.slice(8))).toEqual([
      'create',
      'create',
      'save',
      'save',
      'order',
      'delete',
    ])
    await deleteCluster(planner, first.id)
  })

  it('are not overwritten where somebody else changed them, and foreign communes are refused', async () => {
    const made = await createCluster(planner, 'Cụm thử')
    if (made.fault !== undefined) throw new Error('not made')
    const { mark } = viewCluster(planner, made.id)
    const edit = { name: 'Cụm thử', communes: [a], mark }
    expect(await saveCluster(planner, made.id, edit)).toMatchObject({ moved: 0 })
    expect(await saveCluster(planner, made.id, { ...edit, communes: [b] })).toEqual({ fault: 'form.stale' })
    expect(viewCluster(planner, made.id).cluster.communes).toEqual([a])
    const [far] = communesIn('08')
    const foreign = { ...edit, communes: [far!.code] }
    expect(await refusal(saveCluster(planner, made.id, foreign))).toBe('badRequest')
    expect(await refusal(() => viewCluster(plannerOf('08'), made.id))).toBe('notFound')
    expect(await refusal(() => viewClusters(leaderOf('04', a)))).toBe('notAllowed')
  })
})
