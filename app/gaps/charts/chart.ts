import type { ChartName } from './chart-names'
import type { DrawnChart } from './drawn-chart'

/** A chart of a page: the drawing without its frame, and what the frame would say. */
export type Chart = DrawnChart & {
  name: ChartName
  /** Where, what and when. */ under: string
  /** How to read it and where it comes from. */ source: string
  /** Where the data are samples: that they are. */ sample: string | null
}
