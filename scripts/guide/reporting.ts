import { closedCampaignId as campaign } from '../../tests/fixtures/installation'
import { paths } from '~/paths'
import { below, type Account, type Camera } from './camera'
import { demo } from './people'

/** The desk, the pages of a report, clusters, and what a leader sees. */
export async function readReport(camera: Camera, planner: Account): Promise<void> {
  const say = camera.say.bind(camera)
  await camera.as(planner)
  await camera.open(paths.desk())
  await camera.shoot('01-desk')
  await camera.open(paths.gaps(campaign))
  await camera.shoot('02-report', below)
  await camera.open(paths.gapsCompetency(campaign, '4.1'))
  await camera.shoot('03-competency', below)
  await camera.open(paths.gapsPositions(campaign))
  await camera.shoot('04-positions')
  await camera.open(paths.gapsSegments(campaign))
  await camera.shoot('05-segments', below)
  await camera.open(paths.gapsTrend(campaign))
  await camera.shoot('06-trend')
  await camera.open(paths.locations())
  await camera.shoot('07-locations')
  await camera.as(demo('leader'))
  await camera.open(paths.desk())
  await camera.shoot('08-leader')
  await camera.as(planner)
  await camera.open(paths.clusters())
  await camera.shoot('09-clusters')
  await camera.open(paths.gaps(campaign, { by: 'cluster' }))
  await camera.shoot('10-by-cluster', { at: `h2:has-text("${say('gaps', 'heat.title.domains')}")` })
}
