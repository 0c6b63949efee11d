import { randomUUID } from 'node:crypto'
import { beforeAll, expect, test } from 'vitest'
import type { Entries } from '~/assessment/answer-entry'
import { actorWith } from '../../../tests/builders/actors'
import { actor, campaign, invitee, leaderGrant, person, plannerGrant } from '../../../tests/builders/campaign'
import { freshDatabase } from '../../../tests/builders/database'
import { question } from '../../../tests/builders/survey'

await freshDatabase()
const { inTransaction, reader } = await import('~/platform/db/db.server')
const { loadContent } = await import('~/assessment/load-content.server')
const { formVersion } = await import('~/assessment/content.server')
const { listForms } = await import('~/assessment/catalogue/view-forms.server')
const { draftChoices } = await import('~/campaigns/draft-choices.server')
const { answerStep } = await import('~/campaigns/answer.server')
const { startSitting } = await import('~/campaigns/start-sitting.server')
const { submitSitting } = await import('~/campaigns/submit.server')
const { surveyCheck, surveyHome, surveyStep } = await import('~/campaigns/survey-pages.server')
const { mySurveys } = await import('~/campaigns/my-surveys.server')
const { paperForm } = await import('~/campaigns/paper/paper-form.server')
const { communeForm } = await import('~/gaps/commune-answers.server')
const { draftById } = await import('../drafts/find-draft.server')
const { saveDraft } = await import('../drafts/save-draft.server')
const { publishDraft } = await import('../review/publish-draft.server')
const { reviewDraft } = await import('../review/review-draft.server')
const { sendToReview } = await import('../review/send-to-review.server')
const { retire, rollBack } = await import('../review/roll-back.server')
const { startForm } = await import('./start-form.server')
const { copyPublished, revise } = await import('../drafts/revise.server')
const { draftFormSchema } = await import('./draft-form')
const { bankCells } = await import('./form-bank.server')

const trainer = (accountId: string) => ({
  ...actorWith({ role: 'trainer', provinceCode: null, communeCode: null }),
  accountId,
})
const [author, colleague] = [trainer('author'), trainer('colleague')]
const commune = { provinceCode: '04', communeCode: '01321' }

beforeAll(async () => {
  await inTransaction(async (tx) => {
    for (const { accountId } of [author, colleague])
      await tx.account.create({
        data: { id: accountId, username: accountId, displayName: accountId, createdAt: new Date() },
      })
  })
})

const both = (words: string) => ({ vi: `${words} vi`, en: `${words} en` })
const options = (...ids: string[]) => ids.map((id) => ({ id, ...both(id) }))
const questions = [
  { id: 'machine', kind: 'single', text: both('machine'), options: options('yes', 'no'), required: true },
  {
    ...{ id: 'age', kind: 'number', text: both('age'), min: 0, max: 30, required: true },
    showIf: { question: 'machine', is: ['yes'] },
  },
  {
    ...{ id: 'why-old', kind: 'single', text: both('why'), options: options('money', 'other') },
    showIf: { question: 'age', is: { min: 5 } },
  },
  { id: 'wish', kind: 'text', text: both('wish'), maxLength: 200 },
]
const whole = (respondent: 'person' | 'commune', more: object[] = []) =>
  draftFormSchema.parse({
    ...{ code: '', version: 1, respondent, framework: 'its', title: both('Phiếu máy'), intro: both('intro') },
    ...{
      minutes: null,
      sections: [{ id: 's1', kind: 'questions', title: both('machines'), questions }, ...more],
    },
  })

async function published(data: unknown, id?: string): Promise<string> {
  const draft = id ?? (await startForm(author))
  await saveDraft(author, { id: draft, seen: draftById(draft).revision, data })
  expect(await sendToReview(author, draft, draftById(draft).revision)).toEqual({ kind: 'sent' })
  const { revision } = draftById(draft)
  expect(await reviewDraft(colleague, { id: draft, seen: revision, verdict: 'approved', text: '' })).toBe(
    'done',
  )
  const done = await publishDraft(colleague, { id: draft, seen: revision })
  if (done.kind !== 'published') throw new Error(done.kind)
  return done.id
}

