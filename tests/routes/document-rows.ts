import type { Params, Row } from './access-row'

const missing: Params = () => ({ id: '00000000-0000-4000-8000-000000000000', name: 'picture-1.webp' })

/** Documents that become lessons: for trainers, and one only for whoever sent it. */
export const documentRows: Record<string, Row> = {
  'studio/document': {
    get: '302  403 403 200 403 403 403',
    post: '401  403 403 ok 403 403 403',
  },
  'studio/documents/:id': {
    get: '302  403 403 404 403 403 403',
    post: '401  403 403 404 403 403 403',
    params: missing,
  },
  'studio/documents/:id/pictures/:name': { get: '302  403 403 404 403 403 403', params: missing },
}
