import { beforeAll, describe, expect, it } from 'vitest'
import { actor, person, plannerGrant } from '../../tests/builders/campaign'
import { closedCampaign } from '../../tests/builders/closed-campaign'
import { freshDatabase } from '../../tests/builders/database'
import { storedModule } from '../../tests/builders/module'
import { refusal } from '../../tests/builders/refusal'
import { goOnPath } from './card'
import type { Learner } from './learner.server'

await freshDatabase()
const { inTransaction } = await import('~/platform/db/db.server')
const { lostLesson } = await import('./lost-lesson.server')
const { currentModule } = await import('./modules.server')
const { modulesForResult, myLearning } = await import('./my-learning.server')
const { finishLesson, openLesson } = await import('./progress.server')
const { leftOnThisMachine } = await import('./listed-modules.server')
const { answerQuestion } = await import('./quiz/answer-question.server')
const { startAttempt } = await import('./quiz/start-attempt.server')
const { viewCatalogue } = await import('./view-catalogue.server')
const { viewGuide } = await import('./view-guide.server')
const { viewLesson } = await import('./view-lesson.server')
const { viewModule } = await import('./view-module.server')

const communes: [string, string, string, string] = ['01321', '01327', '01273', '01324']
const context = { setCookie: () => undefined }
const visitor: Learner = { kind: 'visitor', actor: null, record: {} }
const planner: Learner = { kind: 'visitor', actor: actor({ grants: [plannerGrant('04')] }), record: {} }
const asLearner = (who: Awaited<ReturnType<typeof person>>): Learner => ({
  kind: 'person',
  actor: who,
  personId: who.personId,
})
const newPerson = (positionCode = 'office-statistics') =>
  person({ provinceCode: '04', communeCode: '01321', positionCode })

const search = (text = '') => new URLSearchParams(text)
const catalogue = (learner: Learner, text = '') => viewCatalogue(learner, search(text), 'vi')
const codesOf = (learner: Learner, text = '') =>
  catalogue(learner, text).groups.map(({ key, modules }) => [key, ...modules.map(({ card }) => card.code)])

beforeAll(async () => {
  await inTransaction((tx) => tx.moduleVersion.updateMany({ data: { retired: true } }))
  const both = (vi: string) => ({ vi, en: `${vi} (en)` })
  await storedModule({ code: 'safety', title: both('An toàn thông tin'), guide: both('## Mục\n\nChữ.') })
  await storedModule({
    code: 'signing',
    title: both('Chữ ký số'),
    competencies: [{ code: '7.3', level: 2 }],
    requires: ['safety'],
  })
  await storedModule({
    code: 'coach',
    title: both('Giúp bà con'),
    for: ['team'],
    competencies: [{ code: '7.2', level: 2 }],
  })
  await storedModule({
    code: 'phone',
    title: both('Tự làm trên điện thoại'),
    for: ['citizen'],
    competencies: [{ code: '7.2', level: 1 }],
  })
})

