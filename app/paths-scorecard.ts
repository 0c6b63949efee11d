import { enc, withQuery } from './path-query'

type ListQuery = {
  view?: string
  snapshot?: string
  sort?: string
  dir?: string
  q?: string
  note?: string
}

/** The URLs of communes' scorecards. */
export const scorecardPaths = {
  scorecards: (query: ListQuery = {}) => withQuery('/scorecards', query),
  scorecardsWorkbook: (query: { snapshot?: string } = {}) => withQuery('/scorecards/export.xlsx', query),
  scorecardsCsv: (query: { snapshot?: string } = {}) => withQuery('/scorecards/export.csv', query),
  scorecardSnapshots: (query: { note?: string; id?: string; ask?: string } = {}) =>
    withQuery('/scorecards/snapshots', query),
  scorecardOf: (code: string, query: { snapshot?: string; note?: string } = {}) =>
    withQuery(`/scorecards/communes/${code}`, query),
  scorecardEntry: (code: string, criterion: string, query: { note?: string } = {}) =>
    withQuery(`/scorecards/communes/${code}/entries/${enc(criterion)}`, query),
  scorecardCriteria: (
    query: {
      version?: number
      draft?: 'yes'
      ask?: 'publish' | 'discard'
      note?: string
      code?: string
    } = {},
  ) => withQuery('/scorecards/criteria', query),
  scorecardSettings: () => '/scorecards/criteria/settings',
  scorecardCriterion: (code: string) => `/scorecards/criteria/${enc(code)}`,
  newScorecardCriterion: () => '/scorecards/criteria/new',
}
