import { randomUUID } from 'node:crypto'
import { beforeEach, describe, expect, it } from 'vitest'
import { person } from '../../../tests/builders/campaign'
import { freshDatabase } from '../../../tests/builders/database'
import { refusal } from '../../../tests/builders/refusal'
import { scenario } from '../../../tests/builders/scenario'
import type { Move } from '~/assessment/practice/scenario'
import type { Actor } from '~/platform/policy/actor'

await freshDatabase()
const { inTransaction, reader } = await import('~/platform/db/db.server')
const { doPractice, startPractice, typedPractice } = await import('./do-practice.server')
const { ownPractice, runningTry } = await import('./own-practice.server')
const { practiceList, practiceResult, practiceStart, practiceTask } = await import('./practice-views.server')

let count = 0
let code: string
let me: Actor
beforeEach(async () => {
  code = `trial-${++count}`
  await stored(1)
  me = await someone()
})

const someone = () => person({ provinceCode: '04', communeCode: '01321', positionCode: 'office-statistics' })

async function stored(version: number, more: Partial<ReturnType<typeof scenario>> = {}): Promise<void> {
  const data = JSON.stringify(scenario({ code, version, ...more }))
  await inTransaction((tx) =>
    tx.practiceVersion.create({
      data: {
        id: `${code}@${version}`,
        code,
        version,
        purpose: 'teach',
        data,
        hash: `${code}-${version}`,
        loadedAt: new Date('2026-11-01T00:00:00Z'),
      },
    }),
  )
}

const withdrawn = () =>
  inTransaction((tx) => tx.practiceVersion.updateMany({ where: { code }, data: { retired: true } }))

const page = (of = me) => practiceTask(of, code, 'vi')

/** The form as a page of the task sends it. */
function sent(move: Partial<Move>, over: Record<string, string> = {}, of = me): FormData {
  const form = new FormData()
  const shown = page(of)
  const { action, fields } = { fields: {}, ...move }
  for (const [id, value] of Object.entries(fields))
    for (const each of [value].flat()) form.append(`f.${id}`, String(each))
  if (action) form.set('action', action)
  for (const [name, value] of Object.entries({
    at: String(shown?.at ?? 0),
    answerId: shown?.answerId ?? randomUUID(),
    ...over,
  }))
    form.set(name, value)
  return form
}

const send = async (move: Partial<Move>, over: Record<string, string> = {}) =>
  (await doPractice(me, code, sent(move, over))).outcome
const finish = () => send({}, { end: 'sure' })

const { model } = scenario()
async function playModel(): Promise<void> {
  await startPractice(me, code)
  for (const { action, fields } of model) expect(await send({ action, fields })).toEqual({ kind: 'done' })
  expect(await finish()).toEqual({ kind: 'ended' })
}

const rows = (sql: string) => reader.sql.get<{ n: number }>(sql, code)!.n
const tries = () => rows('SELECT count(*) AS n FROM PracticeRun WHERE code = ?')
const moves = () =>
  rows('SELECT count(*) AS n FROM PracticeMove m JOIN PracticeRun r ON r.id = m.runId WHERE r.code = ?')

