import type { Row } from './access-row'

/** Learning paths, and the practice tasks as trainers and planners see them. */
export const pathRows: Record<string, Row> = {
  'learning-paths': { get: '302  200 200 200 200 200 200' },
  'learning-paths/:position': {
    get: '302  200 200 200 200 200 200',
    params: () => ({ position: 'office-statistics' }),
  },
  'practice-tasks': { get: '302  403 403 200 200 403 403' },
  'practice-tasks/:code': {
    get: '302  403 403 200 200 403 403',
    post: '401  403 403 ok 403 403 403',
    params: () => ({ code: 'receive-dossier' }),
  },
}
