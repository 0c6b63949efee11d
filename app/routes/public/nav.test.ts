import { expect, test } from 'vitest'
import type { Grant } from '~/platform/policy/actor'
import { homeOf, navOf } from './nav'

const learner: Grant = { role: 'learner', provinceCode: '04', communeCode: '01321' }
const leader: Grant = { role: 'leader', provinceCode: '04', communeCode: '01321' }
const planner: Grant = { role: 'planner', provinceCode: '04', communeCode: null }
const trainer: Grant = { role: 'trainer', provinceCode: null, communeCode: null }
const administrator: Grant = { role: 'administrator', provinceCode: null, communeCode: null }

test.each([
  [[learner], 'p1', '/me'],
  [[learner, leader], 'p1', '/me'],
  [[leader], null, '/desk'],
  [[planner], null, '/desk'],
  [[administrator], null, '/desk'],
  [[trainer], null, '/desk'],
  [[planner, administrator], null, '/desk'],
  [[], null, '/help'],
])('home of %j', (grants, personId, home) => {
  expect(homeOf({ personId, grants })).toBe(home)
})

test('without an account there are open modules and help; a learner sees no desk', () => {
  expect(navOf(null).map(({ key }) => key)).toEqual(['learn', 'help'])
  expect(navOf({ personId: 'p1', grants: [learner] }).map(({ key }) => key)).toEqual([
    'tasks',
    'learn',
    'results',
    'help',
  ])
})
