import type { Row } from './access-row'
import { inClosed } from './campaign-rows'

/** Clusters of communes, their coordinates, and the report's pages of positions, trend and tiles. */
export const deskRows: Record<string, Row> = {
  clusters: {
    get: '302  403 403 403 200 403 403',
    post: '401  403 403 403 ok 403 403',
    form: { intent: 'create', name: 'Cụm thử' },
  },
  // There is no cluster here.
  'clusters/:id': {
    get: '302  403 403 403 404 403 403',
    post: '401  403 403 403 ok 403 403',
    params: () => ({ id: 'no-such-cluster' }),
    form: { intent: 'save', name: 'Cụm thử' },
  },
  'clusters/locations': {
    get: '302  403 403 403 200 403 403',
    post: '401  403 403 403 ok 403 403',
  },
  'clusters/locations/template.xlsx': { get: '302  403 403 403 200 403 403' },
  'campaigns/:id/gaps/positions': { get: '302  403 403 403 200/403 403 403', params: inClosed },
  'campaigns/:id/gaps/trend': { get: '302  403 403 403 200/403 403 403', params: inClosed },
  'campaigns/:id/gaps/map': { get: '302  403 403 403 200/403 403 403', params: inClosed },
}
