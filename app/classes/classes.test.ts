import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { actor, learnerGrant, person, plannerGrant } from '../../tests/builders/campaign'
import { freshDatabase } from '../../tests/builders/database'
import { refusal } from '../../tests/builders/refusal'
import type { ClassInput } from './class-form'

await freshDatabase()
const { inTransaction, reader } = await import('~/platform/db/db.server')
const { createClass, editClass } = await import('./save-class.server')
const { cancelClass, deleteClass } = await import('./end-class.server')
const { listClasses } = await import('./list-classes.server')
const { viewClass } = await import('./view-class.server')
const { addPeople, withdrawPerson } = await import('./people/add-people.server')
const { findPeople } = await import('./people/find-people.server')
const { receiveList } = await import('./people/receive-list.server')
const { markAttendance } = await import('./attendance/mark.server')
const { roomCode } = await import('./attendance/code.server')
const { attend, viewAttending } = await import('./attendance/attend.server')
const { issueCertificates, printedCertificates, viewCertificates } =
  await import('./certificates/class-certificates.server')
const { startQuiz, quizStep, answerStep, quizDoor } = await import('./quiz/sittings.server')
const { quizOf } = await import('./quiz/class-quiz.server')
const { viewGain } = await import('./quiz/class-gain.server')
const { myClasses, viewMyClass } = await import('./my-classes.server')
const { verifyCertificate } = await import('~/learning/certificates/verify.server')
const { renewCertificate } = await import('~/learning/certificates/renew.server')
const { viewOwnCertificate } = await import('~/learning/certificates/view-own.server')

const before = new Date('2026-11-20T03:00:00Z')
beforeEach(() => vi.useFakeTimers({ now: before, toFake: ['Date'] }))
afterEach(() => vi.useRealTimers())
const at = (moment: string) => vi.setSystemTime(new Date(moment))

const planner = actor({ accountId: 'planner', grants: [plannerGrant('04')] })
const stranger = actor({ accountId: 'stranger', grants: [plannerGrant('19')] })

const session = (date: string) => ({
  id: null,
  date,
  startsAt: '08:00',
  endsAt: '11:00',
  place: 'Hội trường xã Bảo Lạc',
  trainer: 'Bà Lê Thị Dạy',
})
const input = (over: Partial<ClassInput> = {}): ClassInput => ({
  titleVi: 'An toàn thông tin',
  titleEn: 'Information security',
  aimVi: 'Nhận biết thư lừa đảo',
  aimEn: '',
  competencies: ['4.1', '4.2'],
  modules: ['infosec'],
  minShare: 80,
  sessions: [session('2026-11-24'), session('2026-11-25')],
  ...over,
})
const make = async (over: Partial<ClassInput> = {}) => (await createClass(planner, input(over))).id!
const someone = (fullName = 'Nông Thị Ví', communeCode = '01321') =>
  person({ communeCode, provinceCode: '04', positionCode: 'office-statistics', fullName })

test('a class goes from planned through running to ended by its days', async () => {
  const id = await make()
  expect(viewClass(planner, id).state).toBe('planned')
  at('2026-11-24T02:00:00Z')
  expect(viewClass(planner, id).state).toBe('running')
  at('2026-11-25T04:00:01Z')
  expect(viewClass(planner, id).state).toBe('ended')
  expect(await cancelClass(planner, id, 'Không kịp nữa')).toBe(false)
})

test('a class belongs to its province', async () => {
  const id = await make()
  expect(listClasses(planner).map((each) => each.id)).toContain(id)
  expect(listClasses(stranger)).toEqual([])
  expect(await refusal(() => viewClass(stranger, id))).toBe('notAllowed')
  expect(await refusal(() => viewClass(actor({ grants: [learnerGrant] }), id))).toBe('notAllowed')
})

