import type { PlaceSamples } from '../builders/world'
import type { Row } from './access-row'

const inOpen = (at: PlaceSamples) => ({ id: at.open })

/** The routes of answers on paper; no batch is made in the walk, so its page is one that there is not. */
export const paperRows: Record<string, Row> = {
  'campaigns/:id/paper': {
    get: '302  403 403 403 200/403 403 403',
    post: '401  403 403 403 ok/403 403 403',
    params: inOpen,
  },
  'campaigns/:id/paper/answers.xlsx': { get: '302  403 403 403 200/403 403 403', params: inOpen },
  'campaigns/:id/paper/batches/:batch': {
    get: '302  403 403 403 404/403 403 403',
    post: '401  403 403 403 ok/403 403 403',
    params: (at) => ({ ...inOpen(at), batch: 'no-such-batch' }),
    form: { intent: 'discard' },
  },
  'campaigns/:id/paper/:position/:form': {
    get: '302  403 403 403 200/403 403 403',
    params: (at) => ({ ...inOpen(at), position: 'office-statistics', form: 'a' }),
  },
}
