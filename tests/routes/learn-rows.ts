import type { Row } from './access-row'

/** Rows of access-table.ts for the screens of local facts. */
export const learnRows: Record<string, Row> = {
  'local-facts': {
    get: '302  403 403 403 200 200 200',
    post: '401  403 403 403 ok ok ok',
    form: {
      'facts[0].code': 'help-desk',
      'facts[0].seen': '0',
      'facts[0].vi': 'Thử',
      'facts[0].en': 'Trial',
    },
  },
}
