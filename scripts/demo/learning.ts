// What the people of the demo learned: lessons read and quizzes taken over forty days, through the product's own use cases.
import { itemVersion } from '~/assessment/content.server'
import { readItemEntry, type Entries } from '~/assessment/answer-entry'
import { entriesOfItem } from '~/assessment/present'
import { randomFrom } from '~/assessment/shuffle'
import type { Learner } from '~/learning/learner.server'
import type { ModuleVersion } from '~/learning/module'
import { currentModules } from '~/learning/modules.server'
import { finishLesson, openLesson } from '~/learning/progress.server'
import { answerQuestion } from '~/learning/quiz/answer-question.server'
import { seedOf } from '~/learning/quiz/attempt'
import { startAttempt } from '~/learning/quiz/start-attempt.server'
import { setClock } from '~/platform/clock/now.server'
import { reader } from '~/platform/db/db.server'
import { rightAnswer } from './answers'
import type { Random } from './names'

type Member = { personId: string; accountId: string; username: string; kind: string; communeCode: string }
/** One evening's work: lessons from one to another, then perhaps the quiz, `tries` times at most. */
type Walk = { who: Member; module: ModuleVersion; from: number; to: number; tries: number; right: number }

const days = 40
const noCookies = { setCookie: () => undefined }

export async function learnAll(today: Date, seed: string): Promise<{ people: number; finished: number }> {
  const members = reader.sql.all<Member>(
    `SELECT p.id AS personId, a.id AS accountId, a.username, p.kind, pc.communeCode FROM Person p
     JOIN Account a ON a.personId = p.id JOIN PersonCommune pc ON pc.personId = p.id AND pc.until IS NULL
     ORDER BY p.staffCode`,
  )
  const calendar: Walk[][] = Array.from({ length: days }, () => [])
  for (const who of members) plan(who, randomFrom(`${seed}/learning/${who.username}`), calendar)
  for (const [i, walks] of calendar.entries()) {
    setClock(new Date(today.getTime() - (days - i) * 86_400_000))
    await Promise.all(walks.map(walk))
  }
  setClock()
  const count = (sql: string) => reader.sql.get<{ n: number }>(sql)?.n ?? 0
  return {
    people: count('SELECT count(DISTINCT personId) AS n FROM Enrolment'),
    finished: count('SELECT count(*) AS n FROM Enrolment WHERE finishedAt IS NOT NULL'),
  }
}

/** The demo learner stands in the middle of one module and has finished another; others come and go by chance. */
function plan(who: Member, random: Random, calendar: Walk[][]): void {
  const audience = who.kind === 'community_team' ? 'team' : 'staff'
  const modules = currentModules().filter((module) => module.for.includes(audience))
  const eager = audience === 'team' ? 0.6 : who.communeCode === '01321' ? 0.55 : 0.2
  for (const module of modules) {
    const count = module.lessons.length
    if (who.username === '01321-0022') {
      if (module.code === 'guide-citizens')
        calendar[days - 17]!.push({ who, module, from: 0, to: count, tries: 3, right: 0.96 })
      if (module.code === 'infosec')
        calendar[days - 2]!.push({ who, module, from: 0, to: 2, tries: 0, right: 0 })
      continue
    }
    if (random() > eager) continue
    const start = Math.floor(random() * (days - 6))
    const stops = random() < 0.55 ? count : Math.floor(random() * count)
    const half = Math.ceil(stops / 2)
    const right = 0.62 + random() * 0.36
    calendar[start]!.push({ who, module, from: 0, to: half, tries: 0, right })
    const tries = stops === count ? 1 + Math.floor(random() * 2) : 0
    calendar[start + 1 + Math.floor(random() * 5)]!.push({ who, module, from: half, to: stops, tries, right })
  }
}

async function walk({ who, module, from, to, tries, right }: Walk): Promise<void> {
  const { personId, accountId } = who
  const learner: Learner = {
    kind: 'person',
    personId,
    actor: {
      accountId,
      personId,
      displayName: '',
      grants: [{ role: 'learner', provinceCode: null, communeCode: null }],
    },
  }
  for (const { code } of module.lessons.slice(from, to)) {
    await openLesson(learner, module, code, noCookies)
    await finishLesson(learner, module, code, noCookies)
  }
  const next = module.lessons[to]
  if (next && from < to) await openLesson(learner, module, next.code, noCookies)
  const random = randomFrom(`${who.username}/${module.code}/quiz`)
  for (let attempt = 0, passed = false; attempt < tries && !passed; attempt++)
    passed = await takeQuiz(learner, module, () => random() < right + attempt * 0.08)
}

async function takeQuiz(learner: Learner, module: ModuleVersion, knows: () => boolean): Promise<boolean> {
  const attempt = await startAttempt(learner, module, noCookies)
  let points = 0
  for (const [i, itemId] of attempt.items.entries()) {
    const isRight = knows()
    points += isRight ? 1 : 0
    const entries = isRight ? rightEntries(itemId, attempt.id) : { v: ['?'] }
    await answerQuestion(learner, module, { number: i + 1, attemptId: attempt.id, entries }, noCookies)
  }
  return points * 100 >= module.quiz.pass * attempt.items.length
}

/** The entries of somebody who knows the answer. */
function rightEntries(itemId: string, attemptId: string): Entries {
  const item = itemVersion(itemId)
  const entry = readItemEntry(item, rightAnswer(item))
  if (entry.kind !== 'value') throw new Error(`${itemId}: ${entry.kind}`)
  return entriesOfItem(item, seedOf(attemptId, itemId), entry.value)
}
