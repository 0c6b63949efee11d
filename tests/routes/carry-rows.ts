import type { PlaceSamples } from '../builders/world'
import type { Row } from './access-row'

const ofPlan = (at: PlaceSamples) => ({ id: at.planId })
const atCommune = (at: PlaceSamples) => ({ code: at.communeCode })
/** The plan here is a draft: what is carried out of it does not exist yet, also for its planner. */
const notYet = '302  403 403 403 404/403 403 403'
const changeNotYet = '401  403 403 403 404/403 403 403'

/** Approving a plan and what follows; a commune names its people. */
export const carryRows: Record<string, Row> = {
  'plans/:id/approve': {
    get: '302  403 403 403 200/403 403 403',
    post: '401  403 403 403 ok/403 403 403',
    params: ofPlan,
    form: { intent: 'withdraw' },
  },
  'plans/:id/follow-up': { get: notYet, post: changeNotYet, params: ofPlan, form: { intent: 'close' } },
  'plans/:id/letters': { get: notYet, post: changeNotYet, params: ofPlan, form: { intent: 'handed' } },
  'plans/:id/letters/print': { get: notYet, params: ofPlan },
  'plans/:id/effect': { get: notYet, post: changeNotYet, params: ofPlan },
  // No class here has seats for a commune.
  'communes/:code/seats': {
    get: '302  403 200/403 403 200/403 403 403',
    post: '401  403 404/403 403 404/403 403 403',
    params: atCommune,
    form: { intent: 'name', class: 'no-such-class' },
  },
}