async function answering(formVersionId: string) {
  const campaignId = await campaign({ provinceCode: '04', communeCodes: [commune.communeCode] })
  await inTransaction((tx) =>
    tx.campaign.update({ where: { id: campaignId }, data: { personFormVersionId: formVersionId } }),
  )
  const who = await person({ ...commune, positionCode: 'office-statistics' })
  await invitee({ campaignId, personId: who.personId, communeCode: commune.communeCode })
  await startSitting(who, campaignId, 'person', 'vi')
  const step = (name: string) => surveyStep(who, campaignId, 'person', name, 'vi')
  const answer = async (name: string, entries: Entries) => {
    const { sittingId, answerId } = question(step(name))
    const outcome = await answerStep(who, {
      ...{ campaignId, kind: 'person', step: name, sittingId, answerId, entries },
    })
    return outcome.ok ? (outcome.next?.step ?? null) : outcome.fault.fault
  }
  const check = () => surveyCheck(who, campaignId, 'person', 'vi')!.sections.flatMap(({ steps }) => steps)
  return { who, campaignId, step, answer, check }
}

test('a form with conditions is published, chosen for a campaign and answered as the answers lead', async () => {
  const id = await published(whole('person'))
  expect(id).toBe('phieu-may-vi@1')
  expect(formVersion(id).minutes).toBe(2)
  const choices = draftChoices(actor({ grants: [plannerGrant('04')] }), '04').personForms
  expect(choices.map((form) => form.id)).toContain(id)

  const { who, campaignId, step, answer, check } = await answering(id)
  expect(await answer('machine', { v: ['no'] })).toBe('wish')
  expect(question(step('wish'))).toMatchObject({ previous: 'machine', number: 2, count: 2 })
  expect(step('age')).toMatchObject({ shows: 'elsewhere', step: 'wish' })
  expect(check().map((each) => each.step)).toEqual(['machine', 'wish'])

  expect(await answer('machine', { v: ['yes'] })).toBe('age')
  expect(await answer('age', {})).toBe('required')
  expect(await submitSitting(who, campaignId, 'person')).toEqual({ ok: false, missing: ['age'] })
  expect(await answer('age', { n: ['9'] })).toBe('why-old')
  expect(await answer('why-old', { v: ['money'] })).toBe('wish')
  expect(surveyHome(who, campaignId, 'person', 'vi').sections[0]).toMatchObject({ steps: 4, answered: 3 })

  // An answer that its question lost is kept, told of, and not counted.
  await answer('machine', { v: ['no'] })
  expect(check().map(({ step: name, hidden, answer: said }) => [name, hidden, said])).toEqual([
    ['machine', false, 'no vi'],
    ['age', true, '9'],
    ['why-old', true, 'money vi'],
    ['wish', false, null],
  ])
  expect(mySurveys(who, 'vi')[0]).toMatchObject({ answered: 1, count: 2 })
  expect(await submitSitting(who, campaignId, 'person')).toEqual({ ok: true })
  const counted = reader.sql.all<{ question: string }>(
    'SELECT DISTINCT question FROM ConditionCell WHERE campaignId = ?',
    campaignId,
  )
  expect(counted).toEqual([{ question: 'machine' }])
  const rows = reader.sql.all<{ step: string }>('SELECT DISTINCT step FROM Response ORDER BY step')
  expect(rows.map((row) => row.step)).toEqual(['age', 'machine', 'why-old'])
})

test('a commune’s own form counts what was asked, and paper says who answers what', async () => {
  const id = await published(whole('commune'))
  const campaignId = await campaign({ provinceCode: '04', communeCodes: [commune.communeCode] })
  await inTransaction((tx) =>
    tx.campaign.update({ where: { id: campaignId }, data: { communeFormVersionId: id } }),
  )
  const leader = actor({ grants: [leaderGrant(commune.provinceCode, commune.communeCode)] })
  await startSitting(leader, campaignId, 'commune', 'vi')
  const answer = async (name: string, entries: Entries) => {
    const { sittingId } = question(surveyStep(leader, campaignId, 'commune', name, 'vi'))
    await answerStep(leader, {
      ...{ campaignId, kind: 'commune', step: name, sittingId, answerId: randomUUID(), entries },
    })
  }
  await answer('machine', { v: ['yes'] })
  await answer('age', { n: ['3'] })
  await answer('machine', { v: ['no'] })
  expect(await submitSitting(leader, campaignId, 'commune')).toEqual({ ok: true })
  expect(communeForm(campaignId, commune.communeCode, [])?.answers.map((each) => each.question.en)).toEqual([
    'machine en',
  ])
  const paper = paperForm(
    {
      ...{ id: campaignId, personFormVersionId: 'commune-staff@2', communeFormVersionId: id },
      ...{ frameworkVersionId: 'its@1', systems: null },
    },
    null,
    0,
  )
  expect(paper.questions.map(({ step }) => step.step)).toEqual(['machine', 'age', 'why-old', 'wish'])
})

