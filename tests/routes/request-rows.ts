import { inClosed } from './campaign-rows'
import type { Row } from './access-row'

const nothingAsked = { params: (at: { closed: string }) => ({ id: at.closed, request: 'no-such-request' }) }

/** What communes ask for, and the check of a workbook. Nobody asks for anything in the campaigns here. */
export const requestRows: Record<string, Row> = {
  requests: { get: '302  403 403 403 200 403 403' },
  'requests/:id/list.xlsx': { get: '302  403 403 403 200/403 403 403', params: inClosed },
  'requests/:id/list.csv': { get: '302  403 403 403 200/403 403 403', params: inClosed },
  'requests/:id/:request': {
    get: '302  403 403 403 404/403 403 403',
    post: '401  403 403 403 404/403 403 403',
    form: { intent: 'undo', change: 'no-such-change' },
    ...nothingAsked,
  },
  'communes/:code/requests': {
    get: '302  403 200/403 403 200/403 403 403',
    params: (at) => ({ code: at.communeCode }),
  },
  'campaigns/:id/gaps/check': {
    get: '302  403 403 403 200/403 403 403',
    post: '401  403 403 403 ok/403 403 403',
    params: inClosed,
    form: { file: '' },
  },
}