describe('the catalogue', () => {
  it('shows a visitor what is open, and nothing else', () => {
    expect(catalogue(visitor)).toMatchObject({ who: 'visitor', basis: null })
    expect(codesOf(visitor)).toEqual([['all', 'phone']])
    expect(codesOf(visitor, 'view=mine&q=an+toan')).toEqual([])
  })

  it('shows an account without a person all modules', () => {
    expect(catalogue(planner).who).toBe('account')
    expect(codesOf(planner)).toEqual([['all', 'coach', 'phone', 'safety', 'signing']])
  })

  it('begins for a person with what the gaps of the newest result ask for, and says why', async () => {
    const { people } = await closedCampaign('04', communes)
    const view = catalogue(asLearner(people[0]!))
    expect(view.basis?.kind).toBe('result')
    expect(view.groups.map(({ key }) => key)).toEqual(['first'])
    expect(view.groups[0]?.modules.map(({ card, reason }) => [card.code, reason])).toEqual([
      ['safety', { kind: 'gap', names: 'Bảo vệ thiết bị' }],
      ['signing', { kind: 'gap', names: 'Văn bản, chữ ký số' }],
    ])
    const asked = [
      { competency: '7.3', level: 0, target: 2 },
      { competency: '1.1', level: 1, target: 2 },
      { competency: '4.1', level: 2, target: 2 },
      { competency: '7.2', level: null, target: 2 },
    ]
    const { modules, uncovered } = modulesForResult(people[0]!, asked, 'vi')
    expect(modules.map(({ card }) => card.code)).toEqual(['signing'])
    expect(uncovered).toEqual(['Tìm kiếm thông tin'])
  })

  it('follows the target profile of the position where there is no result', async () => {
    const view = catalogue(asLearner(await newPerson()))
    expect(view.basis).toEqual({ kind: 'position' })
    expect(view.groups[0]?.modules[0]?.reason?.kind).toBe('needed')
  })

  it('has team modules first for a member of a team', async () => {
    const member = await newPerson()
    await inTransaction((tx) =>
      tx.person.update({ where: { id: member.personId }, data: { kind: 'community_team' } }),
    )
    await inTransaction((tx) => tx.personPosition.deleteMany({ where: { personId: member.personId } }))
    const learner = asLearner(member)
    expect(codesOf(learner)).toEqual([['first', 'coach']])
    expect(catalogue(learner)).toMatchObject({ basis: { kind: 'team' } })
    expect(catalogue(learner).groups[0]?.modules[0]?.reason).toEqual({ kind: 'team', names: '' })
    expect(codesOf(learner, 'view=all')[0]?.slice(0, 2)).toEqual(['all', 'coach'])
  })

  it('searches all modules without marks', async () => {
    const learner = asLearner(await newPerson())
    expect(codesOf(learner, 'q=chu+ky')).toEqual([['all', 'signing']])
    expect(codesOf(learner, 'q=khong+co+gi')).toEqual([])
  })

  it('groups by competency, and shows one where the address names it', async () => {
    const learner = asLearner(await newPerson())
    expect(codesOf(learner, 'view=competency')).toEqual([
      ['4.1', 'safety'],
      ['7.2', 'coach', 'phone'],
      ['7.3', 'signing'],
    ])
    expect(codesOf(learner, 'view=competency&competency=7.3')).toEqual([['7.3', 'signing']])
    expect(codesOf(learner, 'view=competency&competency=nothing')).toHaveLength(3)
  })
})

