import type { Params, Row } from './access-row'
import { documentRows } from './document-rows'

const missing: Params = () => ({ id: '00000000-0000-4000-8000-000000000000', hash: 'none' })

/** Questions from and to other systems: for trainers, and an import only for whoever began it. */
export const interchangeRows: Record<string, Row> = {
  ...documentRows,
  'studio/import': {
    get: '302  403 403 200 403 403 403',
    post: '401  403 403 ok 403 403 403',
  },
  'studio/import/template.xlsx': { get: '302  403 403 200 403 403 403' },
  'studio/imports/:id': {
    get: '302  403 403 404 403 403 403',
    post: '401  403 403 404 403 403 403',
    params: missing,
  },
  'studio/imports/:id/pictures/:hash': { get: '302  403 403 404 403 403 403', params: missing },
  'studio/packs': { get: '302  403 403 200 403 403 403' },
  'studio/packs/file': { get: '302  403 403 302 403 403 403' },
  'studio/export': { get: '302  403 403 200 403 403 403' },
  'studio/export/file': { get: '302  403 403 200 403 403 403' },
}
