import { findItems } from '~/assessment/catalogue/list-items.server'
import { bankFilter } from '~/assessment/catalogue/bank-filter'
import { itemVersion } from '~/assessment/content.server'
import { momentOf } from '~/classes/class'
import { listClasses } from '~/classes/list-classes.server'
import { waitingForMarks } from '~/learning/marking/waiting.server'
import { listReports } from '~/learning/problem-reports/handle-reports.server'
import { now } from '~/platform/clock/now.server'
import type { Locale } from '~/platform/i18n/locale'
import type { Actor } from '~/platform/policy/actor'
import { can } from '~/platform/policy/policy'
import { viewStudio } from '../drafts/list-drafts.server'

/** So many lines of each kind stand on the desk. */
const shown = 5

/** What waits for a trainer, each with how much there is in all; null for who writes nothing. */
export function trainerWork(actor: Actor, locale: Locale) {
  if (!can(actor, 'studio.write')) return null
  const { mine, waiting } = viewStudio(actor)
  const flagged = findItems(actor, bankFilter(new URLSearchParams('figures=flagged&sort=flags')))
  const sessions = comingSessions(actor)
  const { reports, count } = listReports(actor, { handled: false, page: 1, locale })
  return {
    mine: some(mine),
    waiting: some(waiting),
    flagged: {
      count: flagged.length,
      rows: flagged.slice(0, shown).map(({ id, code, figures }) => ({
        ...{ id, code, stem: itemVersion(id).stem },
        ...{ flags: figures?.flags ?? [], campaignId: figures?.campaignId ?? '' },
      })),
    },
    sessions: some(sessions),
    answers: waitingForMarks(actor),
    reports: { count, rows: reports.slice(0, shown).map(({ id, about, what }) => ({ id, about, what })) },
  }
}

export type TrainerWork = NonNullable<ReturnType<typeof trainerWork>>

function some<Row>(rows: readonly Row[]): { count: number; rows: Row[] } {
  return { count: rows.length, rows: rows.slice(0, shown) }
}

/** The sessions of the actor's classes that are not over, the next first. */
function comingSessions(actor: Actor) {
  const at = now()
  return listClasses(actor)
    .filter(({ state }) => state === 'planned' || state === 'running')
    .flatMap(({ id, title, sessions }) => sessions.map((session) => ({ classId: id, title, session })))
    .filter(({ session }) => momentOf(session, session.endsAt) > at)
    .sort(
      (a, b) =>
        momentOf(a.session, a.session.startsAt).getTime() - momentOf(b.session, b.session.startsAt).getTime(),
    )
}
