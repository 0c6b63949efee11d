import type { Row } from './access-row'

/** No document here: whether one of another province or commune can be read stands in app/interchange/official. */
const none = () => ({ id: 'no-such-document' })
const noneHere: Row = { get: '302  403 404 403 404 403 403', params: none }

export const officialRows: Record<string, Row> = {
  documents: {
    get: '302  403 200 403 200 403 403',
    post: '401  403 404 403 404 403 403',
    form: { intent: 'restore', id: 'no-such-document' },
  },
  'documents/new': {
    get: '302  403 200 403 200 403 403',
    post: '401  403 403 403 404 403 403',
    form: { kind: 'plan', plan: 'no-such-plan' },
  },
  'documents/letterhead': {
    get: '302  403 403 403 200 403 403',
    post: '401  403 403 403 400 403 403',
    form: { issuer: '' },
  },
  'documents/:id': {
    ...noneHere,
    post: '401  403 404 403 404 403 403',
    form: { intent: 'remove' },
  },
  'documents/:id/print': noneHere,
  'documents/:id/file.docx': noneHere,
}
