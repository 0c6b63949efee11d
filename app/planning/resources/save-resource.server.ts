import { randomUUID } from 'node:crypto'
import { communesIn } from '~/people/places/places.server'
import { workProvince } from '~/people/places/work-province.server'
import { now } from '~/platform/clock/now.server'
import { inTransaction, reader, type Tx } from '~/platform/db/db.server'
import { dbDate } from '~/platform/db/sqlite.server'
import { refuse } from '~/platform/http/errors'
import { audit } from '~/platform/log/audit.server'
import type { Actor } from '~/platform/policy/actor'
import { authorise } from '~/platform/policy/require.server'
import type { From } from '../plan-row.server'
import type { Trainer, Venue } from './resource'

export type ResourceKind = 'trainer' | 'venue'
const tables = { trainer: 'PlanTrainer', venue: 'PlanVenue' } as const

/** The province whose resources an actor manages. */
export function resourcesProvince(actor: Actor): string {
  const provinceCode = workProvince(actor, 'plans.manage')
  authorise(actor, 'plans.manage', { provinceCode })
  return provinceCode
}

/** Adds a trainer to the actor's province, or changes the one with `id`; returns the id. */
export async function saveTrainer(
  actor: Actor,
  id: string | null,
  trainer: Omit<Trainer, 'id'>,
): Promise<string> {
  const provinceCode = resourcesProvince(actor)
  return inTransaction(async (tx) => {
    if (id !== null) requireOwn(tx, 'trainer', id, provinceCode)
    const own = storeTrainer(tx, provinceCode, id, trainer)
    await audit(tx, actor.accountId, 'plan-trainer.save', own)
    return own
  })
}

/** Writes a trainer inside a transaction; the caller has authorised. */
export function storeTrainer(
  tx: Tx,
  provinceCode: string,
  id: string | null,
  trainer: Omit<Trainer, 'id'>,
): string {
  const own = id ?? randomUUID()
  const { name, modules, days, daysPerWeek, away, email } = trainer
  tx.sql.run(
    `INSERT INTO PlanTrainer (id, provinceCode, name, skills, days, daysPerWeek, away, email) VALUES (?, ?, ?, ?, ?, ?, ?, ?)
     ON CONFLICT (id) DO UPDATE SET name = excluded.name, skills = excluded.skills, days = excluded.days,
       daysPerWeek = excluded.daysPerWeek, away = excluded.away, email = excluded.email`,
    ...[own, provinceCode, name, JSON.stringify(modules), days, daysPerWeek, JSON.stringify(away), email],
  )
  return own
}

/** Adds a venue to the actor's province, or changes the one with `id`; returns the id. */
export async function saveVenue(actor: Actor, id: string | null, venue: Omit<Venue, 'id'>): Promise<string> {
  const provinceCode = resourcesProvince(actor)
  const known = venue.commune === null || communesIn(provinceCode).some(({ code }) => code === venue.commune)
  if (!known) throw refuse('badRequest')
  return inTransaction(async (tx) => {
    if (id !== null) requireOwn(tx, 'venue', id, provinceCode)
    const own = storeVenue(tx, provinceCode, id, venue)
    await audit(tx, actor.accountId, 'plan-venue.save', own)
    return own
  })
}

/** Writes a venue inside a transaction; the caller has authorised. */
export function storeVenue(
  tx: Tx,
  provinceCode: string,
  id: string | null,
  { name, commune, seats, rooms, closed }: Omit<Venue, 'id'>,
): string {
  const own = id ?? randomUUID()
  tx.sql.run(
    `INSERT INTO PlanVenue (id, provinceCode, name, communeCode, seats, rooms, closed) VALUES (?, ?, ?, ?, ?, ?, ?)
     ON CONFLICT (id) DO UPDATE SET name = excluded.name, communeCode = excluded.communeCode, seats = excluded.seats,
       rooms = excluded.rooms, closed = excluded.closed`,
    ...[own, provinceCode, name, commune, seats, rooms, JSON.stringify(closed)],
  )
  return own
}

/** Takes a trainer or a venue out of the lists, or puts it back; plans and results that name it keep the name. */
export async function setRemoved(
  actor: Actor,
  kind: ResourceKind,
  id: string,
  isRemoved: boolean,
): Promise<void> {
  const provinceCode = resourcesProvince(actor)
  await inTransaction(async (tx) => {
    requireOwn(tx, kind, id, provinceCode)
    const at = isRemoved ? dbDate(now()) : null
    tx.sql.run(`UPDATE ${tables[kind]} SET removedAt = ? WHERE id = ?`, at, id)
    await audit(tx, actor.accountId, `plan-${kind}.${isRemoved ? 'remove' : 'restore'}`, id)
  })
}

function requireOwn(from: From, kind: ResourceKind, id: string, provinceCode: string): void {
  const row = from.sql.get(
    `SELECT 1 FROM ${tables[kind]} WHERE id = ? AND provinceCode = ?`,
    id,
    provinceCode,
  )
  if (!row) throw refuse('notFound')
}

/** The name of a trainer or a venue of the actor's province, also of one that was removed. */
export function resourceName(actor: Actor, kind: ResourceKind, id: string): string {
  const provinceCode = resourcesProvince(actor)
  const row = reader.sql.get<{ name: string }>(
    `SELECT name FROM ${tables[kind]} WHERE id = ? AND provinceCode = ?`,
    id,
    provinceCode,
  )
  if (!row) throw refuse('notFound')
  return row.name
}

/** The plans that are not closed and count with a trainer or a venue. */
export function plansUsing(kind: ResourceKind, id: string): { id: string; title: string }[] {
  return reader.sql.all<{ id: string; title: string }>(
    `SELECT DISTINCT p.id, p.title FROM TrainingPlan p JOIN PlanScenario s ON s.planId = p.id
     JOIN json_each(s.settings, ?) used WHERE p.state <> 'closed' AND used.value = ? ORDER BY p.title`,
    kind === 'trainer' ? '$.trainers' : '$.venues',
    id,
  )
}
