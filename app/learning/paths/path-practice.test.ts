import { expect, test } from 'vitest'
import type { PathStep } from './learning-path'
import { practiceOf } from './path-practice'

const step = (module: string, ...covered: string[]): PathStep => ({
  module,
  covers: covered.map((competency) => ({ competency, level: 2 })),
  before: null,
})
const task = (code: string, shows: string[], whom: ('staff' | 'team')[] = ['staff']) => ({
  code,
  for: whom,
  evidence: shows.map((competency) => ({ competency, level: 2, difficulty: 0 })),
})
const placed = (...args: Parameters<typeof practiceOf>) =>
  Object.fromEntries(
    [...practiceOf(...args)].map(([module, tasks]) => [module, tasks.map(({ code }) => code)]),
  )

test('a task stands with the module that names it, in its order', () => {
  const steps = [step('a', 'x'), step('b', 'y')]
  const modules = [{ code: 'b', practice: ['two', 'one', 'gone'] }]
  expect(placed(steps, modules, [task('one', ['x']), task('two', ['x'])], 'staff')).toEqual({
    a: [],
    b: ['two', 'one'],
  })
})

test('a task that no module names stands once, where most of what it shows is taught', () => {
  const steps = [step('a', 'x'), step('b', 'y', 'z'), step('c', 'y', 'z')]
  expect(placed(steps, [], [task('one', ['x', 'y', 'z'])], 'staff')).toEqual({ a: [], b: ['one'], c: [] })
})

test('a task for others, or that shows the half of something else, is left out', () => {
  const tasks = [task('others', ['x'], ['team']), task('strange', ['q']), task('half', ['x', 'q'])]
  expect(placed([step('a', 'x')], [], tasks, 'staff')).toEqual({ a: [] })
})
