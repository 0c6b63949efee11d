import { essayAnswer } from '../../tests/fixtures/samples'
import { closedCampaignId, database, moment } from '../../tests/fixtures/installation'
import { paths } from '~/paths'
import type { Account, Camera } from './camera'
import { demo } from './people'

/** Marking, classes, item analysis, reported problems. */
export async function teach(camera: Camera, trainer: Account): Promise<void> {
  await marking(camera, trainer)
  await classes(camera)
  await camera.open(paths.itemAnalysis(closedCampaignId))
  await camera.shoot('30-analysis', { at: 'main table:last-of-type' })
  await camera.open(paths.itemFigures(closedCampaignId, '4.3-3a@2'))
  await camera.shoot('31-item-figures', { at: `h2:has-text("${camera.say('bank', 'plot.title')}")` })
  await problems(camera, trainer)
}

async function marking(camera: Camera, trainer: Account): Promise<void> {
  const learner = database()
    .prepare('SELECT personId FROM Account WHERE username = ?')
    .get(demo('learner').username) as { personId: string }
  const id = essayAnswer(learner.personId, moment(new Date()))
  await camera.as(trainer)
  await camera.open(paths.marking())
  await camera.shoot('26-marking')
  await camera.open(paths.markAnswer(id))
  await camera.shoot('27-mark-answer')
}

async function classes(camera: Camera): Promise<void> {
  const { id, session } = database()
    .prepare('SELECT classId AS id, id AS session FROM ClassSession ORDER BY date LIMIT 1')
    .get() as { id: string; session: string }
  await camera.open(paths.trainingClass(id))
  await camera.shoot('28-class')
  await camera.open(paths.classSession(id, session))
  await camera.shoot('29-attendance', { screen: 'phone' })
}

async function problems(camera: Camera, trainer: Account): Promise<void> {
  const say = camera.say.bind(camera)
  await camera.as(demo('learner'))
  await camera.open(paths.report('item', '4.1-1a@2'))
  await camera.choose('[name=what][value=wrong]', 'wrong')
  await camera.fill(
    '[name=text]',
    camera.locale === 'vi'
      ? 'Ở xã tôi nút này nằm ở trang khác.'
      : 'In my commune this button is on another page.',
  )
  await camera.shoot('32-report', { screen: 'phone' })
  await camera.press(say('reports', 'send'))
  await camera.as(trainer)
  await camera.open(paths.reports())
  await camera.shoot('33-reports')
  await camera.open(paths.desk())
  await camera.shoot('01-desk')
}
