import { afterEach, describe, expect, it } from 'vitest'
import { browser, type Browser } from '../../../tests/builders/browser'
import { actor, person, plannerGrant } from '../../../tests/builders/campaign'
import { freshDatabase } from '../../../tests/builders/database'
import { essay } from '../../../tests/builders/items'
import { storedModule, teachingItem } from '../../../tests/builders/module'
import { refusal } from '../../../tests/builders/refusal'
import type { Entries } from '~/assessment/answer-entry'
import type { Actor } from '~/platform/policy/actor'
import type { ModuleVersion } from '../module'

await freshDatabase()
const { setClock } = await import('~/platform/clock/now.server')
const { reader } = await import('~/platform/db/db.server')
const { erasePerson } = await import('~/campaigns/erase-person.server')
const { finishLesson, progressOf } = await import('../progress.server')
const { answerQuestion } = await import('../quiz/answer-question.server')
const { quizQuestion, quizResult, quizStart } = await import('../quiz/quiz-pages.server')
const { startAttempt } = await import('../quiz/start-attempt.server')
const { markAnswer } = await import('./mark-answer.server')
const { viewAnswer } = await import('./view-answer.server')
const { viewMarking, waitingForMarks } = await import('./waiting.server')

const someone = (provinceCode = '04', communeCode = '01321') =>
  person({ provinceCode, communeCode, positionCode: 'office-statistics', fullName: 'Hoàng Thị Kín' })
const trainer = (provinceCode: string | null = '04', personId: string | null = null): Actor =>
  actor({ personId, grants: [{ role: 'trainer', provinceCode, communeCode: null }] })

const text = 'Vì liên kết dẫn ra ngoài.\nTôi báo cho bộ phận an toàn.'
let count = 0

/** A module with one single choice and one long answer; half of the points pass. */
async function moduleWithEssay(pass = 50): Promise<ModuleVersion> {
  const code = `essay-${++count}`
  const rubric = essay().rubric
  const levels = [0, 2, 4].map((points) => ({ points, vi: `Mức ${points}`, en: `Level ${points}` }))
  return storedModule({
    code,
    pass,
    items: [
      teachingItem(`${code}-q1`),
      teachingItem(`${code}-q2`, {
        kind: 'essay',
        most: 300,
        rubric: [
          { ...rubric[0]!, id: 'clear', levels },
          { ...rubric[0]!, id: 'whole', levels: levels.slice(0, 2) },
        ],
      } as never),
    ],
  })
}

const start = async (at: Browser, of: ModuleVersion) =>
  startAttempt(await at.learner(), of, await at.context())

async function answer(at: Browser, of: ModuleVersion, choice: string, essayText: string | null = text) {
  const { id, items } = await start(at, of)
  const outcomes = []
  for (const [i, itemId] of items.entries()) {
    const long = itemId.includes('-q2@')
    const entries: Entries = !long ? { v: [choice] } : essayText === null ? { v: ['?'] } : { t: [essayText] }
    const input = { number: i + 1, attemptId: id, entries }
    outcomes.push(await answerQuestion(await at.learner(), of, input, await at.context()))
  }
  return { id, outcomes }
}

const result = async (at: Browser, of: ModuleVersion) => quizResult(await at.learner(), of, 'vi')
const waitingOf = (of: ModuleVersion) =>
  reader.sql.all<{ id: string }>(
    `SELECT m.id FROM EssayMark m JOIN QuizAttempt a ON a.id = m.attemptId WHERE a.moduleCode = ? ORDER BY m.id`,
    of.code,
  )
const form = (clear: number | '', whole: number | '', comment = '') =>
  new Map([
    ['level.clear', String(clear)],
    ['level.whole', String(whole)],
    ['comment', comment],
  ])
const mark = (by: Actor, id: string, fields: Map<string, string>, seen = 0) =>
  markAnswer(by, { id, seen, fields })

async function readAll(at: Browser, of: ModuleVersion) {
  for (const lesson of ['one', 'two']) await finishLesson(await at.learner(), of, lesson, await at.context())
}

afterEach(() => {
  setClock()
})

