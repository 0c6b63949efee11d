import type { Cluster } from '~/people/places/clusters'
import { isShown, type Figure } from './figures'
import type { Interval } from './wilson'

/** What the communes of a cluster that are shown come to: `shown` of its `of` communes with figures. */
export type ClusterFigure = Interval & { share: number; n: number; shown: number; of: number }

/** Rows of one cluster in the order given, and of the communes in none last, with a null for the cluster. */
export type ClusterGroup<Row> = { cluster: Cluster | null; rows: Row[] }

/**
 * The share of a cluster for one measure: the mean over its communes that may be shown, weighted by the people whose
 * position needs it. A hidden commune never enters, so nothing can be had by subtraction that the cells do not show
 * themselves. The errors of communes count as fully dependent, so that the interval is rather too wide. Null where fewer
 * than two communes are shown: one is its own line.
 */
export function clusterFigure(figures: readonly Figure[]): ClusterFigure | null {
  const shown = figures.filter(isShown)
  const people = shown.reduce((sum, each) => sum + each.people, 0)
  if (shown.length < 2 || people === 0) return null
  const mean = (key: 'share' | 'low' | 'high') =>
    shown.reduce((sum, each) => sum + each.people * each[key], 0) / people
  return {
    share: mean('share'),
    low: mean('low'),
    high: mean('high'),
    n: shown.reduce((sum, each) => sum + each.n, 0),
    shown: shown.length,
    of: figures.length,
  }
}

/** Rows by cluster, clusters in their order; clusters without a row are left out. */
export function byCluster<Row extends { code: string }>(
  rows: readonly Row[],
  clusters: readonly Cluster[],
): ClusterGroup<Row>[] {
  const of = new Map(clusters.flatMap((cluster) => cluster.communes.map((code) => [code, cluster] as const)))
  const groups = [...clusters, null].map((cluster) => ({
    cluster,
    rows: rows.filter(({ code }) => (of.get(code) ?? null) === cluster),
  }))
  return groups.filter((group) => group.rows.length > 0)
}
