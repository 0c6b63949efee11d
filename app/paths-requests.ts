import { enc, withQuery } from './path-query'

type RequestNote = { note?: 'saved' | 'same' | 'undone'; change?: string; count?: number }

/** The URLs of what communes ask for. */
export const requestPaths = {
  requests: (query: { campaign?: string; state?: string } = {}) => withQuery('/requests', query),
  request: (campaignId: string, key: string, query: RequestNote = {}) =>
    withQuery(`/requests/${campaignId}/${enc(key)}`, query),
  requestsWorkbook: (campaignId: string) => `/requests/${campaignId}/list.xlsx`,
  requestsCsv: (campaignId: string) => `/requests/${campaignId}/list.csv`,
  communeRequests: (code: string, query: { campaign?: string } = {}) =>
    withQuery(`/communes/${code}/requests`, query),
}
