// What training plans of the demo are made with: trainers, venues, hours on the road and cost norms, all of it made up, and a
// plan with two scenarios. Places are real communes; that classes could be held there, and how long a journey takes, is not.
import { makePlan } from '~/planning/plans/make-plan.server'
import { plannableModules } from '~/planning/past-effects.server'
import { allVenues } from '~/planning/resources/resources.server'
import { saveNorms } from '~/planning/resources/save-norms.server'
import { saveTrainer, saveVenue } from '~/planning/resources/save-resource.server'
import { saveHours } from '~/planning/resources/travel.server'
import { savePart } from '~/planning/settings/save-part.server'
import { valuesOf } from '~/planning/settings/parts'
import { codesOf, listsOf } from '~/planning/settings/setting-lists.server'
import { scenarioAt, settingsOf } from '~/planning/plan-row.server'
import { copyScenario } from '~/planning/results/scenarios.server'
import { startSolving } from '~/planning/results/start-solving.server'
import type { ScenarioResult } from '~/planning/scenario-result'
import { settingsSchema, type PlanSettings } from '~/planning/settings'
import { nextQuarter } from '~/planning/default-settings'
import { randomFrom } from '~/assessment/shuffle'
import { setClock } from '~/platform/clock/now.server'
import { inTransaction, reader } from '~/platform/db/db.server'
import { runJobs } from '~/platform/jobs/jobs.server'
import { vietnamDay } from '~/platform/i18n/format'
import type { Actor } from '~/platform/policy/actor'
import { madeName } from './names'

const day = 86_400_000
/** Communes with a room for classes in the demo, and the seats and rooms there. */
const rooms: [commune: string, name: string, seats: number, rooms: number][] = [
  ['01273', 'Trung tâm đào tạo của tỉnh (mẫu)', 40, 2],
  ['01279', 'Hội trường phường Nùng Trí Cao (mẫu)', 35, 1],
  ['01321', 'Hội trường UBND xã Bảo Lạc (mẫu)', 30, 1],
  ['01290', 'Phòng máy trường học xã Bảo Lâm (mẫu)', 25, 1],
  ['01477', 'Phòng máy trường học xã Trùng Khánh (mẫu)', 30, 1],
  ['01576', 'Hội trường UBND xã Quảng Uyên (mẫu)', 30, 1],
  ['01726', 'Hội trường UBND xã Nguyên Bình (mẫu)', 25, 1],
  ['01786', 'Hội trường UBND xã Đông Khê (mẫu)', 30, 1],
]
const trainers = 14
/** What the demo also teaches without a classroom. */
const online = new Set(['email-documents', 'internet-search'])

/** Makes trainers, venues, hours on the road and norms; returns how many trainers and venues there are. */
export async function makeResources(
  actor: Actor,
  communes: readonly string[],
  today: Date,
  seed: string,
): Promise<{ trainers: number; venues: number }> {
  const random = randomFrom(`${seed}/planning`)
  const modules = plannableModules().map(({ code }) => code)
  const away = vietnamDay(new Date(today.getTime() + 60 * day))
  for (let i = 0; i < trainers; i++) {
    const taught = modules.filter((_, m) => (m + i) % 4 === 0 || random() < 0.2)
    await saveTrainer(actor, null, {
      name: `${madeName(random, i % 2 === 0 ? 'female' : 'male')} (mẫu)`,
      modules: taught,
      days: 12 + Math.floor(random() * 20),
      daysPerWeek: random() < 0.3 ? 3 : 4,
      away: random() < 0.3 ? [[away, vietnamDay(new Date(today.getTime() + 66 * day))]] : [],
      email: null,
    })
  }
  for (const [commune, name, seats, count] of rooms)
    await saveVenue(actor, null, { name, commune, seats, rooms: count, closed: [] })
  for (const { id, commune } of allVenues('04')) {
    const here = communes.indexOf(commune ?? '')
    const hours = communes.flatMap((code, i) => {
      const far = Math.min(Math.abs(i - here) * 0.16 + 0.2 + random() * 0.6, 6)
      return far > 3.5 ? [] : [{ commune: code, hours: code === commune ? 0 : Math.round(far * 10) / 10 }]
    })
    await saveHours(actor, id, hours)
  }
  await saveNorms(actor, {
    norms: {
      trainerDay: 1_200_000,
      roomDay: 800_000,
      seatDay: 150_000,
      travelHour: 40_000,
      onlineSeat: 60_000,
      visitJourney: 2_000_000,
    },
    source: 'Số tiền mẫu để xem thử, không theo văn bản nào',
  })
  return { trainers, venues: rooms.length }
}

