import type { Row } from './access-row'

/** Reports of problems and long answers to be marked; an address that names no thing finds none. */
export const reportRows: Record<string, Row> = {
  report: { get: '302  404 404 404 404 404 404', post: '401  ok ok ok ok ok ok' },
  reports: {
    get: '302  403 403 200 403 403 403',
    post: '401  403 403 ok 403 403 403',
    form: { id: 'no-such-report', answer: 'Đã sửa' },
  },
  marking: { get: '302  403 403 200 403 403 403' },
  'marking/:id': {
    get: '302  403 403 404 403 403 403',
    post: '401  403 403 ok 403 403 403',
    params: () => ({ id: 'no-such-answer' }),
  },
}
