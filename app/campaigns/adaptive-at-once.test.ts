import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { invitee, person } from '../../tests/builders/campaign'
import { freshDatabase } from '../../tests/builders/database'
import { setClock } from '~/platform/clock/now.server'

await freshDatabase()
const quiz = await import('../../tests/builders/adaptive-quiz')
const { ability, answerAll, asked, communeCode, door, later, open, page, send, shown, stored, targets } = quiz
const { inTransaction } = await import('~/platform/db/db.server')
const { submitSitting } = await import('./submit.server')
const { surveyHome } = await import('./survey-pages.server')
const { itemVersion } = await import('~/assessment/content.server')

beforeEach(quiz.begin)
afterEach(() => setClock())

const met = () => [...shown()].reduce((sum, [id, n]) => (id === '' ? sum : sum + n), 0)

describe('sent at once, in one commit', () => {
  it('is opened once', async () => {
    await Promise.all([send(door, {}), send(door, {}), send(door, {})])
    expect(asked()).toHaveLength(1)
    expect([shown().get(''), met()]).toEqual([1, 1])
  })

  it('takes the first of different answers, and counts the next item once', async () => {
    const first = await open()
    later(20)
    const item = itemVersion(asked()[0]!.id)
    const known = 'options' in item ? item.options[0]!.id : '?'
    const outcomes = await Promise.all(['?', known, '?', known].map((v) => send(first, { v: [v] })))
    expect(outcomes.every(({ ok }) => ok)).toBe(true)
    expect(stored(first)).toEqual([null])
    expect(asked()).toHaveLength(2)
    expect([shown().get(''), met()]).toEqual([1, 2])
  })

  it('an answer and a submission leave what counts in step with what is stored', async () => {
    const first = await open()
    later(20)
    await Promise.allSettled([
      send(first, { v: ['?'] }),
      submitSitting(quiz.learner, quiz.campaignId, 'person'),
      send(first, { v: ['?'] }),
    ])
    expect(ability()!.answers).toBe(stored(first).length)
  })
})

describe('content that changes under a quiz', () => {
  afterEach(() =>
    inTransaction(async (tx) => {
      await tx.itemVersion.deleteMany({ where: { purpose: 'measure', version: 9 } })
      await tx.itemVersion.updateMany({ where: { purpose: 'measure' }, data: { retired: false } })
    }),
  )

  it('goes on with the new versions, and asks nothing again', async () => {
    const first = await open()
    await inTransaction(async (tx) => {
      const before = await tx.itemVersion.findMany({ where: { purpose: 'measure' } })
      await tx.itemVersion.updateMany({ where: { purpose: 'measure' }, data: { retired: true } })
      await tx.itemVersion.createMany({
        data: before.map((row) => ({
          ...row,
          id: `${row.code}@9`,
          version: 9,
          data: JSON.stringify({ ...JSON.parse(row.data), version: 9 }),
        })),
      })
    })
    expect(page(first)).toMatchObject({ shows: 'question' })
    await answerAll(first)
    const [begun, ...rest] = asked()
    expect(begun!.id).toMatch(/@[12]$/)
    expect(rest.every(({ id }) => id.endsWith('@9'))).toBe(true)
    expect(new Set(asked().map(({ step }) => step)).size).toBe(asked().length)
    await submitSitting(quiz.learner, quiz.campaignId, 'person')
    expect(ability()!.answers).toBe(asked().length)
  })

  it('ends with what was answered when every item is withdrawn', async () => {
    const first = await open()
    later(20)
    await inTransaction((tx) =>
      tx.itemVersion.updateMany({ where: { purpose: 'measure' }, data: { retired: true } }),
    )
    expect(await send(first, { v: ['?'] })).toEqual({ ok: true, next: { step: door } })
    expect(ability()).toMatchObject({ stopped: 'bank', answers: 1 })
  })
})

describe('an unusual person', () => {
  it('is often called away, and is still asked', async () => {
    let step = await open()
    for (let i = 0; i < 12; i++) {
      later(20 * 60)
      const outcome = await send(step, { v: ['?'] })
      step = outcome.ok ? outcome.next!.step : door
    }
    expect(ability()).toMatchObject({ answers: 12, stopped: null })
  })

  it('without targets is no one who met an item', async () => {
    await inTransaction((tx) =>
      tx.invitee.updateMany({ where: { personId: quiz.learner.personId }, data: { targets: '{}' } }),
    )
    await send(door, {})
    await send(door, {})
    expect([...shown()]).toEqual([])
  })

  it('with one target is asked about it first, then about its domain', async () => {
    await inTransaction((tx) =>
      tx.invitee.updateMany({ where: { personId: quiz.learner.personId }, data: { targets: '{"4.1":2}' } }),
    )
    await answerAll(await open())
    const codes = asked().map(({ step }) => step.slice(2, 5))
    expect(codes.slice(0, 3)).toEqual(['4.1', '4.1', '4.1'])
    expect(codes.every((code) => code.startsWith('4.'))).toBe(true)
    expect(await submitSitting(quiz.learner, quiz.campaignId, 'person')).toEqual({ ok: true })
  })

  it('is promised no quiz by a form that has none', async () => {
    await inTransaction(async (tx) => {
      const form = await tx.formVersion.findUniqueOrThrow({ where: { id: 'commune-staff@2' } })
      const { sections, ...rest } = JSON.parse(form.data) as { sections: { kind: string }[] }
      const data = JSON.stringify({ ...rest, sections: sections.filter(({ kind }) => kind !== 'quiz') })
      await tx.formVersion.create({ data: { ...form, id: 'commune-staff@9', version: 9, data } })
      await tx.campaign.update({
        where: { id: quiz.campaignId },
        data: { personFormVersionId: 'commune-staff@9' },
      })
    })
    const other = await person({ provinceCode: '04', communeCode, positionCode: 'office-statistics' })
    await invitee({ campaignId: quiz.campaignId, personId: other.personId, communeCode, targets })
    expect(surveyHome(other, quiz.campaignId, 'person', 'vi').quizMost).toBeNull()
  })
})
