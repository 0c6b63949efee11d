import type { Params, Row } from './access-row'

const task: Params = () => ({ code: 'receive-dossier' })

/** Practice tasks as learners do them; nobody here has begun one. */
export const practiceRows: Record<string, Row> = {
  practice: { get: '302  200 200 200 200 200 200' },
  'practice/:code': {
    get: '302  200 200 200 200 200 200',
    post: '401  ok ok ok ok ok ok',
    params: task,
  },
  'practice/:code/task': {
    get: '302  302 302 302 302 302 302',
    post: '401  ok ok ok ok ok ok',
    params: task,
  },
  'practice/:code/result': { get: '302  302 302 302 302 302 302', params: task },
}
