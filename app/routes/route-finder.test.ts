import { expect, test } from 'vitest'
import { routeFinder } from './route-finder'

const find = routeFinder([
  { id: 'home', index: true },
  { id: 'not-found', path: '*' },
  ...[
    'learn',
    'learn/:module',
    'learn/:module/:lesson',
    'learn/:module/quiz',
    'learn/:module/quiz/:number',
    'learn/:module/quiz/result',
    'campaigns/:id/gaps.xlsx',
    'api',
    'api/v1/*',
  ].map((path) => ({ id: path, path })),
])

test.each([
  ['/', 'home'],
  ['/learn', 'learn'],
  ['/learn/', 'learn'],
  ['/LEARN/Infosec', 'learn/:module'],
  ['/learn/infosec/phishing', 'learn/:module/:lesson'],
  ['/learn/infosec/quiz', 'learn/:module/quiz'],
  ['/learn/infosec/quiz/result', 'learn/:module/quiz/result'],
  ['/learn/infosec/quiz/3', 'learn/:module/quiz/:number'],
  ['/learn/infosec/quiz/3.data', 'learn/:module/quiz/:number'],
  ['/campaigns/x/gaps.xlsx', 'campaigns/:id/gaps.xlsx'],
  ['/learn/infosec/quiz/3/4', 'not-found'],
  ['/nowhere', 'not-found'],
  ['/api', 'api'],
  ['/api/v1', 'api/v1/*'],
  ['/api/v1/campaigns/x/figures', 'api/v1/*'],
  ['/api/v2', 'not-found'],
])('%s is %s', (path, id) => {
  expect(find(path)).toBe(id)
})
