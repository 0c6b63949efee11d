import { randomUUID } from 'node:crypto'
import { beforeEach, describe, expect, it } from 'vitest'
import { campaign, invitee, person } from '../../tests/builders/campaign'
import { freshDatabase } from '../../tests/builders/database'
import { refusal } from '../../tests/builders/refusal'
import { movesOf, type Move } from '~/assessment/practice/scenario'
import type { StepScore } from '~/assessment/practice/scoring'
import type { Actor } from '~/platform/policy/actor'
import type { SurveyPractice } from './survey-page'

await freshDatabase()
const { reader } = await import('~/platform/db/db.server')
const { scoredAnswers } = await import('~/assessment/stored-answers.server')
const { scenarioVersion } = await import('~/assessment/practice/versions.server')
const { doPracticePart, typedPractice } = await import('./practice-step.server')
const { ownSurvey, planOf } = await import('./sitting.server')
const { startSitting } = await import('./start-sitting.server')
const { submitSitting } = await import('./submit.server')
const { surveyCheck, surveyHome, surveyStep } = await import('./survey-pages.server')
const { myResult } = await import('./my-result.server')

const commune = { provinceCode: '04', communeCode: '01321' }
const targets = { '4.2': 2, '7.1': 2, '7.4': 2 }
let campaignId: string
let me: Actor & { personId: string }

beforeEach(async () => {
  campaignId = await campaign({ provinceCode: '04', communeCodes: [commune.communeCode] })
  me = await asked()
})

async function asked() {
  const learner = await person({ ...commune, positionCode: 'office-statistics' })
  await invitee({ campaignId, personId: learner.personId, communeCode: commune.communeCode, targets })
  await startSitting(learner, campaignId, 'person', 'vi')
  return learner
}

const survey = () => ownSurvey(me, campaignId, 'person')
const sittingId = () => survey().sittingId!
const plan = () => planOf(sittingId(), survey().plan!)
/** The practice task among the steps of the sitting. */
function step() {
  const found = plan().find((each) => each.kind === 'practice')
  if (found?.kind !== 'practice') throw new Error('no practice task is asked for')
  return found
}
const scenario = () => scenarioVersion(step().ref)

function page(who = me): SurveyPractice {
  const shown = surveyStep(who, campaignId, 'person', step().step, 'vi')
  if (shown?.shows !== 'practice') throw new Error('not a practice task')
  return shown
}

/** The form as its page sends it. */
function sent(move: Partial<Move>, over: Record<string, string> = {}): FormData {
  const form = new FormData()
  const { part, answerId } = page()
  for (const [id, value] of Object.entries(move.fields ?? {}))
    for (const each of [value].flat()) form.append(`f.${id}`, String(each))
  if (move.action) form.set('action', move.action)
  for (const [name, value] of Object.entries({ at: String(part.at), answerId, ...over }))
    form.set(name, value)
  return form
}

const input = (form: FormData, sitting = sittingId()) => ({
  campaignId,
  kind: 'person' as const,
  step: step().step,
  sittingId: sitting,
  form,
})
const send = async (move: Partial<Move>, over: Record<string, string> = {}) =>
  (await doPracticePart(me, input(sent(move, over)))).outcome
const end = () => send({}, { end: 'sure' })

async function play(moves: readonly Move[]): Promise<void> {
  for (const move of moves) expect(await send(move)).toEqual({ kind: 'done' })
}

const answers = () => scoredAnswers(reader.sql, { sittingId: sittingId(), steps: [step()] })
const responses = () =>
  reader.sql.all<{ value: string; score: number }>(
    'SELECT value, score FROM Response WHERE sittingId = ? AND step = ?',
    sittingId(),
    step().step,
  )
const moves = () =>
  reader.sql.get<{ n: number }>(
    'SELECT count(*) AS n FROM PracticeMove m JOIN PracticeRun r ON r.id = m.runId WHERE r.sittingId = ?',
    sittingId(),
  )!.n
const checked = () =>
  surveyCheck(me, campaignId, 'person', 'vi')!
    .sections.flatMap(({ steps }) => steps)
    .find((each) => each.step === step().step)

