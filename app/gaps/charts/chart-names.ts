/** The charts of a province's report that are drawn as files, in the order in which they are listed. */
export const chartNames = [
  'domains',
  'communes',
  'skills-conditions',
  'conditions',
  'positions',
  'trend',
  'ranks',
  'levels',
  'map',
  'response',
] as const

export type ChartName = (typeof chartNames)[number]

/** Charts of one domain or competency, which their address can name. */
export const measureCharts: readonly ChartName[] = ['ranks', 'levels', 'map']

/** The chart and the kind of file that an address asks for: `domains.svg`; null where there is none such. */
export function parseChartFile(file: string): { name: ChartName; kind: 'svg' | 'png' } | null {
  const [, stem, kind] = /^([a-z-]+)\.(svg|png)$/.exec(file) ?? []
  const name = chartNames.find((each) => each === stem)
  return name && (kind === 'svg' || kind === 'png') ? { name, kind } : null
}

/** Pixels across a chart as PNG: enough for a slide or half a poster. */
export const pngWidth = 1600