describe('a quiz with a long answer', () => {
  it('waits for marks once every question is answered: no score, no pass, and no other attempt until then', async () => {
    const module = await moduleWithEssay()
    const at = browser(await someone())
    const { id, outcomes } = await answer(at, module, 'b')
    expect(outcomes).toEqual([{ kind: 'saved' }, { kind: 'saved' }])
    expect(await result(at, module)).toMatchObject({ waiting: 1, score: null, points: null, passed: false })
    expect(quizStart(await at.learner(), module, 'vi')).toMatchObject({
      waiting: true,
      running: null,
      best: null,
      essays: true,
      past: [{ score: null, passed: null }],
    })
    expect((await start(at, module)).id).toBe(id)
    expect(progressOf(await at.learner(), module.code)).toMatchObject({ bestScore: null, passedAt: null })
  })

  it('is settled by the last mark: score, pass, finished module and certificate together', async () => {
    const module = await moduleWithEssay()
    const at = browser(await someone())
    await readAll(at, module)
    await answer(at, module, 'b')
    const [waiting] = waitingOf(module)
    expect(await mark(trainer(), waiting!.id, form(1, 1, 'Rõ, thêm nơi báo.'))).toMatchObject({
      kind: 'saved',
    })
    // One point for the choice, 4 of 6 points for the answer.
    const ended = await result(at, module)
    expect(ended).toMatchObject({ waiting: 0, passed: true, finished: true })
    expect(ended!.score).toBeCloseTo((1 + 4 / 6) / 2, 12)
    expect(ended!.certificate).not.toBeNull()
    expect(progressOf(await at.learner(), module.code)!.bestScore).toBeCloseTo(5 / 6, 12)
    const places = ended!.questions.findIndex(({ verdict }) => verdict === 'partly')
    const told = quizQuestion(await at.learner(), module, String(places + 1), 'vi')!
    expect(told.asked).toMatchObject({
      feedback: {
        essay: { text, comment: 'Rõ, thêm nơi báo.' },
        parts: [
          { points: { given: 2, most: 4 }, why: 'Mức 2' },
          { points: { given: 2, most: 2 }, why: 'Mức 2' },
        ],
      },
    })
  })

  it('is not passed where the marks do not suffice, and can then be taken again', async () => {
    const module = await moduleWithEssay(80)
    const at = browser(await someone())
    const { id } = await answer(at, module, 'b')
    await mark(trainer(), waitingOf(module)[0]!.id, form(0, 0))
    expect(await result(at, module)).toMatchObject({ score: 0.5, passed: false })
    expect((await start(at, module)).id).not.toBe(id)
  })

  it('needs no marks where the person does not know', async () => {
    const module = await moduleWithEssay()
    const at = browser(await someone())
    await answer(at, module, 'b', null)
    expect(waitingOf(module)).toEqual([])
    expect(await result(at, module)).toMatchObject({ score: 0.5, passed: true })
  })

  it('asks no long answer of somebody without a learning record', async () => {
    const module = await moduleWithEssay()
    const at = browser(null)
    const { items } = await start(at, module)
    expect(items).toEqual([`${module.code}-q1@1`])
    expect(quizStart(await at.learner(), module, 'vi').count).toBe(1)
    await answer(at, module, 'b')
    expect(await result(at, module)).toMatchObject({ score: 1, passed: true })
  })

  it('keeps the first answer, and says what is wrong with one that is too long', async () => {
    const module = await moduleWithEssay()
    const at = browser(await someone())
    const { id, items } = await start(at, module)
    const number = items.findIndex((each) => each.includes('-q2@')) + 1
    const send = async (t: string) =>
      answerQuestion(
        await at.learner(),
        module,
        { number, attemptId: id, entries: { t: [t] } },
        await at.context(),
      )
    expect(await send('từ '.repeat(301))).toMatchObject({ kind: 'fault', fault: 'tooManyWords' })
    expect(await send(text)).toEqual({ kind: 'saved' })
    expect(await send(text)).toEqual({ kind: 'saved' })
    expect(await send('Khác.')).toEqual({ kind: 'kept' })
    expect(waitingOf(module)).toHaveLength(1)
  })
})

