import type { Row } from './access-row'

const own = '302  403 403 403 200 403 403'
const change = '401  403 403 403 ok 403 403'

/** What plans are made with, and the settings of a scenario: for planners of a province, each of their own. */
export const planDataRows: Record<string, Row> = {
  plans: { get: own, post: change, form: { intent: 'delete', id: 'no-such-plan' } },
  'plans/new': { get: own, post: change, form: { title: 'Kế hoạch thử', campaign: 'no-such', budget: '1' } },
  'plans/trainers': { get: own, post: change, form: { intent: 'save', name: 'Nông Thị Thử' } },
  'plans/venues': { get: own, post: change, form: { intent: 'save', name: 'Phòng thử' } },
  'plans/venues/travel': { get: own, post: change, form: { venue: 'no-such-venue' } },
  'plans/norms': { get: own, post: change, form: { trainerDay: '1' } },
  'plans/resources/import': { get: own, post: change },
  'plans/resources/import/template.xlsx': { get: own },
  'plans/:id/scenarios/:number/settings/:part': {
    get: '302  403 403 403 200/403 403 403',
    post: '401  403 403 403 ok/403 403 403',
    params: (at) => ({ id: at.planId, number: '1', part: 'money' }),
    form: { revision: '1', budget: '1.000.000' },
  },
}