describe('a practice task of a survey', () => {
  it('is the one that shows most of what the position needs, without hints', () => {
    expect(step().ref).toMatch(/^survey-dossier@\d+$/)
    expect(page().part).toMatchObject({ at: 0, ended: false, view: { hints: [] } })
  })

  it('does a move once, however often its page sends it, and nothing that an older page asks for', async () => {
    const [first, second] = scenario().model
    const form = sent(first!)
    const older = sent({ ...second })
    for (let times = 0; times < 3; times += 1)
      expect((await doPracticePart(me, input(form))).outcome).toEqual({ kind: 'done' })
    expect(moves()).toBe(1)
    expect((await doPracticePart(me, input(older))).outcome).toEqual({ kind: 'stale' })
    expect(page().part.at).toBe(1)
  })

  it('says what is missing and gives back what was chosen', async () => {
    await play(scenario().model.slice(0, 1))
    const { fields } = scenario().model[1]!
    const { way } = fields
    const form = sent({ action: 'send', fields: { way: way! } })
    expect(await doPracticePart(me, input(form))).toEqual({
      outcome: { kind: 'fault', faults: [{ kind: 'needed', field: 'add' }] },
      typed: { way },
    })
    expect(typedPractice(step(), sittingId(), form)).toEqual({ way })
    expect(moves()).toBe(1)
  })

  it('is an answer once it was ended, and cannot be done again', async () => {
    await play(scenario().model)
    expect(responses()).toEqual([])
    expect(checked()).toMatchObject({ answer: null, begun: true, kept: null })
    expect(await end()).toEqual({ kind: 'ended' })
    expect(responses()).toMatchObject([{ score: 1 }])
    expect(checked()).toMatchObject({ answer: 'Đã làm xong', begun: false, kept: 'practice' })
    const value = responses()[0]!.value
    expect(await end()).toEqual({ kind: 'ended' })
    expect(await send(scenario().model[0]!, { at: '0' })).toEqual({ kind: 'ended' })
    expect(responses().map((each) => each.value)).toEqual([value])
    expect(page().part.ended).toBe(true)
  })

  it('is nobody else’s', async () => {
    const form = sent(scenario().model[0]!)
    const mine = input(form)
    const other = await asked()
    expect(await refusal(() => doPracticePart(other, mine))).toBe('badRequest')
    expect(page(other).part.at).toBe(0)
  })

  it('refuses a page without the mark of its move', async () => {
    expect(await refusal(() => send(scenario().model[0]!, { answerId: 'no' }))).toBe('badRequest')
  })
})

describe('what it shows', () => {
  it('is one answer for each of its competencies, by the points of their steps', async () => {
    const mistake = scenario().mistakes[0]!
    await play(movesOf(scenario(), mistake))
    await end()
    const points = (JSON.parse(responses()[0]!.value) as StepScore[]).map((each) => ({
      ...each,
      competency: scenario().scoring.find(({ id }) => id === each.id)!.competency,
    }))
    const share = (competency: string) => {
      const own = points.filter((each) => each.competency === competency)
      return own.reduce((sum, each) => sum + each.points, 0) / own.reduce((sum, each) => sum + each.of, 0)
    }
    expect(answers().map(({ itemId, kind, score }) => ({ itemId, kind, score }))).toEqual(
      scenario().evidence.map(({ competency }) => ({
        itemId: `${step().ref}#${competency}`,
        kind: 'practice',
        score: share(competency),
      })),
    )
    expect(answers().some(({ score }) => score < 1)).toBe(true)
  })

  it('enters the abilities of the person', async () => {
    await play(scenario().model)
    await end()
    expect(await submitSitting(me, campaignId, 'person')).toEqual({ ok: true })
    const good = myResult(me, campaignId, 'vi')
    expect(good).toMatchObject({ answers: 3, rapid: 0 })

    me = await asked()
    await play(movesOf(scenario(), scenario().mistakes[3]!))
    await end()
    await submitSitting(me, campaignId, 'person')
    const bad = myResult(me, campaignId, 'vi')
    for (const competency of Object.keys(targets)) {
      const of = ({ results }: typeof good) => results.find((each) => each.competency === competency)!
      expect(of(good).answered).toBe(1)
      expect(of(good).ability).toBeGreaterThan(of(bad).ability)
    }
  })

  it('is nothing where the task was not ended, and the page before submission says so', async () => {
    expect(checked()).toMatchObject({ answer: null, begun: false, kept: null })
    await play(scenario().model.slice(0, 2))
    expect(checked()).toMatchObject({ answer: null, begun: true, kept: null })
    const { sections } = surveyHome(me, campaignId, 'person', 'vi')
    expect(sections.find(({ kind }) => kind === 'practice')).toMatchObject({ steps: 1, answered: 0 })
    const form = sent(scenario().model[2]!, { answerId: randomUUID() })
    const late = input(form)
    expect(await submitSitting(me, campaignId, 'person')).toEqual({ ok: true })
    expect(answers()).toEqual([])
    expect(myResult(me, campaignId, 'vi')).toMatchObject({ answers: 0 })
    expect(await refusal(() => doPracticePart(me, late))).toBe('alreadySubmitted')
    expect(moves()).toBe(2)
  })
})
