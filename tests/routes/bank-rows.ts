import type { Row } from './access-row'

/** Many items at once, and clone families: trainers change the bank, planners read it. */
export const bankRows: Record<string, Row> = {
  'bank/change': { get: '302  403 403 200 403 403 403', post: '401  403 403 ok 403 403 403' },
  'bank/families': { get: '302  403 403 200 200 403 403' },
}
