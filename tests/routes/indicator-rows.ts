import type { Row } from './access-row'
import { inClosed } from './campaign-rows'

const nowhere = () => ({ id: 'no-such-indicator' })

/** Indicators of communes, the files they come in, and the report that sets them beside skills. */
export const indicatorRows: Record<string, Row> = {
  indicators: {
    get: '302  403 403 403 200 403 403',
    post: '401  403 403 403 ok 403 403',
    form: { intent: 'first-set' },
  },
  'indicators/edit': {
    get: '302  403 403 403 200 403 403',
    post: '401  403 403 403 ok 403 403',
    form: { nameVi: 'Chỉ số thử', unit: 'percent', better: 'higher' },
  },
  'indicators/import': {
    get: '302  403 403 403 200 403 403',
    post: '401  403 403 403 ok 403 403',
  },
  'indicators/import/template.xlsx': { get: '302  403 403 403 200 403 403' },
  // There is no such indicator; the rooms' own tests ask for one of another province.
  'indicators/:id': { get: '302  403 403 403 404 403 403', params: nowhere },
  'indicators/:id/values.csv': { get: '302  403 403 403 404 403 403', params: nowhere },
  'campaigns/:id/gaps/indicators': { get: '302  403 403 403 200/403 403 403', params: inClosed },
}