describe('marking', () => {
  it('shows nothing of who wrote', async () => {
    const module = await moduleWithEssay()
    const at = browser(await someone())
    const { id: attempt } = await answer(at, module, 'b')
    const { id } = waitingOf(module)[0]!
    const shown = JSON.stringify([
      viewAnswer(trainer(), id, 'vi'),
      viewMarking(trainer(), 'vi'),
      await mark(trainer(), id, form('', 0)),
    ])
    const { personId, accountId } = at.actor!
    for (const known of [personId!, accountId, attempt, 'Hoàng', '01321']) expect(shown).not.toContain(known)
    expect(viewAnswer(trainer(), id, 'vi')).toMatchObject({ text, revision: 0, mark: null, closed: false })
  })

  it('is for trainers of the province, or of all; for nobody else, and never for one’s own answer', async () => {
    const module = await moduleWithEssay()
    const own = await someone()
    await answer(browser(own), module, 'b')
    const { id } = waitingOf(module)[0]!
    const [other, everywhere] = [trainer('19'), trainer(null)]
    const himself = { ...own, grants: [...own.grants, ...trainer().grants] }
    for (const by of [other, himself]) {
      expect(await refusal(() => viewAnswer(by, id, 'vi'))).toBe('notFound')
      expect(await refusal(mark(by, id, form(2, 1)))).toBe('notFound')
    }
    expect([trainer(), everywhere].map((by) => viewAnswer(by, id, 'vi').id)).toEqual([id, id])
    expect(waitingForMarks(himself)).toBe(waitingForMarks(trainer()) - 1)
    expect(waitingForMarks(other)).toBe(0)
    expect(waitingForMarks(own)).toBe(0)
    const planner = actor({ grants: [plannerGrant('04')] })
    expect(await refusal(() => viewMarking(planner, 'vi'))).toBe('notAllowed')
    expect(await refusal(mark(planner, id, form(2, 1)))).toBe('notAllowed')
  })

  it('tells what a form lacks, and keeps what was typed', async () => {
    const module = await moduleWithEssay()
    await answer(browser(await someone()), module, 'b')
    const { id } = waitingOf(module)[0]!
    expect(await mark(trainer(), id, form('', 1, 'Nhận xét'))).toEqual({
      kind: 'fault',
      typed: { levels: { whole: 1 }, comment: 'Nhận xét' },
      fault: { criteria: ['clear'], long: false },
    })
    expect(await mark(trainer(), id, form(9, 1))).toMatchObject({ fault: { criteria: ['clear'] } })
    expect(await mark(trainer(), id, form(1, 1, 'x'.repeat(1001)))).toMatchObject({ fault: { long: true } })
    expect(viewAnswer(trainer(), id, 'vi').mark).toBeNull()
  })

  it('of two at once keeps the first and tells the second, whose mark then replaces it knowingly', async () => {
    const module = await moduleWithEssay()
    const at = browser(await someone())
    await answer(at, module, 'b')
    const { id } = waitingOf(module)[0]!
    const outcomes = await Promise.all([mark(trainer(), id, form(2, 1)), mark(trainer(), id, form(1, 1))])
    expect(outcomes.map(({ kind }) => kind).sort()).toEqual(['conflict', 'saved'])
    const shown = viewAnswer(trainer(), id, 'vi')
    expect(shown.revision).toBe(1)
    expect(await mark(trainer(), id, form(0, 1), shown.revision)).toMatchObject({ kind: 'saved' })
    expect((await result(at, module))!.score).toBeCloseTo((1 + 2 / 6) / 2, 12)
    // The same form sent twice changes nothing.
    expect(await mark(trainer(), id, form(0, 1), shown.revision)).toMatchObject({ kind: 'saved' })
    expect(viewAnswer(trainer(), id, 'vi').revision).toBe(2)
  })

  it('can be changed for seven days, up or down, but takes no pass back', async () => {
    const module = await moduleWithEssay(60)
    const at = browser(await someone())
    await answer(at, module, 'b')
    const { id } = waitingOf(module)[0]!
    await mark(trainer(), id, form(2, 1))
    expect(await mark(trainer(), id, form(0, 0), 1)).toMatchObject({ kind: 'passed' })
    expect(await mark(trainer(), id, form(1, 0), 1)).toMatchObject({ kind: 'saved' })
    expect(await result(at, module)).toMatchObject({ passed: true })
    expect((await result(at, module))!.score).toBeCloseTo((1 + 2 / 6) / 2, 12)
    setClock(new Date(Date.now() + 7.1 * 86_400_000))
    expect(viewAnswer(trainer(), id, 'vi').closed).toBe(true)
    expect(await mark(trainer(), id, form(2, 0), 2)).toMatchObject({ kind: 'closed' })
  })

  it('lists items by the longest wait, and leads from answer to answer in an order that stays', async () => {
    const module = await moduleWithEssay()
    for (let i = 0; i < 3; i++) await answer(browser(await someone('19', '05443')), module, 'b')
    const ids = waitingOf(module).map(({ id }) => id)
    const by = trainer('19')
    expect(viewMarking(by, 'vi')).toMatchObject({
      count: 3,
      waiting: [{ itemId: `${module.code}-q2@1`, count: 3, first: ids[0] }],
      marked: [],
    })
    expect(ids.map((id) => viewAnswer(by, id, 'vi').next)).toEqual([ids[1], ids[2], ids[0]])
    expect(await mark(by, ids[1]!, form(2, 1))).toEqual({ kind: 'saved', next: ids[2] })
    expect(await mark(by, ids[2]!, form(2, 1))).toEqual({ kind: 'saved', next: ids[0] })
    expect(await mark(by, ids[0]!, form(2, 1))).toEqual({ kind: 'saved', next: null })
    expect(viewMarking(by, 'vi')).toMatchObject({ count: 0, waiting: [], marked: [{}, {}, {}] })
  })

  it('is in the audit without a word of the answer or the comment, and goes with the person', async () => {
    const module = await moduleWithEssay()
    const at = browser(await someone())
    await answer(at, module, 'b')
    const { id } = waitingOf(module)[0]!
    await mark(trainer(), id, form(2, 1, 'Lời riêng'))
    const noted = reader.sql.all<{ detail: string }>(
      "SELECT detail FROM AuditEntry WHERE action = 'answer.mark' AND subject = ?",
      id,
    )
    expect(noted).toEqual([{ detail: '{"revision":1}' }])
    await erasePerson(actor({ grants: [plannerGrant('04')] }), at.actor!.personId!)
    expect(waitingOf(module)).toEqual([])
    expect(reader.sql.all('SELECT 1 FROM EssayMark WHERE id = ?', id)).toEqual([])
    expect(await refusal(() => viewAnswer(trainer(), id, 'vi'))).toBe('notFound')
  })
})
