import { database } from '../../tests/fixtures/installation'
import { paths } from '~/paths'
import { below, type Account, type Camera } from './camera'
import { demo } from './people'

/** An approved plan: its letters, a commune that names people, follow-up, a cancelled class, and what another plan did. */
export async function carryOut(camera: Camera, planner: Account, id: string): Promise<void> {
  await camera.as(planner)
  await camera.open(paths.approvePlan(id, { scenario: 1 }))
  await camera.shoot('30-approve', below)
  await camera.click('main form[action*="/approve"] button')
  await camera.lookFor(camera.say('carry', 'follow.title'))
  await camera.open(paths.planLetters(id))
  await camera.shoot('31-letters', below)
  await camera.open(paths.printLetters(id))
  await camera.shoot('32-letter', { at: 'main .letter' })
  await nameSomebody(camera)
  await camera.as(planner)
  await camera.open(paths.planFollowUp(id))
  await camera.click('main a[href*="cancel="]')
  await camera.shoot('34-cancel')
  await carriedOut(camera)
}

async function nameSomebody(camera: Camera): Promise<void> {
  await camera.as(demo('leader'))
  const { code } = database()
    .prepare(
      `SELECT g.communeCode AS code FROM RoleGrant g JOIN Account a ON a.id = g.accountId
       WHERE g.role = 'leader' AND a.username = ?`,
    )
    .get(demo('leader').username) as { code: string }
  await camera.open(paths.communeSeats(code))
  await camera.click('main table a[href*="class="]')
  await camera.shoot('33-naming', below)
}

/** The plan of the demo whose classes are over, with a campaign before and one after them. */
async function carriedOut(camera: Camera): Promise<void> {
  const say = camera.say.bind(camera)
  const plan = database()
    .prepare(
      `SELECT p.id FROM TrainingPlan p JOIN Campaign c ON c.id = p.campaignId
       WHERE p.state <> 'draft' ORDER BY c.closedAt, p.approvedAt LIMIT 1`,
    )
    .get() as { id: string }
  await camera.open(paths.planFollowUp(plan.id))
  await camera.shoot('35-follow-up', below)
  await camera.open(paths.planEffect(plan.id))
  const measure = say('carry', 'effect.measure')
  if (await camera.shows(measure)) await camera.press(measure)
  await camera.lookFor(say('carry', 'effect.compared'))
  await camera.shoot('36-effect', below)
}