test('seats are never overbooked, a person of another province is not found, and who withdrew can come back', async () => {
  const id = await make({ seats: 2 })
  const [a, b, c] = [await someone(), await someone(), await someone()]
  const away = await person({ communeCode: '05443', provinceCode: '19', positionCode: 'office-statistics' })
  expect(await addPeople(planner, id, [a.personId, b.personId, a.personId])).toEqual({ added: 2 })
  expect(await addPeople(planner, id, [c.personId])).toEqual({ fault: 'full', left: 0, asked: 1 })
  expect(await withdrawPerson(planner, id, a.personId, 'Trùng lịch')).toBe(true)
  expect(await refusal(() => addPeople(planner, id, [away.personId]))).toBe('notFound')
  expect(await addPeople(planner, id, [a.personId])).toEqual({ added: 1 })
  expect(viewClass(planner, id).people.every(({ withdrawnAt }) => withdrawnAt === null)).toBe(true)
  expect(await editClass(planner, id, input({ seats: 1 }))).toEqual({ fault: 'form.seats.taken' })
  expect(await deleteClass(planner, id)).toBe(false)
})

test('a list asks about namesakes and adds only who is decided', async () => {
  const id = await make()
  const one = await someone('Lục Văn Trùng', '01321')
  const two = await someone('Lục Văn Trùng', '01324')
  const third = await someone('Hoàng Thị Riêng')
  const text = 'STT\tHọ và tên\n1\tluc van trung\n2\tHoàng Thị Riêng\n3\tKhông Có Ai'
  const first = await receiveList(planner, id, { text, decisions: {}, step: 'check' })
  expect(first).toMatchObject({ kind: 'check', asked: true })
  const lines = first.kind === 'check' ? first.lines : []
  expect(lines.map(({ fault }) => fault)).toEqual(['missing', null, 'unknown'])
  const decisions = { [lines[0]!.key]: two.personId }
  expect(await receiveList(planner, id, { text, decisions, step: 'check' })).toEqual({
    kind: 'added',
    added: 2,
  })
  const seated = viewClass(planner, id).people.map(({ personId }) => personId)
  expect(new Set(seated)).toEqual(new Set([two.personId, third.personId]))
  expect(seated).not.toContain(one.personId)
  expect(findPeople(planner, id, { text: 'LUC VAN', commune: '01324', position: '' }).rows).toMatchObject([
    { id: two.personId, seated: true },
  ])
})

test('a code is taken on its day for three minutes, once, from people of the class only', async () => {
  const id = await make()
  const [first] = viewClass(planner, id).class.sessions
  const own = await someone()
  const guest = await someone()
  await addPeople(planner, id, [own.personId])
  const codeNow = async () => (await roomCode(planner, id, first!.id)).code!
  expect((await attend(own, await codeNow())).kind).toBe('otherDay')
  at('2026-11-24T02:00:00Z')
  const code = await codeNow()
  expect((await viewAttending(own, code)).kind).toBe('ready')
  expect((await attend(guest, code)).kind).toBe('notListed')
  expect((await attend(own, `${code.slice(0, -1)}${code.endsWith('A') ? 'B' : 'A'}`)).kind).toBe('unknown')
  expect((await attend(own, 'nothing')).kind).toBe('unknown')
  expect((await attend(own, code)).kind).toBe('already')
  expect((await attend(own, code)).kind).toBe('already')
  expect(reader.sql.get('SELECT count(*) AS n FROM Attendance WHERE personId = ?', own.personId)).toEqual({
    n: 1,
  })
  at('2026-11-24T02:03:00Z')
  expect((await attend(own, code)).kind).toBe('old')
  expect((await attend(own, await codeNow())).kind).toBe('already')
})

test('a list marks who stands on it; a correction is in the audit', async () => {
  const id = await make()
  const [first] = viewClass(planner, id).class.sessions
  const [a, b] = [await someone(), await someone()]
  await addPeople(planner, id, [a.personId, b.personId])
  const mark = (present: string[], listed = [a.personId, b.personId]) =>
    markAttendance(planner, id, first!.id, { listed, present, via: 'list' })
  expect(await mark([a.personId])).toEqual({ changed: 2 })
  expect(await mark([a.personId])).toEqual({ changed: 0 })
  expect(await mark([b.personId], [b.personId])).toEqual({ changed: 1 })
  const corrected = reader.sql.all<{ detail: string }>(
    "SELECT detail FROM AuditEntry WHERE action = 'class.correct' AND subject = ?",
    first!.id,
  )
  expect(corrected.map(({ detail }) => JSON.parse(detail) as unknown)).toEqual([
    { personId: b.personId, present: true },
  ])
  expect(await editClass(planner, id, input({ sessions: [session('2026-11-25')] }))).toEqual({
    fault: 'form.session.attended',
  })
})

