import { paths } from '~/paths'
import { below, type Account, type Camera } from './camera'
import { draftPlan, impossibleNumber } from './scenarios'

/** The scenario whose result is shown: worked out once, so that the page begins with its calendar. */
const shown = 2

/** What plans are made from: the list of plans, trainers, hours on the road, norms, and all of it by Excel. */
export async function gatherResources(camera: Camera, planner: Account): Promise<void> {
  await camera.as(planner)
  await camera.open(paths.plans())
  await camera.shoot('15-plans')
  await camera.open(paths.planTrainers())
  await camera.shoot('16-trainers', below)
  await camera.open(paths.planTravel())
  await camera.shoot('17-travel', below)
  await camera.open(paths.planNorms())
  await camera.shoot('18-norms')
  await camera.open(paths.planResourcesImport())
  await camera.shoot('19-import')
}

/** The draft plan of the demo: its settings, one scenario that cannot be, a result, and two results side by side. Returns its id. */
export async function planTraining(camera: Camera, planner: Account): Promise<string> {
  await camera.as(planner)
  const id = draftPlan()
  await settings(camera, id)
  await impossible(camera, id)
  await result(camera, id)
  await camera.open(paths.comparePlan(id))
  await camera.shoot('28-compare', below)
  return id
}

async function settings(camera: Camera, id: string): Promise<void> {
  const parts = [
    ['20-money', 'money'],
    ['21-modules', 'modules'],
    ['22-rules', 'rules'],
  ] as const
  for (const [name, part] of parts) {
    await camera.open(paths.planSettings(id, 1, part))
    await camera.shoot(name, below)
  }
}

/** The scenario that asks for more than its money pays for; it is gone afterwards. */
async function impossible(camera: Camera, id: string): Promise<void> {
  const say = camera.say.bind(camera)
  await camera.open(paths.planScenario(id, impossibleNumber))
  await camera.shoot('29-impossible', below)
  await camera.press(say('plans', 'scenarios.delete'))
  await camera.press(say('plans', 'scenarios.delete'))
}

async function result(camera: Camera, id: string): Promise<void> {
  const say = camera.say.bind(camera)
  const panel = (text: string) => `h2:has-text("${text}")`
  await camera.open(paths.planScenario(id, shown))
  await camera.shoot('23-result', below)
  await camera.shoot('24-more', { at: panel(say('plans', 'more.title')) })
  await camera.open(paths.planScenario(id, shown, { view: 'expected' }))
  await camera.shoot('25-expected', below)
  await camera.open(paths.planScenario(id, shown, { view: 'basis' }))
  await camera.shoot('26-basis', below)
  await camera.open(paths.planScenario(id, shown, { view: 'classes', delivery: 'class' }))
  await camera.click('main tbody a[href*="/classes/"]')
  await camera.shoot('27-class', below)
}