test('a quiz from a list asks that list in order; one from a blueprint asks its cells', async () => {
  const list = { id: 's2', kind: 'quiz', title: both('quiz'), by: 'items', items: ['7.3-1a', '4.1-1b'] }
  const first = await answering(await published(whole('person', [list])))
  const steps = (check: typeof first.check) =>
    check().flatMap(({ step }) => (step.startsWith('q-') ? [step] : []))
  expect(steps(first.check)).toEqual(['q-7.3-1a', 'q-4.1-1b'])
  const cells = [
    { competency: '5.2', level: 2, count: 1 },
    { competency: '4.1', level: 1, count: 2 },
  ]
  const table = {
    id: 's2',
    kind: 'quiz',
    title: both('quiz'),
    by: 'blueprint',
    blueprint: cells,
    shuffle: true,
  }
  const second = await answering(await published(whole('person', [table])))
  const asked = steps(second.check)
    .filter((step) => /^q-(4\.1-1|5\.2-2)/.test(step))
    .map((step) => step.slice(0, 7))
  expect(asked.toSorted()).toEqual(['q-4.1-1', 'q-4.1-1', 'q-5.2-2'])
})

test('more items than the bank has, or items out of use, keep a form from review', async () => {
  const have = bankCells()['4.1/1']!
  const sections = [
    {
      ...{ id: 's2', kind: 'quiz', title: both('quiz'), by: 'blueprint' },
      blueprint: [{ competency: '4.1', level: 1, count: have + 1 }],
    },
    { id: 's3', kind: 'quiz', title: both('quiz'), by: 'items', items: ['9.9-9z'] },
    { id: 's4', kind: 'practice', title: both('task'), tasks: ['no-such-task'] },
  ]
  const id = await startForm(author)
  await saveDraft(author, { id, seen: 1, data: whole('person', sections) })
  expect(await sendToReview(author, id, 2)).toEqual({
    kind: 'faults',
    faults: [
      {
        ...{ key: 'form.fewItems', path: 'sections.s2' },
        values: { competency: '4.1', level: 1, count: have + 1, have },
      },
      { key: 'form.itemGone', path: 'sections.s3', values: { item: '9.9-9z' } },
      { key: 'form.taskGone', path: 'sections.s4', values: { task: 'no-such-task' } },
    ],
  })
})

test('a shipped form that the studio took over is neither overwritten nor withdrawn by content/', async () => {
  const draft = await revise(author, 'form', 'community-team')
  expect(await revise(colleague, 'form', 'community-team')).toBe(draft)
  const before = formVersion('community-team@1')
  const id = await published({ ...(draftById(draft).data as object), title: both('Mới') }, draft)
  expect(id).toBe('community-team@2')
  expect(await loadContent()).toEqual([])
  const inUse = () =>
    reader.sql
      .all<{ id: string }>("SELECT id FROM FormVersion WHERE code = 'community-team' AND NOT retired")
      .map((row) => row.id)
  expect(inUse()).toEqual([id])

  expect(
    await rollBack(colleague, 'form', { code: 'community-team', to: 'community-team@1', seen: 'old' }),
  ).toBeNull()
  expect(
    await rollBack(colleague, 'form', { code: 'community-team', to: 'community-team@1', seen: id }),
  ).toBe('community-team@3')
  expect(formVersion('community-team@3')).toEqual({ ...before, version: 3 })
  await retire(colleague, 'form', 'community-team', true)
  expect(listForms(author).map(({ code }) => code)).not.toContain('community-team')
  await retire(colleague, 'form', 'community-team', false)
  expect(inUse()).toEqual(['community-team@3'])
  const copy = await copyPublished(author, 'form', 'community-team')
  expect(draftById(copy)).toMatchObject({ code: '', baseId: null, kind: 'form' })
})
