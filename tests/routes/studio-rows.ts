import type { Params, Row } from './access-row'

const noDraft: Params = () => ({ id: 'no-such-draft' })
const noLesson: Params = () => ({ id: 'no-such-draft', lesson: 'b1' })

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
  'studio/modules': { get: '302  403 403 200 403 403 403', post: '401  403 403 ok 403 403 403' },
  'studio/modules/published/:code': {
    get: '302  403 403 404 403 403 403',
    post: '401  403 403 ok 403 403 403',
    params: () => ({ code: 'no-such-module' }),
    form: { intent: 'retire' },
  },
  'studio/modules/:id': {
    get: '302  403 403 404 403 403 403',
    post: '401  403 403 ok 403 403 403',
    params: noDraft,
  },
  'studio/modules/:id/lessons/:lesson': {
    get: '302  403 403 404 403 403 403',
    post: '401  403 403 ok 403 403 403',
    params: noLesson,
  },
  'studio/modules/:id/quiz': {
    get: '302  403 403 404 403 403 403',
    post: '401  403 403 ok 403 403 403',
    params: noDraft,
  },
  'studio/modules/:id/figures': {
    get: '302  403 403 404 403 403 403',
    post: '401  403 403 ok 403 403 403',
    params: noDraft,
  },
  'studio/modules/:id/preview/:lesson': { get: '302  403 403 404 403 403 403', params: noLesson },
  'studio/items/:id/preview': {
    get: '302  403 403 404 403 403 403',
    post: '401  403 403 ok 403 403 403',
    params: noDraft,
  },
  'studio/forms/:id': {
    get: '302  403 403 404 403 403 403',
    post: '401  403 403 ok 403 403 403',
    params: noDraft,
  },
  'studio/forms/:id/preview': { get: '302  403 403 404 403 403 403', params: noDraft },
  'studio/practice/:id': {
    get: '302  403 403 404 403 403 403',
    post: '401  403 403 ok 403 403 403',
    params: noDraft,
  },
  'studio/practice/:id/screens/:screen': {
    get: '302  403 403 404 403 403 403',
    post: '401  403 403 ok 403 403 403',
    params: () => ({ id: 'no-such-draft', screen: 'desk' }),
  },
  'studio/practice/:id/parts/:part': {
    get: '302  403 403 404 403 403 403',
    post: '401  403 403 ok 403 403 403',
    params: () => ({ id: 'no-such-draft', part: 'scoring' }),
  },
  'studio/practice/:id/try': {
    get: '302  403 403 404 403 403 403',
    post: '401  403 403 ok 403 403 403',
    params: noDraft,
  },
}
