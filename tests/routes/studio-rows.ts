import type { Params, Row } from './access-row'

const noDraft: Params = () => ({ id: 'no-such-draft' })

/** The studio: trainers write and review; nobody else sees drafts. */
export const studioRows: Record<string, Row> = {
  studio: { get: '302  403 403 200 403 403 403', post: '401  403 403 ok 403 403 403' },
  'studio/items/:id': {
    get: '302  403 403 404 403 403 403',
    post: '401  403 403 ok 403 403 403',
    params: noDraft,
  },
  'studio/drafts/:id/review': {
    get: '302  403 403 404 403 403 403',
    post: '401  403 403 ok 403 403 403',
    params: noDraft,
  },
  'studio/items/:id/preview': { get: '302  403 403 404 403 403 403', params: noDraft },
}