describe('a module and the first page', () => {
  it('say where to begin, then where to go on', async () => {
    const who = await newPerson()
    const learner = asLearner(who)
    const module = currentModule('safety')!
    expect(viewModule(learner, module, 'vi').card.next).toMatchObject({ lesson: { number: 1 } })
    await finishLesson(learner, module, 'one', context)
    await openLesson(learner, module, 'two', context)
    const view = viewModule(learner, module, 'vi')
    expect(view.card).toMatchObject({
      standing: 'begun',
      read: 1,
      next: { lesson: { code: 'two', number: 2 } },
    })
    expect(view.lessons.map(({ standing }) => standing)).toEqual(['read', 'open'])
    expect(myLearning(who, 'vi').next?.card.code).toBe('safety')
  })

  it('name what is required, and whether it is finished', async () => {
    const view = viewModule(asLearner(await newPerson()), currentModule('signing')!, 'vi')
    expect(view.requires).toEqual([{ code: 'safety', title: 'An toàn thông tin', finished: false }])
  })

  it('tell who finished an earlier version of the new one, without calling the module unfinished', async () => {
    const who = await newPerson()
    const learner = asLearner(who)
    const first = await storedModule({ code: 'grows' })
    for (const lesson of ['one', 'two']) await finishLesson(learner, first, lesson, context)
    const attempt = await startAttempt(learner, first, context)
    for (const i of attempt.items.keys())
      await answerQuestion(
        learner,
        first,
        { number: i + 1, attemptId: attempt.id, entries: { v: ['b'] } },
        context,
      )
    expect(viewModule(learner, first, 'vi')).toMatchObject({ more: false, card: { next: { kind: 'done' } } })
    const next = await storedModule({ code: 'grows', version: 2, lessons: ['one', 'two', 'new'] })
    const { certificate } = viewModule(learner, first, 'vi').card
    expect(certificate).not.toBeNull()
    expect(viewModule(learner, next, 'vi')).toMatchObject({
      more: true,
      quiz: { standing: 'before' },
      card: { standing: 'finished', read: 2, certificate, next: { kind: 'lesson', lesson: { code: 'new' } } },
    })
    const { next: begin, list } = myLearning(who, 'vi')
    expect(begin?.card.code).not.toBe('grows')
    expect(list.find(({ card }) => card.code === 'grows')?.card.standing).toBe('finished')
    await finishLesson(learner, next, 'new', context)
    expect(viewModule(learner, next, 'vi').card).toMatchObject({ read: 3, next: { kind: 'quiz' } })
    await inTransaction((tx) =>
      tx.moduleVersion.updateMany({ where: { code: 'grows' }, data: { retired: true } }),
    )
  })

  it('lead a visitor of this machine to the module left last, as long as it is open to all', async () => {
    const phone = currentModule('phone')!
    const here: Learner = { kind: 'visitor', actor: null, record: {} }
    expect(leftOnThisMachine(here, 'vi')).toBeNull()
    await finishLesson(here, phone, 'one', context)
    expect(goOnPath(leftOnThisMachine(here, 'vi')!)).toBe('/learn/phone/two')
    expect(leftOnThisMachine({ ...here, record: { safety: here.record.phone! } }, 'vi')).toBeNull()
  })

  it('offer the guide to who may read it', async () => {
    const who = await newPerson()
    const module = currentModule('safety')!
    expect(viewModule(asLearner(who), module, 'vi').guide).toBe(true)
    expect(viewModule(visitor, module, 'vi').guide).toBe(false)
    expect(viewGuide(who, 'safety', 'en').module.title).toBe('An toàn thông tin (en)')
    expect(await refusal(() => viewGuide(who, 'coach', 'vi'))).toBe('notFound')
    expect(await refusal(() => viewGuide(actor(), 'safety', 'vi'))).toBe('notAllowed')
  })
})

describe('a lesson', () => {
  it('shows its check open, then with its feedback from the address', () => {
    const module = currentModule('phone')!
    const check = (text: string) =>
      viewLesson(visitor, module, 'one', null, search(text), 'vi').checks['phone-c-one@1']
    expect(check('')?.feedback).toBeNull()
    expect(check('phone-c-one=b')?.feedback?.verdict).toBe('right')
  })

  it('leads to the next lesson and back', () => {
    const module = currentModule('phone')!
    const view = viewLesson(visitor, module, 'two', null, search(), 'vi')
    expect(view.previous).toMatchObject({ code: 'one', number: 1 })
    expect(view.after).toMatchObject({ kind: 'lesson', lesson: { code: 'one' } })
  })
})

describe('a lesson that its module no longer has', () => {
  it('says where it went, through a second move too', async () => {
    await storedModule({ code: 'old', lessons: ['gone', 'kept', 'dropped'] })
    await storedModule({ code: 'between', lessons: ['other'], moved: { half: 'safety/two' } })
    const now = await storedModule({
      code: 'old',
      version: 2,
      lessons: ['kept'],
      moved: { gone: 'safety/one', far: 'between/half', lost: 'nowhere/one' },
    })
    expect(lostLesson(now, 'gone', 'vi')).toEqual({
      module: { code: 'old', title: 'Học phần old' },
      title: 'Bài gone',
      to: {
        module: { code: 'safety', title: 'An toàn thông tin' },
        lesson: { code: 'one', number: 1, title: 'Bài one' },
      },
    })
    expect(lostLesson(now, 'far', 'vi').to?.lesson.code).toBe('two')
    expect(lostLesson(now, 'dropped', 'vi')).toMatchObject({ title: 'Bài dropped', to: null })
    expect(await refusal(() => lostLesson(now, 'never', 'vi'))).toBe('notFound')
    expect(await refusal(() => lostLesson(now, 'lost', 'vi'))).toBe('notFound')
  })
})
