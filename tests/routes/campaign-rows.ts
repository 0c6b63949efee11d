import type { Params, Row } from './access-row'

export const inOpen: Params = (at) => ({ id: at.open, campaignId: at.open })
export const inClosed: Params = (at) => ({
  id: at.closed,
  campaignId: at.closed,
  code: at.communeCode,
  personId: at.personId,
  measure: '4.1',
})
const inDraft: Params = (at) => ({ id: at.draft })

/** Campaigns from their draft to the report of gaps. */
export const campaignRows: Record<string, Row> = {
  campaigns: { get: '302  403 200 403 200 403 403' },
  'campaigns/new': {
    get: '302  403 403 403 200 403 403',
    post: '401  403 403 403 ok 403 403',
    form: { title: 'Đợt thử' },
  },
  'campaigns/:id': { get: '302  403 200/403 403 200/403 403 403', params: inOpen },
  'campaigns/:id/edit': {
    get: '302  403 403 403 200/403 403 403',
    post: '401  403 403 403 ok/403 403 403',
    params: inDraft,
    form: { intent: 'delete' },
  },
  'campaigns/:id/open': {
    get: '302  403 403 403 200/403 403 403',
    post: '401  403 403 403 ok/403 403 403',
    params: inDraft,
  },
  'campaigns/:id/close': {
    get: '302  403 403 403 200/403 403 403',
    post: '401  403 403 403 ok/403 403 403',
    params: inOpen,
    form: { intent: 'close' },
  },
  'campaigns/:id/missing': { get: '302  403 200/403 403 200/403 403 403', params: inOpen },
  'campaigns/:id/missing.xlsx': { get: '302  403 200/403 403 200/403 403 403', params: inOpen },
  'campaigns/:id/gaps': {
    get: '302  403 403 403 200/403 403 403',
    post: '401  403 403 403 ok/403 403 403',
    params: inClosed,
  },
  'campaigns/:id/gaps/method': { get: '302  403 200/403 403 200/403 403 403', params: inClosed },
  'campaigns/:id/gaps/conditions': { get: '302  403 403 403 200/403 403 403', params: inClosed },
  'campaigns/:id/gaps/segments': { get: '302  403 403 403 200/403 403 403', params: inClosed },
  'campaigns/:id/gaps/communes/:code': { get: '302  403 200/403 403 200/403 403 403', params: inClosed },
  'campaigns/:id/gaps/measures/:measure': { get: '302  403 403 403 200/403 403 403', params: inClosed },
  'campaigns/:id/gaps.xlsx': { get: '302  403 403 403 200/403 403 403', params: inClosed },
  'campaigns/:id/gaps.csv': { get: '302  403 403 403 200/403 403 403', params: inClosed },
}
