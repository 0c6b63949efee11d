import fc from 'fast-check'
import { expect, test } from 'vitest'
import { scenario } from '../../../tests/builders/scenario'
import { doMove, offeredActions, replay, startOf } from './engine'
import { explore } from './explore'
import { screenOf, type Move } from './scenario'
import { evidenceOf, scoreOf, scoreSteps } from './scoring'

const task = scenario()
const [check, enter, send] = task.model

test('a task begins at its start with the first value of everything', () => {
  expect(startOf(task)).toMatchObject({
    screen: 'desk',
    values: { checked: false, count: 'none', to: 'nobody' },
  })
})

test('the model solution ends with all points', () => {
  const state = replay(task, task.model)
  expect(state.screen).toBe('end')
  expect(scoreSteps(task, state.values)).toEqual([
    { id: 'looked', points: 1, of: 1 },
    { id: 'counted', points: 2, of: 2 },
    { id: 'sent', points: 1, of: 1 },
  ])
})

test('a step gives half of its points where only that holds', () => {
  const scores = scoreSteps(task, replay(task, [enter!, send!]).values)
  expect(scores.map(({ points }) => points)).toEqual([0, 1, 1])
  expect(scoreOf(scores)).toBe(0.5)
  expect(evidenceOf(task, scores)).toEqual([
    { competency: '7.1', score: 0.5 },
    { competency: '7.4', score: 0.5 },
  ])
})

test('what a screen does not offer is not done', () => {
  const seen = replay(task, [check!])
  expect(doMove(task, seen, check!)).toEqual({ ok: false, faults: [{ kind: 'notOffered' }] })
  expect(doMove(task, startOf(task), send!)).toEqual({ ok: false, faults: [{ kind: 'notOffered' }] })
})

test.each<[string, Move['fields'], unknown]>([
  ['a needed field is empty', {}, { kind: 'needed', field: 'lines' }],
  ['a number is none', { lines: 'mười hai' }, { kind: 'notNumber', field: 'lines' }],
  ['an option is unknown', { lines: 12, marks: ['seal'] }, { kind: 'notAnOption', field: 'marks' }],
  [
    'a choice of several comes as one',
    { lines: 12, marks: 'stamp' },
    { kind: 'notAnOption', field: 'marks' },
  ],
])('a move is refused where %s', (_, fields, fault) => {
  expect(doMove(task, startOf(task), { action: 'enter', fields })).toEqual({ ok: false, faults: [fault] })
})

test('fields keep what was sent when the screen comes back', () => {
  const state = replay(task, [enter!, { action: 'back', fields: {} }])
  expect(state.screen).toBe('desk')
  expect(state.filled.desk).toEqual({ lines: 12, marks: ['stamp'] })
})

test('every state that moves lead to is one that the checker has played', () => {
  const key = (state: { screen: string; values: object }) => JSON.stringify([state.screen, state.values])
  const known = new Set(explore(task).states.map(key))
  const move = fc.record({
    pick: fc.nat(),
    lines: fc.constantFrom(11, 12, 13, 400),
    marks: fc.subarray(['stamp', 'name']),
    place: fc.constantFrom('room', 'street'),
  })
  fc.assert(
    fc.property(fc.array(move, { maxLength: 12 }), (moves) => {
      let state = startOf(task)
      for (const { pick, lines, marks, place } of moves) {
        const offered = offeredActions(screenOf(task, state.screen), state.values)
        if (offered.length === 0) break
        const fields: Move['fields'] = state.screen === 'desk' ? { lines, marks } : { place }
        const after = doMove(task, state, { action: offered[pick % offered.length]!.id, fields })
        if (after.ok) state = after.state
        expect(known).toContain(key(state))
      }
    }),
  )
})
