// npm run calibrate [-- --shrinkage=off --campaign=<id> --adopt]: works out difficulty and discrimination of the items anew
// from the answers in the database of DATABASE_URL, and leaves them as a proposal for trainers unless told to adopt them.
import { parseArgs } from 'node:util'
import { calibrate, storeCalibration } from '../app/assessment/calibration/calibrate.server'
import { decide } from '../app/assessment/calibration/decide-calibration.server'
import {
  calibrationCampaigns,
  calibrationOptions,
} from '../app/assessment/calibration/start-calibration.server'
import { prepareApplication } from '../app/composition.server'
import { closeDatabase, inTransaction, openDatabase } from '../app/platform/db/db.server'
import { translateMessage } from '../app/platform/i18n/translate'
import { JobRefused } from '../app/platform/jobs/job'

const usage = 'npm run calibrate [-- --shrinkage=on|off] [--campaign=<id>]… [--adopt]'

function stop(...lines: string[]): never {
  for (const line of lines) console.error(line)
  process.exit(1)
}

function asked() {
  try {
    const { values } = parseArgs({
      options: {
        shrinkage: { type: 'string', default: 'on' },
        campaign: { type: 'string', multiple: true },
        adopt: { type: 'boolean', default: false },
      },
    })
    if (values.shrinkage !== 'on' && values.shrinkage !== 'off') stop(`--shrinkage is on or off.`, usage)
    return values
  } catch (error) {
    return stop(error instanceof Error ? error.message : String(error), usage)
  }
}

const stages: Record<string, string> = { 'job.reading': 'people read', 'job.iterating': 'rounds' }
let said = 0

/** A line on stderr at most each second, so that the summary on stdout stays alone. */
function tell(done: number, total: number, stage = ''): void {
  if (Date.now() - said < 1000) return
  said = Date.now()
  console.error(`  ${done}${total > 0 ? ` of at most ${total}` : ''} ${stages[stage] ?? ''}`)
}

const { shrinkage, campaign, adopt } = asked()
await openDatabase()
await prepareApplication()
const closed = calibrationCampaigns(null)
const known = new Map(closed.map((each) => [each.id, each]))
const chosen = campaign ?? [...known.keys()]
const unknown = chosen.filter((id) => !known.has(id))
if (unknown.length > 0)
  stop(
    `No closed campaign with submitted forms has the id ${unknown.join(', ')}. There are:`,
    ...closed.map(({ id, title, people }) => `  ${id}  ${title.en} (${people})`),
  )
if (chosen.length === 0)
  stop('No closed campaign has submitted forms yet: there is nothing to calibrate from.')
try {
  const options = calibrationOptions(chosen, shrinkage === 'on')
  const calibrated = await calibrate(options, tell)
  const id = await storeCalibration(options, calibrated, null)
  if (adopt) await inTransaction(async (tx) => decide(tx, id, { what: 'adopted', reason: null, by: null }))
  const { report } = calibrated
  console.log(
    `Calibration ${id}, ${adopt ? 'adopted' : 'proposed'}: ${report.persons} people, ${report.answers} answers.`,
  )
  console.log(
    `${report.items.filter(({ answered }) => answered > 0).length} items estimated in ${report.iterations} rounds${report.converged ? '' : ', not settled'}; log-likelihood ${report.logLikelihood.toFixed(1)}.`,
  )
  console.log(
    `${report.items.filter(({ drift }) => drift?.drifted).length} items drifted; ${report.dif.length} differences between groups.`,
  )
} catch (error) {
  if (error instanceof JobRefused) stop(translateMessage('en', 'analysis', error.failure))
  throw error
} finally {
  await closeDatabase()
}
