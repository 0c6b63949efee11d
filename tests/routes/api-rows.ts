import type { Row } from './access-row'

const nothing = '404  404 404 404 404 404 404'

/** The API and its tokens. A session opens nothing of the API, whose addresses app/interchange/api/*.test.ts walks with tokens. */
export const apiRows: Record<string, Row> = {
  api: { get: '200  200 200 200 200 200 200' },
  'api/v1/*': { get: nothing, params: () => ({}) },
  'api-tokens': {
    get: '302  403 403 403 200 200 200',
    post: '401  403 403 403 ok ok ok',
    form: { name: 'Thử', province: '04', days: '365' },
  },
}
