import type { PlaceSamples } from '../builders/world'
import type { Row } from './access-row'

const inClass = (at: PlaceSamples) => ({
  id: at.classId,
  session: at.classSession,
  form: 'before',
  number: '1',
})
const manage = '302  403 403 200/403 200/403 403 403'
const change = '401  403 403 ok/403 ok/403 403 403'

/** The routes of training classes and of badges; whoever learns here has a seat in the class here. */
export const classRows: Record<string, Row> = {
  classes: { get: '302  403 403 200 200 403 403' },
  'classes/new': { get: '302  403 403 200 200 403 403', post: '401  403 403 ok ok 403 403' },
  'classes/import': { get: '302  403 403 200 200 403 403', post: '401  403 403 ok ok 403 403' },
  'classes/import/template.xlsx': { get: '302  403 403 200 200 403 403' },
  'classes/:id': { get: manage, post: change, params: inClass, form: { intent: 'delete' } },
  'classes/:id/edit': { get: manage, post: change, params: inClass },
  'classes/:id/people': {
    get: manage,
    post: change,
    params: inClass,
    form: { intent: 'list', step: 'check', people: '01321-0022' },
  },
  'classes/:id/sessions/:session': { get: manage, post: change, params: inClass },
  'classes/:id/sessions/:session/sheet': { get: manage, params: inClass },
  'classes/:id/sessions/:session/code': { get: manage, params: inClass },
  'classes/:id/certificates': { get: manage, post: change, params: inClass },
  'classes/:id/certificates/print': { get: manage, params: inClass },
  'me/classes': { get: '302  200 403 403 403 403 403' },
  'me/classes/:id': { get: '302  200/404 403 403 403 403 403', params: inClass },
  'me/classes/:id/quiz/:form': {
    get: '302  200/404 403 403 403 403 403',
    post: '401  ok/404 403 403 403 403 403',
    params: inClass,
  },
  'me/classes/:id/quiz/:form/:number': {
    get: '302  404 403 403 403 403 403',
    post: '401  404 403 403 403 403 403',
    params: (at) => ({ ...inClass(at), number: '99' }),
  },
  'attend/:code': {
    get: '302  404 403 403 403 403 403',
    post: '401  404 403 403 403 403 403',
    params: () => ({ code: 'no-such-code' }),
  },
  'badges/issuer': { get: '200  200 200 200 200 200 200' },
  'badges/:number': {
    get: '200  200 200 200 200 200 200',
    params: (at) => ({ number: at.certificate }),
  },
}
