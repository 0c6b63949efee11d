import { expect, test } from 'vitest'
import { scenario } from '../../../tests/builders/scenario'
import { playFaults, scenarioFaults } from './play'
import type { Scenario } from './scenario'

const keysOf = (task: Scenario) => [...scenarioFaults(task), ...playFaults(task)].map(({ key }) => key)

/** The task with one thing changed in a copy. */
function changed(change: (task: Scenario) => void): Scenario {
  const task = structuredClone(scenario())
  change(task)
  return task
}
const screen = (task: Scenario, id: string) => task.screens.find((each) => each.id === id)!

test('a whole scenario has no faults', () => {
  expect([...scenarioFaults(scenario()), ...playFaults(scenario())]).toEqual([])
})

test.each<[string, (task: Scenario) => void]>([
  ['practice.screen', (task) => void (screen(task, 'send').actions[0]!.then[0]!.go = 'nowhere')],
  ['practice.screen', (task) => void (task.start = 'nowhere')],
  ['practice.document', (task) => void screen(task, 'send').documents.push('letter')],
  ['practice.field', (task) => void screen(task, 'send').actions[0]!.needs.push('lines')],
  ['practice.name', (task) => void (task.scoring[0]!.when = { seen: true })],
  ['practice.name', (task) => void (task.scoring[0]!.when = { lines: 12 })],
  ['practice.value', (task) => void (task.scoring[0]!.when = { to: 'moon' })],
  ['practice.value', (task) => void (screen(task, 'desk').actions[0]!.then[0]!.set = { count: 'many' })],
  ['practice.clash', (task) => void (screen(task, 'send').fields[0]!.id = 'to')],
  ['practice.twice', (task) => void task.screens.push(structuredClone(screen(task, 'end')))],
  ['practice.noEnd', (task) => void (screen(task, 'end').end = false)],
  ['practice.noAction', (task) => void (screen(task, 'send').actions = [])],
  ['practice.lastCase', (task) => void screen(task, 'desk').actions[1]!.then.reverse()],
  ['practice.evidence', (task) => void (task.scoring[0]!.competency = '1.1')],
  ['practice.unscored', (task) => void task.evidence.push({ competency: '1.1', level: 1, difficulty: 0 })],
  ['practice.unreachable', (task) => void task.screens.push({ ...screen(task, 'end'), id: 'attic' })],
  ['practice.never', (task) => void (screen(task, 'desk').actions[0]!.when = { to: 'room' })],
  [
    'practice.neverCase',
    (task) => void screen(task, 'desk').actions[1]!.then.splice(1, 0, { when: { to: 'room' }, set: {} }),
  ],
  ['practice.goal', (task) => void (task.scoring[2]!.when = { to: 'room', count: 'none' })],
  ['practice.half', (task) => void (task.scoring[1]!.half = { to: 'room', count: 'none' })],
  ['practice.model', (task) => void (task.model[2]!.fields = {})],
  ['practice.modelScreen', (task) => void (task.model[2]!.screen = 'desk')],
  ['practice.modelScore', (task) => void (task.model[2]!.fields = { place: 'street' })],
  ['practice.modelEnd', (task) => void task.model.pop()],
  ['practice.mistake', (task) => void (task.mistakes[0]!.begin = 3)],
  ['practice.mistakeStep', (task) => void (task.mistakes[0]!.scores = { nothing: 0 })],
  ['practice.mistakeScore', (task) => void (task.mistakes[1]!.scores = { counted: 1 })],
  [
    'practice.row',
    (task) => void (task.documents[0]!.table = { head: ['a', 'b'], rows: [['1', '2'], ['1']] }),
  ],
])('%s is found', (key, change) => {
  expect(keysOf(changed(change))).toContain(key)
})

test('a screen without a way to an end is found with the state in which one is stuck', () => {
  const task = changed((each) => {
    screen(each, 'send').actions = screen(each, 'send').actions.map((action) => ({
      ...action,
      when: { count: 'right' },
    }))
  })
  const stuck = playFaults(task).find(({ key }) => key === 'practice.stuck')
  expect(stuck?.values).toMatchObject({ screen: 'send' })
  expect(String(stuck?.values?.state)).toContain('count: wrong')
})

test('a scenario with too many states is refused instead of being played for ever', () => {
  const names = Array.from({ length: 16 }, (_, i) => `flag${i}`)
  const task = changed((each) => {
    for (const name of names) each.state[name] = false
    screen(each, 'desk').actions.push(
      ...names.map((name) => ({
        id: name,
        label: { vi: name, en: name },
        needs: [],
        then: [{ set: { [name]: true } }],
      })),
    )
  })
  expect(keysOf(task)).toContain('practice.large')
})

test('a screen that can be filled in too many ways is refused before any is tried', () => {
  const options = [...'abcdefg'].map((id) => ({ id, vi: id, en: id }))
  const ids = ['x1', 'x2', 'x3', 'x4', 'x5', 'x6']
  const task = changed((each) => {
    const desk = screen(each, 'desk')
    for (const id of ids) desk.fields.push({ id, kind: 'choices', label: { vi: id, en: id }, options })
    desk.actions[1]!.needs.push(...ids)
    desk.actions[1]!.then.unshift({
      when: Object.fromEntries(ids.map((id) => [`${id}.a`, true])),
      set: {},
    })
  })
  expect(keysOf(task)).toContain('practice.ways')
})
