import { readdirSync, readFileSync } from 'node:fs'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { parse } from 'yaml'
import { scenarioSchema } from '~/assessment/practice/scenario'
import { fieldsOf, treeFrom } from '../form/form-tree'
import { changeParts } from '../form/parts'
import { taskFromScenario } from './from-scenario'
import { readRows, writeRows } from './rows'
import { pageTree, taskFrom, treeOfTask, type TaskPageName } from './task-form'
import { taskDrafts } from './task-kind'
import { taskLists } from './task-parts'
import { withTaskCode } from './task-code'
import { templateTask } from './template'
import { faultsOfTask, wholeTask } from './to-scenario'
import { scenario as builtScenario } from '../../../tests/builders/scenario'

const folder = 'content/practice'
const shipped = readdirSync(folder).map((name) =>
  scenarioSchema.parse(parse(readFileSync(`${folder}/${name}`, 'utf8'))),
)

/** A list of one value asks the same as the value. */
const unlisted = (value: unknown): unknown =>
  JSON.parse(JSON.stringify(value).replace(/:\["([a-z]+)"\](?=[,}])/g, ':"$1"'))

test.each(shipped)('$code as a draft is the same task again, and has no fault', (scenario) => {
  const draft = taskFromScenario(scenario)
  const whole = wholeTask(draft)
  expect(unlisted(whole)).toEqual(unlisted({ scenario: { ...scenario, version: 1 } }))
  expect(faultsOfTask(draft)).toEqual([])
  expect(taskDrafts.schema.parse({ ...scenario, id: 'x@1' })).toEqual(draft)
  expect(taskDrafts.schema.parse(draft)).toEqual(draft)
})

test.each(shipped)('every page of the form of $code gives the draft back', (scenario) => {
  const draft = taskFromScenario(scenario)
  const whole = treeOfTask(draft)
  expect(taskFrom(whole, draft)).toEqual({ data: draft })
  const pages: [TaskPageName, string?][] = [
    ['about'],
    ['documents'],
    ['scoring'],
    ...scenario.screens.map(({ id }): [TaskPageName, string] => ['screen', id]),
  ]
  for (const [page, screen] of pages) {
    const sent = treeFrom(fieldsOf(pageTree(whole, page, screen)))
    expect(taskFrom(taskDrafts.settle!(sent), draft)).toEqual({ data: draft })
  }
})

test('a screen that was copied on the first page has what the other had; one taken out is gone', () => {
  const draft = taskFromScenario(shipped[0]!)
  const about = pageTree(treeOfTask(draft), 'about')
  const copied = taskFrom(changeParts(about, 'copy.screens.0', taskLists), draft)
  const screens = 'data' in copied ? copied.data.screens : []
  expect(screens).toHaveLength(draft.screens.length + 1)
  expect({ ...screens[1], id: '' }).toEqual({ ...draft.screens[0], id: '' })
  expect(screens[1]!.id).not.toBe(draft.screens[0]!.id)
  const fewer = taskFrom(changeParts(about, 'remove.screens.0', taskLists), draft)
  expect('data' in fewer && fewer.data.screens).toEqual(draft.screens.slice(1))
})

test('a list whose last part is taken out is empty afterwards', () => {
  const draft = taskFromScenario(builtScenario())
  const documents = pageTree(treeOfTask(draft), 'documents')
  const read = taskFrom(treeFrom(fieldsOf(changeParts(documents, 'remove.documents.0', taskLists))), draft)
  expect('data' in read && read.data.documents).toEqual([])
})

test('what is wrong is told at its place', () => {
  const draft = taskFromScenario(builtScenario())
  const broken = structuredClone(draft)
  broken.screens[0]!.actions[0]!.outcomes[0]!.set = 'to ='
  broken.title.en = ''
  broken.evidence[0]!.difficulty = 'khó'
  expect(faultsOfTask(broken)).toEqual([
    { key: 'fault.emptyEn', path: 'title' },
    { key: 'fault.number', path: 'evidence.e1.difficulty' },
    {
      key: 'fault.expression',
      path: `screens.desk.actions.${broken.screens[0]!.actions[0]!.id}.outcomes.c1.set`,
    },
  ])
  const lost = structuredClone(draft)
  lost.screens[0]!.actions[0]!.outcomes[0]!.go = 'nowhere'
  expect(faultsOfTask(lost)).toContainEqual({
    key: 'practice.screen',
    path: `screens.desk.actions.${lost.screens[0]!.actions[0]!.id}.outcomes.c1`,
    values: { screen: 'nowhere' },
  })
  const dead = structuredClone(draft)
  dead.scoring[0]!.when = 'checked = false; checked2 = true'
  expect(faultsOfTask(dead)).toContainEqual(
    expect.objectContaining({ key: 'practice.name', path: `scoring.${dead.scoring[0]!.id}` }),
  )
})

test('rows of cells that were written are read back', () => {
  const cell = fc.string({ maxLength: 8 }).map((each) => each.replace(/\s+/g, ' ').trim())
  const both = fc.record({ vi: cell.map((each) => `${each}x`), en: cell.map((each) => `${each}y`) })
  fc.assert(
    fc.property(fc.array(fc.array(both, { minLength: 1, maxLength: 4 }), { maxLength: 4 }), (rows) => {
      expect(readRows(writeRows(rows))).toEqual(rows)
    }),
  )
  expect(readRows({ vi: 'a | b', en: 'a' })).toBeNull()
})

test('a new task gets a code of its title that nobody has', () => {
  const draft = { ...taskFromScenario(builtScenario()), code: '', title: { vi: 'Gửi báo cáo!', en: 'Send' } }
  expect(withTaskCode(draft, () => false).code).toBe('gui-bao-cao')
  expect(withTaskCode(draft, (code) => code === 'gui-bao-cao').code).not.toBe('gui-bao-cao')
  expect(withTaskCode({ ...draft, code: 'own' }, () => false).code).toBe('own')
})

test('what a new task begins as is whole, and can be done to its end', () => {
  expect(faultsOfTask(taskFromScenario(templateTask))).toEqual([])
})
