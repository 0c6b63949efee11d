import { fold } from '~/formats/fold'
import type { Cluster } from '~/people/places/clusters'
import { byCluster, clusterFigure, type ClusterFigure } from './cluster-sums'
import { isShown, type Figure } from './figures'
import { direction, type GapView } from './gap-query'
import type { MeasureInfo } from './measure'
import { overallOf } from './overall'

/** A commune of a heat map: whom it asked, how many submitted, its figures in the order of the columns. */
export type ProvinceRow = {
  code: string
  name: string
  asked: number
  submitted: number
  cells: Figure[]
}

/** A part of a heat map: the rows of a cluster on this page, or of no cluster, and what the cluster's shown communes come to. */
export type HeatPart = {
  cluster: Pick<Cluster, 'id' | 'name'> | null
  rows: ProvinceRow[]
  sums: (ClusterFigure | null)[]
  asked: number
  submitted: number
}

/** The communes of a province stand on one page; of more, a page has fewer, so that it is quick to send and to read. */
const [onePage, rowsAPage] = [200, 100]

/** `parts`: one without a cluster where rows are not grouped. `found` of all rows match the name looked for. */
export type HeatPage = { parts: HeatPart[]; found: number; page: number; pages: number }

/** The rows of one page: those that match, in the order asked for, under their clusters where asked. */
export function heatPage(
  rows: readonly ProvinceRow[],
  columns: readonly MeasureInfo[],
  view: GapView,
  clusters: readonly Cluster[],
  most = rows.length > onePage ? rowsAPage : onePage,
): HeatPage {
  const wanted = fold(view.q)
  const matching = wanted === '' ? rows : rows.filter(({ name }) => fold(name).includes(wanted))
  const ordered = sorted(matching, columns, view)
  const groups =
    view.by === 'cluster' && clusters.length > 0
      ? byCluster(ordered, clusters)
      : [{ cluster: null, rows: ordered }]
  const pages = Math.max(1, Math.ceil(ordered.length / most))
  const page = Math.min(view.page ?? 1, pages)
  let before = 0
  const parts = groups.flatMap(({ cluster, rows: own }): HeatPart[] => {
    const from = Math.max(0, (page - 1) * most - before)
    const until = page * most - before
    before += own.length
    const here = own.slice(from, Math.max(from, until))
    if (here.length === 0) return []
    return [
      {
        cluster: cluster && { id: cluster.id, name: cluster.name },
        rows: here,
        sums: cluster ? columns.map((_, i) => clusterFigure(own.map(({ cells }) => cells[i] ?? null))) : [],
        asked: own.reduce((sum, row) => sum + row.asked, 0),
        submitted: own.reduce((sum, row) => sum + row.submitted, 0),
      },
    ]
  })
  return { parts, found: ordered.length, page, pages }
}

/** Rows by name, response, all columns together (`most`) or one column; those without a figure stay at the end. */
function sorted(rows: readonly ProvinceRow[], columns: readonly MeasureInfo[], view: GapView): ProvinceRow[] {
  const sign = direction(view) === 'asc' ? 1 : -1
  if (view.sort === 'name') return sign === 1 ? [...rows] : rows.toReversed()
  const column = columns.findIndex(({ code }) => code === view.sort)
  const value = ({ cells, asked, submitted }: ProvinceRow): number | null => {
    if (view.sort === 'response') return asked === 0 ? null : submitted / asked
    if (view.sort === 'most') return overallOf(cells)?.share ?? null
    const figure = cells[column] ?? null
    return isShown(figure) ? figure.share : null
  }
  return rows
    .map((row) => ({ row, by: value(row) }))
    .sort((a, b) => {
      if (a.by === null || b.by === null) return Number(a.by === null) - Number(b.by === null)
      return sign * (a.by - b.by)
    })
    .map(({ row }) => row)
}
