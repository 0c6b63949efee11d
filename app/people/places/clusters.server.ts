import { createHash } from 'node:crypto'
import { reader, type Reader } from '~/platform/db/db.server'
import { refuse } from '~/platform/http/errors'
import type { Actor } from '~/platform/policy/actor'
import { authorise } from '~/platform/policy/require.server'
import type { Cluster } from './clusters'
import { communesIn, provinceByCode, type CommuneName } from './places.server'
import { workProvince } from './work-province.server'

type From = { sql: Pick<Reader['sql'], 'all'> }

/** The clusters of a province in the order that it gave them. */
export function clustersOf(provinceCode: string, from: From = reader): Cluster[] {
  return from.sql
    .all<{ id: string; name: string; communes: string }>(
      'SELECT id, name, communes FROM CommuneCluster WHERE provinceCode = ? ORDER BY "order", id',
      provinceCode,
    )
    .map(({ communes, ...cluster }) => ({ ...cluster, communes: JSON.parse(communes) as string[] }))
}

/** A mark of clusters as they stand: another one means that somebody has changed them since. */
export function markOf(clusters: readonly Cluster[]): string {
  return createHash('sha256').update(JSON.stringify(clusters)).digest('base64url').slice(0, 16)
}

export type ClustersView = {
  province: string
  clusters: (Cluster & { names: string[] })[]
  /** Communes in no cluster. */
  alone: number
  mark: string
}

/** The clusters of the actor's province, by the names of their communes. */
export function viewClusters(actor: Actor): ClustersView {
  const { provinceCode, communes, clusters } = clustersAt(actor)
  const names = new Map(communes.map(({ code, name }) => [code, name]))
  const known = clusters.map((cluster) => ({
    ...cluster,
    names: communes.flatMap(({ code }) => (cluster.communes.includes(code) ? [names.get(code)!] : [])),
  }))
  return {
    province: provinceByCode(provinceCode).name,
    clusters: known,
    alone: communes.length - known.reduce((sum, each) => sum + each.names.length, 0),
    mark: markOf(clusters),
  }
}

export type ClusterView = {
  cluster: Cluster
  communes: (CommuneName & { other: string | null })[]
  mark: string
}

/** One cluster, with every commune of the province and the other cluster that it is in. */
export function viewCluster(actor: Actor, id: string): ClusterView {
  const { communes, clusters } = clustersAt(actor)
  const cluster = clusters.find((each) => each.id === id)
  if (!cluster) throw refuse('notFound')
  const others = new Map(
    clusters
      .filter((each) => each.id !== id)
      .flatMap(({ name, communes: codes }) => codes.map((code) => [code, name] as const)),
  )
  return {
    cluster,
    communes: communes.map((each) => ({ ...each, other: others.get(each.code) ?? null })),
    mark: markOf(clusters),
  }
}

function clustersAt(actor: Actor) {
  const provinceCode = workProvince(actor, 'clusters.edit')
  authorise(actor, 'clusters.edit', { provinceCode })
  return { provinceCode, communes: communesIn(provinceCode), clusters: clustersOf(provinceCode) }
}
