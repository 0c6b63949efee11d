import { randomUUID } from 'node:crypto'
import { inTransaction, type Tx } from '~/platform/db/db.server'
import { refuse } from '~/platform/http/errors'
import { audit } from '~/platform/log/audit.server'
import type { Actor } from '~/platform/policy/actor'
import { authorise } from '~/platform/policy/require.server'
import { filled, isNameTaken, reordered, type Cluster } from './clusters'
import { clustersOf, markOf } from './clusters.server'
import { communesIn } from './places.server'
import { workProvince } from './work-province.server'

export type ClusterAnswer =
  { id: string; moved: number; fault?: never } | { fault: 'form.name.taken' | 'form.stale' }

/** Makes an empty cluster, the last of its province. */
export async function createCluster(actor: Actor, name: string): Promise<ClusterAnswer> {
  const provinceCode = provinceAt(actor)
  return inTransaction(async (tx): Promise<ClusterAnswer> => {
    const clusters = clustersOf(provinceCode, tx)
    if (isNameTaken(clusters, null, name)) return { fault: 'form.name.taken' }
    const id = randomUUID()
    tx.sql.run(
      'INSERT INTO CommuneCluster (id, provinceCode, name, "order", communes) VALUES (?, ?, ?, ?, ?)',
      ...[id, provinceCode, name, clusters.length, '[]'],
    )
    await audit(tx, actor.accountId, 'cluster.create', id, { provinceCode })
    return { id, moved: 0 }
  })
}

export type ClusterEdit = { name: string; communes: string[] /** What the page showed. */; mark: string }

/**
 * Names a cluster and says which communes it holds; those of another one move over. Nothing is saved where somebody
 * changed the clusters since the page was made.
 */
export async function saveCluster(actor: Actor, id: string, edit: ClusterEdit): Promise<ClusterAnswer> {
  const provinceCode = provinceAt(actor)
  const known = new Set(communesIn(provinceCode).map(({ code }) => code))
  if (!edit.communes.every((code) => known.has(code))) throw refuse('badRequest')
  return inTransaction(async (tx): Promise<ClusterAnswer> => {
    const clusters = clustersOf(provinceCode, tx)
    const own = clusters.find((each) => each.id === id)
    if (!own) throw refuse('notFound')
    if (markOf(clusters) !== edit.mark) return { fault: 'form.stale' }
    if (isNameTaken(clusters, id, edit.name)) return { fault: 'form.name.taken' }
    const { clusters: next, moved } = filled(clusters, id, edit.communes)
    store(
      tx,
      next.map((each) => (each.id === id ? { ...each, name: edit.name } : each)),
    )
    await audit(tx, actor.accountId, 'cluster.save', id, {
      communes: edit.communes.length,
      moved: moved.length,
    })
    return { id, moved: moved.length }
  })
}

/** Puts a cluster a place further up or down; one that is gone already needs nothing more. */
export async function moveCluster(actor: Actor, id: string, way: 'up' | 'down'): Promise<void> {
  const provinceCode = provinceAt(actor)
  await inTransaction(async (tx) => {
    const clusters = clustersOf(provinceCode, tx)
    if (!clusters.some((each) => each.id === id)) return
    store(tx, reordered(clusters, id, way))
    await audit(tx, actor.accountId, 'cluster.order', id, { way })
  })
}

/** Ends a cluster; its communes are in none then. */
export async function deleteCluster(actor: Actor, id: string): Promise<void> {
  const provinceCode = provinceAt(actor)
  await inTransaction(async (tx) => {
    const clusters = clustersOf(provinceCode, tx)
    if (!clusters.some((each) => each.id === id)) return
    tx.sql.run('DELETE FROM CommuneCluster WHERE id = ? AND provinceCode = ?', id, provinceCode)
    store(
      tx,
      clusters.filter((each) => each.id !== id),
    )
    await audit(tx, actor.accountId, 'cluster.delete', id, { provinceCode })
  })
}

function provinceAt(actor: Actor): string {
  const provinceCode = workProvince(actor, 'clusters.edit')
  authorise(actor, 'clusters.edit', { provinceCode })
  return provinceCode
}

function store(tx: Tx, clusters: readonly Cluster[]): void {
  clusters.forEach(({ id, name, communes }, order) =>
    tx.sql.run(
      'UPDATE CommuneCluster SET name = ?, "order" = ?, communes = ? WHERE id = ?',
      ...[name, order, JSON.stringify(communes), id],
    ),
  )
}
