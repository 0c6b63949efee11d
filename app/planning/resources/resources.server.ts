import { reader } from '~/platform/db/db.server'
import type { Norms } from '../problem'
import type { From } from '../plan-row.server'
import type { Span, Trainer, Travel, Venue } from './resource'

type TrainerRow = Omit<Trainer, 'modules' | 'away'> & { skills: string; away: string }
type VenueRow = Omit<Venue, 'closed'> & { closed: string }

/** The trainers of a province who were not removed, in no order. */
export function allTrainers(provinceCode: string, from: From = reader): Trainer[] {
  return from.sql
    .all<TrainerRow>(
      `SELECT id, name, skills, days, daysPerWeek, away, email FROM PlanTrainer
       WHERE provinceCode = ? AND removedAt IS NULL`,
      provinceCode,
    )
    .map(({ skills, away, ...rest }) => ({
      ...rest,
      modules: JSON.parse(skills) as string[],
      away: JSON.parse(away) as Span[],
    }))
}

/** The venues of a province that were not removed, in no order. */
export function allVenues(provinceCode: string, from: From = reader): Venue[] {
  return from.sql
    .all<VenueRow>(
      `SELECT id, name, communeCode AS commune, seats, rooms, closed FROM PlanVenue
       WHERE provinceCode = ? AND removedAt IS NULL`,
      provinceCode,
    )
    .map(({ closed, ...rest }) => ({ ...rest, closed: JSON.parse(closed) as Span[] }))
}

/** The hours on the road to the venues of a province. */
export function travelOf(provinceCode: string, from: From = reader): Travel[] {
  return from.sql.all<Travel>(
    `SELECT t.venueId AS venue, t.communeCode AS commune, t.hours FROM VenueTravel t
     JOIN PlanVenue v ON v.id = t.venueId WHERE v.provinceCode = ? AND v.removedAt IS NULL`,
    provinceCode,
  )
}

export type NormsRow = { id: number; norms: Norms; source: string; at: string; by: string | null }

/** What a province pays, the newest first. */
export function normsOf(provinceCode: string, from: From = reader): NormsRow[] {
  return from.sql
    .all<Omit<NormsRow, 'norms'> & { norms: string }>(
      `SELECT c.id, c.norms, c.source, c.at, a.displayName AS by FROM CostNorms c LEFT JOIN Account a ON a.id = c.by
       WHERE c.provinceCode = ? ORDER BY c.id DESC`,
      provinceCode,
    )
    .map(({ norms, ...rest }) => ({ ...rest, norms: JSON.parse(norms) as Norms }))
}
