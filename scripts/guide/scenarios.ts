import { database } from '../../tests/fixtures/installation'
import { paths } from '~/paths'
import type { Account, Camera } from './camera'

/** The scenario that cannot be, beside two that can. */
export const impossibleNumber = 3
/** Modules that are offered online too; in the others people practise with somebody beside them. */
const online = 2

export function draftPlan(): string {
  const plan = database()
    .prepare("SELECT id FROM TrainingPlan WHERE state = 'draft' ORDER BY createdAt LIMIT 1")
    .get() as { id: string } | undefined
  if (!plan) throw new Error('the demo has no draft of a plan')
  return plan.id
}

/** Two scenarios of the demo's draft worked out, and a third that asks for seats which its money cannot pay. */
export async function solveScenarios(camera: Camera, planner: Account): Promise<void> {
  const say = camera.say.bind(camera)
  await camera.as(planner)
  const id = draftPlan()
  for (const [number, budget] of [
    [1, 850_000_000],
    [2, 425_000_000],
  ] as const) {
    await change(camera, id, number, { budget, seats: 10 })
    await solve(camera, id, number, say('plans', 'schedule.title'))
  }
  await camera.open(paths.planScenario(id, 1))
  await camera.press(say('plans', 'scenarios.copy'))
  await change(camera, id, impossibleNumber, { budget: 20_000_000, seats: 60 })
  await solve(camera, id, impossibleNumber, say('plans', 'clash.title'))
}

/** `seats`: of each commune at least, in per cent of its people. */
async function change(
  camera: Camera,
  id: string,
  number: number,
  { budget, seats }: { budget: number; seats: number },
): Promise<void> {
  const save = camera.say('planning', 'action.save')
  await camera.open(paths.planSettings(id, number, 'money'))
  await camera.fill('#budget', String(budget))
  await camera.fill('#visitJourney', '2000000')
  await camera.press(save)
  await camera.open(paths.planSettings(id, number, 'modules'))
  const ticks = await camera.page.locator('[name$=".online"]').all()
  for (const tick of ticks.slice(online)) await tick.uncheck({ force: true })
  await camera.press(save)
  await camera.open(paths.planSettings(id, number, 'rules'))
  await camera.fill('#leastCoverage', String(seats))
  await camera.fill('#seconds', '60')
  await camera.press(save)
}

async function solve(camera: Camera, id: string, number: number, until: string): Promise<void> {
  const [first, again] = [camera.say('plans', 'action.solve'), camera.say('plans', 'action.again')]
  await camera.open(paths.planScenario(id, number))
  await camera.press((await camera.shows(first)) ? first : again)
  await camera.reloadUntil(camera.say('plans', 'solve.title'))
  await camera.page.getByText(camera.say('plans', 'solve.title'), { exact: true }).waitFor({
    state: 'detached',
    timeout: 240_000,
  })
  await camera.lookFor(until)
}