describe('a try at a practice task', () => {
  it('begins once, however often the start is sent, and goes on where it stood', async () => {
    expect(page()).toBeNull()
    await startPractice(me, code)
    await startPractice(me, code)
    expect(tries()).toBe(1)
    await send({ action: 'check' })
    await startPractice(me, code)
    expect(tries()).toBe(1)
    expect(page()).toMatchObject({ at: 1, view: { id: 'desk', said: { tone: 'done' } } })
  })

  it('does a move once, however often the same page sends it', async () => {
    await startPractice(me, code)
    const form = sent({ action: 'check' })
    for (let times = 0; times < 3; times += 1)
      expect((await doPractice(me, code, form)).outcome).toEqual({ kind: 'done' })
    expect(moves()).toBe(1)
  })

  it('does nothing that an older page asks for, and keeps what was done', async () => {
    await startPractice(me, code)
    const second = sent({ action: 'enter', fields: { lines: 13 } })
    await send({ action: 'check' })
    expect((await doPractice(me, code, second)).outcome).toEqual({ kind: 'stale' })
    expect(moves()).toBe(1)
    expect(page()!.view.id).toBe('desk')
  })

  it('takes the Enter key, which presses no button, for the move that what was filled in is for', async () => {
    await startPractice(me, code)
    expect(await send({ fields: { lines: 12 } })).toEqual({ kind: 'done' })
    expect(page()!.view.id).toBe('send')
  })

  it('says what is missing and gives back what was typed, and stores neither', async () => {
    await startPractice(me, code)
    const typed = { marks: ['name'] }
    const { outcome, typed: kept } = await doPractice(me, code, sent({ action: 'enter', fields: typed }))
    expect(outcome).toEqual({ kind: 'fault', faults: [{ kind: 'needed', field: 'lines' }] })
    expect(kept).toEqual(typed)
    const words = sent({ action: 'enter', fields: { lines: 'mười hai' } })
    expect((await doPractice(me, code, words)).outcome).toMatchObject({ faults: [{ kind: 'notNumber' }] })
    expect(typedPractice(me, code, words)).toEqual({ lines: 'mười hai' })
    expect(moves()).toBe(0)
  })

  it('ends with the points of every scored step, and a second end changes nothing', async () => {
    await playModel()
    const before = practiceResult(me, code, 'vi')!
    expect(before).toMatchObject({ score: 1, best: 1, number: 1 })
    expect(before.steps.map(({ points, of }) => [points, of])).toEqual([
      [1, 1],
      [2, 2],
      [1, 1],
    ])
    expect(before.competencies.map(({ score }) => score)).toEqual([1, 1])
    expect(await finish()).toEqual({ kind: 'ended' })
    expect(await send({ action: 'check' })).toEqual({ kind: 'ended' })
    expect(practiceResult(me, code, 'vi')).toEqual(before)
  })

  it('scores what was done where it is ended early', async () => {
    await startPractice(me, code)
    await send({ action: 'check' })
    await finish()
    expect(practiceResult(me, code, 'vi')!.score).toBe(1 / 4)
  })

  it('can be made again: the best stays, the result is the last one', async () => {
    await playModel()
    await startPractice(me, code)
    expect(practiceStart(me, code, 'vi')).toMatchObject({ state: 'running', best: 1 })
    expect(page()).toMatchObject({ at: 0, view: { id: 'desk', said: null } })
    await finish()
    expect(practiceResult(me, code, 'vi')).toMatchObject({ number: 2, score: 0, best: 1 })
    expect(practiceStart(me, code, 'vi')).toMatchObject({
      state: 'done',
      tries: [
        { number: 2, score: 0 },
        { number: 1, score: 1 },
      ],
    })
  })

  it('is not begun by a move', async () => {
    expect(await send({ action: 'check' })).toEqual({ kind: 'notBegun' })
    expect(tries()).toBe(0)
  })

  it('refuses a page without the mark of its move', async () => {
    await startPractice(me, code)
    expect(await refusal(() => send({ action: 'check' }, { answerId: 'no' }))).toBe('badRequest')
  })

  it('belongs to its account', async () => {
    await playModel()
    const other = await someone()
    expect(practiceTask(other, code, 'vi')).toBeNull()
    expect(practiceResult(other, code, 'vi')).toBeNull()
    expect(ownPractice(other, code).runs).toEqual([])
    expect(practiceList(other, 'vi').find((each) => each.code === code)).toMatchObject({
      state: 'fresh',
      best: null,
    })
  })
})

it('stands after the tasks for people like the reader where it is for others', async () => {
  const own = code
  code = `a-${code}`
  await stored(1, { for: ['team'] })
  const codes = practiceList(me, 'vi').map((each) => each.code)
  expect(codes.indexOf(code)).toBeGreaterThan(codes.indexOf(own))
})

describe('a task that changes', () => {
  it('goes on in the version in which the try began; the next try takes the new one', async () => {
    await startPractice(me, code)
    await stored(2)
    expect(runningTry(me, code)!.run.scenario.version).toBe(1)
    await send({ action: 'check' })
    await finish()
    await startPractice(me, code)
    expect(runningTry(me, code)!.run.scenario.version).toBe(2)
  })

  it('stays readable and can be ended by whoever began it after it was withdrawn; nobody begins it any more', async () => {
    await startPractice(me, code)
    await withdrawn()
    expect(await send({ action: 'check' })).toEqual({ kind: 'done' })
    await finish()
    expect(practiceResult(me, code, 'vi')!.score).toBe(1 / 4)
    expect(practiceList(me, 'vi').some((each) => each.code === code)).toBe(false)
    expect(await refusal(() => startPractice(me, code))).toBe('notFound')
    const other = await someone()
    expect(await refusal(() => practiceStart(other, code, 'vi'))).toBe('notFound')
  })
})
