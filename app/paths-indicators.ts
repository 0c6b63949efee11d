import { withQuery } from './path-query'

type IndicatorsQuery = {
  remove?: string
  removed?: string
  undo?: string
  note?: string
  count?: number
}

export const indicatorPaths = {
  indicators: (query: IndicatorsQuery = {}) => withQuery('/indicators', query),
  /** The form of an indicator, of a new one without `id`. */
  editIndicator: (query: { id?: string } = {}) => withQuery('/indicators/edit', query),
  indicatorsImport: () => '/indicators/import',
  indicatorsTemplate: (query: { layout?: 'long' } = {}) =>
    withQuery('/indicators/import/template.xlsx', query),
  indicator: (id: string, query: { date?: string; sort?: string; dir?: string } = {}) =>
    withQuery(`/indicators/${id}`, query),
  indicatorCsv: (id: string) => `/indicators/${id}/values.csv`,
  /** Indicators beside the skills and conditions of a campaign. */
  gapsIndicators: (
    id: string,
    query: { indicator?: string; date?: string; sort?: string; dir?: string } = {},
  ) => withQuery(`/campaigns/${id}/gaps/indicators`, query),
}
