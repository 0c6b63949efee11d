import type { Params, Row } from './access-row'

const ofPlan: Params = (at) => ({ id: at.planId, number: '1', key: at.planClass })
const read = '302  403 403 403 200/403 403 403'
const change = '401  403 403 403 ok/403 403 403'

/** A plan with its scenarios and classes: for planners of its province. */
export const planRows: Record<string, Row> = {
  'plans/:id': { get: read, params: ofPlan },
  'plans/:id/compare': { get: read, params: ofPlan },
  'plans/:id/scenarios/:number': { get: read, post: change, params: ofPlan, form: { intent: 'solve' } },
  'plans/:id/scenarios/:number/classes/:key': {
    get: read,
    post: change,
    params: ofPlan,
    form: { intent: 'pin', revision: '1' },
  },
}