test('whoever attended enough is certified after the end; anybody can verify it, and a new name gives a new one', async () => {
  const id = await make({ minShare: 100 })
  const { sessions } = viewClass(planner, id).class
  const [whole, half] = [await someone('Nông Thị Đủ'), await someone('Nông Văn Nửa')]
  await addPeople(planner, id, [whole.personId, half.personId])
  for (const [i, { id: sessionId }] of sessions.entries())
    await markAttendance(planner, id, sessionId, {
      listed: [whole.personId, half.personId],
      present: i === 0 ? [whole.personId, half.personId] : [whole.personId],
      via: 'paper',
    })
  expect(await issueCertificates(planner, id)).toBe(0)
  at('2026-11-26T02:00:00Z')
  expect(await issueCertificates(planner, id)).toBe(1)
  expect(await issueCertificates(planner, id)).toBe(0)
  const people = viewCertificates(planner, id).people
  expect(people.map(({ eligible, number }) => [eligible, number !== null])).toEqual([
    ['yes', true],
    ['absent', false],
  ])
  const { number } = people[0]!
  expect(printedCertificates(planner, id).facts).toMatchObject([
    { number, attended: 2, lessons: 2, minutes: 360 },
  ])
  expect(verifyCertificate(number!, null)).toMatchObject({
    kind: 'valid',
    facts: { title: { vi: 'An toàn thông tin', en: 'Information security' }, percent: null, attended: 2 },
  })
  expect(viewMyClass(whole, id).certificate).toBe(number)
  expect(viewOwnCertificate(whole, number!)).toMatchObject({
    moduleCode: null,
    classId: id,
    moduleOpen: false,
  })
  await inTransaction((tx) =>
    tx.person.update({ where: { id: whole.personId }, data: { fullName: 'Nông Thị Mới' } }),
  )
  const renewed = await renewCertificate(whole, number!)
  expect(renewed).not.toBe(number)
  expect(verifyCertificate(number!, null)).toEqual({ kind: 'superseded', number })
})

test('a quiz is answered once before and once after; fewer than five people give no figure, five do', async () => {
  const id = await make({ passPercent: 50, minShare: 1 })
  const people = await Promise.all(Array.from({ length: 5 }, () => someone()))
  await addPeople(
    planner,
    id,
    people.map(({ personId }) => personId),
  )
  const quiz = quizOf(reader, id)!
  expect(quiz.before.length).toBe(quiz.after.length)
  expect(quiz.before.length).toBeGreaterThanOrEqual(8)
  expect(quiz.before.filter((item) => quiz.after.includes(item))).toEqual([])
  const take = async (who: (typeof people)[number], form: 'before' | 'after') => {
    let next = await startQuiz(who, id, form)
    while (next !== null) {
      const { view } = quizStep(who, id, form, next, 'vi')
      const first = view?.kind === 'choice' && !view.multiple ? view.options[0]!.value : '?'
      const outcome = await answerStep(who, id, form, next, { v: [form === 'after' ? first : '?'] })
      if (outcome.kind !== 'saved') throw new Error(JSON.stringify(outcome))
      next = outcome.next
    }
  }
  for (const who of people.slice(0, 4)) await take(who, 'before')
  expect(quizDoor(people[0]!, id, 'before')).toMatchObject({ submitted: true, score: 0 })
  expect(quizDoor(people[0]!, id, 'after').time).toBe('early')
  await editClass(planner, id, { ...input({ passPercent: 50, minShare: 1, competencies: ['1.1'] }) })
  expect(quizOf(reader, id)!.before).toEqual(quiz.before)
  at('2026-11-24T04:30:00Z')
  expect(await startQuiz(people[4]!, id, 'before')).toBeNull()
  at('2026-11-25T03:00:00Z')
  for (const who of people) await take(who, 'after')
  expect(viewGain(planner, id).gain).toEqual({ both: 4, onlyBefore: 0, onlyAfter: 1, result: null })
  at('2026-11-24T02:00:00Z')
  await take(people[4]!, 'before')
  expect(viewGain(planner, id).gain).toMatchObject({
    both: 5,
    result: { gain: expect.any(Number) as number },
  })
  expect(myClasses(people[0]!).map((each) => each.id)).toEqual([id])
})