/** Makes the plan for the quarter to come and works both of its scenarios out. Returns how many classes the first has. */
export async function makeNextPlan(actor: Actor, campaignId: string, today: Date): Promise<number> {
  setClock(new Date(today.getTime() - 5 * day))
  const [year, month] = nextQuarter(vietnamDay(today)).from.split('-').map(Number) as [number, number]
  const quarter = (month + 2) / 3
  const { id, fault } = await makePlan(
    actor,
    {
      title: `Kế hoạch tập huấn quý ${quarter}/${year} (mẫu)`,
      titleEn: `Training plan, quarter ${quarter} of ${year} (sample)`,
      campaign: campaignId,
      budget: 850_000_000,
    },
    'vi',
  )
  if (fault) throw new Error(`the plan was not made: ${fault}`)
  await changeSettings(id, 1, (settings) => ({
    ...settings,
    modules: settings.modules.map((module) => ({
      ...module,
      deliveries: online.has(module.code) ? ['class', 'visit', 'online'] : ['class', 'visit'],
    })),
    seconds: 12,
  }))
  await secondScenario(actor, id)
  const classes = await solved(actor, id, 1)
  await solved(actor, id, 2)
  setClock()
  return classes
}

/** Solves a scenario as the job does; returns how many classes there are. */
export async function solved(actor: Actor, planId: string, number: number): Promise<number> {
  await startSolving(actor, planId, number)
  await runJobs()
  const { result } = scenarioAt(planId, number)
  const solve = result ? (JSON.parse(result) as ScenarioResult).solve : null
  if (solve?.kind !== 'plan') throw new Error(`scenario ${number} was not solved: ${JSON.stringify(solve)}`)
  return solve.plan.classes.length
}

/** Changes settings without the form: the demo has no planner who types. */
export async function changeSettings(
  planId: string,
  number: number,
  change: (settings: PlanSettings) => PlanSettings,
): Promise<void> {
  const settings = settingsSchema.parse(change(settingsOf(scenarioAt(planId, number))))
  await inTransaction((tx) => {
    tx.sql.run(
      'UPDATE PlanScenario SET settings = ? WHERE planId = ? AND number = ?',
      ...[JSON.stringify(settings), planId, number],
    )
    return Promise.resolve()
  })
}

/** The same with half of the money and a seat for one in ten of each commune. */
async function secondScenario(actor: Actor, planId: string): Promise<void> {
  await copyScenario(actor, planId, 1, 'Phương án 2: nửa kinh phí')
  await changeSettings(planId, 2, (settings) => ({ ...settings, seconds: 8 }))
  const plan = reader.sql.get<{ provinceCode: string; basis: string }>(
    'SELECT provinceCode, basis FROM TrainingPlan WHERE id = ?',
    planId,
  )!
  const lists = codesOf(listsOf(plan))
  for (const [part, changed] of [
    ['money', { budget: '425.000.000' }],
    ['rules', { leastCoverage: '10' }],
  ] as const) {
    const { settings, revision } = { ...scenarioAt(planId, 2), settings: settingsOf(scenarioAt(planId, 2)) }
    const was = valuesOf(part, settings, lists)
    const answer = await savePart(actor, {
      ...{ planId, number: 2, part, revision, was },
      typed: { ...was, ...changed },
    })
    if (answer.kind !== 'saved') throw new Error(`the second scenario was not saved: ${answer.kind}`)
  }
}
