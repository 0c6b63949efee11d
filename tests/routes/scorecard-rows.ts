import type { PlaceSamples } from '../builders/world'
import type { Row } from './access-row'

const atCommune = (at: PlaceSamples) => ({ code: at.communeCode, criterion: '5.3' })
/** There are no criteria here yet: pages of a draft and of what is entered do not exist, also for who may see them. */
const notYet = '302  403 403 403 404 403 403'
const changeNotYet = '401  403 403 403 404 403 403'

/** The scorecard of communes: a leader sees and fills in the own commune's, a planner the province's. */
export const scorecardRows: Record<string, Row> = {
  scorecards: { get: '302  403 302 403 200 403 403' },
  'scorecards/export.xlsx': { get: notYet },
  'scorecards/export.csv': { get: notYet },
  'scorecards/snapshots': {
    get: '302  403 403 403 200 403 403',
    post: '401  403 403 403 ok 403 403',
    form: { intent: 'take', title: 'Quý thử' },
  },
  'scorecards/criteria': {
    get: '302  403 200 403 200 403 403',
    post: '401  403 403 403 ok 403 403',
    form: { intent: 'begin' },
  },
  'scorecards/criteria/new': { get: notYet, post: changeNotYet, form: { code: '9.9' } },
  'scorecards/criteria/settings': { get: notYet, post: changeNotYet, form: { titleVi: 'Bộ thử' } },
  'scorecards/criteria/:code': {
    get: notYet,
    post: changeNotYet,
    params: () => ({ code: '1.1' }),
    form: { nameVi: 'Tên thử' },
  },
  'scorecards/communes/:code': { get: '302  403 200/403 403 200/403 403 403', params: atCommune },
  'scorecards/communes/:code/entries/:criterion': {
    get: '302  403 404/403 403 404/403 403 403',
    post: '401  403 404/403 403 404/403 403 403',
    params: atCommune,
    form: { intent: 'enter', value: '1' },
  },
}
