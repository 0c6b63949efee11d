import type { Row } from './access-row'
import { inClosed } from './campaign-rows'

/** What leaves a report: the page of files, its charts, slides and summary. */
export const meetingRows: Record<string, Row> = {
  'campaigns/:id/gaps/files': { get: '302  403 403 403 200/403 403 403', params: inClosed },
  'campaigns/:id/gaps/charts/:file': {
    get: '302  403 403 403 200/403 403 403',
    params: (at) => ({ ...inClosed(at), file: 'response.svg' }),
  },
  'campaigns/:id/gaps/slides': { get: '302  403 403 403 200/403 403 403', params: inClosed },
  'campaigns/:id/gaps/summary': { get: '302  403 403 403 200/403 403 403', params: inClosed },
}
