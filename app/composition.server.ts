import { keepItemFigures } from '~/assessment/item-analysis/keep-figures.server'
import { closeDueCampaigns } from '~/campaigns/close-campaign.server'
import { sendDueReminders } from '~/campaigns/reminders/send-due.server'
import { loadProfiles } from '~/competency/load-profiles.server'
import { loadPlaces } from '~/people/places/load-places.server'
import { loadPositions } from '~/people/places/load-positions.server'
import { loadContentAtStart, loadModulesAtStart, reloadModules } from '~/learning/reload-modules.server'
import { discardStaleBatches } from '~/campaigns/paper/discard-batch.server'
import { queueMissingEstimates } from '~/gaps/estimate-campaign.server'
import { deleteOldMeasures } from '~/gaps/measure-page/own-measures.server'
import { warmFigures } from '~/gaps/warm-figures.server'
import { discardStaleQuestions } from '~/interchange/imports/discard-import.server'
import { discardStaleDocuments } from '~/interchange/lessons/import/discard-document.server'
import { discardStaleImports } from '~/people/roster/discard-import.server'
import { tellOfChangedClasses } from '~/planning/carry/make-letters.server'
import { deleteExpiredSessions } from '~/platform/auth/sessions.server'
import { runJobs } from '~/platform/jobs/jobs.server'
import { log } from '~/platform/log/log.server'
import { sendQueuedMail } from '~/platform/mail/send-mail.server'

/** What happens once at start, after the database is open: places and content are loaded. */
export async function prepareApplication(): Promise<void> {
  await loadPlaces()
  await loadPositions()
  const refused = await loadContentAtStart()
  await loadProfiles()
  await loadModulesAtStart(refused)
  log.info('places and content loaded')
}

/** Long work goes on by itself: the other jobs do not wait for it. */
function startJobs(): void {
  void runJobs()
}

/** A mail server that takes its time holds up nothing else. */
function startMail(): void {
  void sendQueuedMail()
}

const jobs: (() => unknown)[] = [
  closeDueCampaigns,
  sendDueReminders,
  queueMissingEstimates,
  warmFigures,
  keepItemFigures,
  deleteExpiredSessions,
  deleteOldMeasures,
  discardStaleImports,
  discardStaleBatches,
  discardStaleQuestions,
  discardStaleDocuments,
  reloadModules,
  tellOfChangedClasses,
  startMail,
  startJobs,
]

/** What happens every half minute. */
export async function runScheduledJobs(): Promise<void> {
  for (const job of jobs) {
    try {
      await job()
    } catch (error) {
      log.error({ err: error, job: job.name }, 'scheduled job failed')
    }
  }
}
