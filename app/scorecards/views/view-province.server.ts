import { bareName, communesIn, provinceByCode } from '~/people/places/places.server'
import { workProvince } from '~/people/places/work-province.server'
import { now } from '~/platform/clock/now.server'
import { vietnamDay } from '~/platform/i18n/format'
import type { Actor } from '~/platform/policy/actor'
import { can, scopeOf } from '~/platform/policy/policy'
import { authorise } from '~/platform/policy/require.server'
import type { Card } from '../card'
import { changeOf, comparableCodes } from '../change'
import { entriesInForce } from '../entries.server'
import { scoresBy } from '../readings/readings-of.server'
import { groupTotals, totalOf } from '../score'
import {
  snapshotAt,
  snapshotsOf,
  takenScores,
  type Snapshot,
  type TakenScores,
} from '../snapshots/snapshots.server'
import { standings } from '../standing'
import { draftOf, inForceOn, versionsOf, type Version } from '../versions.server'
import { arranged, conclusionOf, type ProvinceRow, type ProvinceSort } from './province-table'

export type ProvinceQuery = {
  snapshot: string | null
  sort: ProvinceSort
  direction: 'asc' | 'desc'
  filter: string
}

/** The commune of a leader who sees no province; null for a planner. */
export function ownCommune(actor: Actor): string | null {
  authorise(actor, 'scorecard.view')
  const { provinceCodes, communeCodes } = scopeOf(actor, 'scorecard.view')
  return provinceCodes.length > 0 ? null : (communeCodes[0] ?? null)
}

export type Shown = {
  card: Card
  version: Version
  rows: TakenScores[]
  snapshot: Snapshot | null
  day: string
}

/** The scores of a province as they stand, or as a snapshot holds them; null before criteria are in force. */
export function shownScores(provinceCode: string, snapshotId: string | null): Shown | null {
  const versions = versionsOf(provinceCode)
  if (snapshotId !== null) {
    const snapshot = snapshotAt(provinceCode, snapshotId)
    const version = versions.find(({ number }) => number === snapshot.version)!
    return { card: version.card, version, rows: takenScores(snapshot.id), snapshot, day: snapshot.day }
  }
  const day = vietnamDay(now())
  const version = inForceOn(versions, day)
  if (!version) return null
  const communes = communesIn(provinceCode)
  const scores = scoresBy(
    version.card,
    provinceCode,
    communes.map(({ code }) => code),
    day,
  )
  const rows = communes.map(({ code, name }) => ({ code, name, scores: scores.get(code)! }))
  return { card: version.card, version, rows, snapshot: null, day }
}

/** The scores that a change is told against: the last snapshot before what is shown. */
export function scoresBefore(provinceCode: string, shown: Shown) {
  const before = snapshotsOf(provinceCode).find(
    ({ id, takenAt }) =>
      shown.snapshot === null || (id !== shown.snapshot.id && takenAt < shown.snapshot.takenAt),
  )
  if (!before) return null
  const version = versionsOf(provinceCode).find(({ number }) => number === before.version)!
  return {
    snapshot: before,
    codes: comparableCodes(version.card, shown.card),
    scores: new Map(takenScores(before.id).map(({ code, scores }) => [code, scores])),
  }
}

/** The communes of a province by their scores, for a planner. */
export function viewProvince(actor: Actor, query: ProvinceQuery) {
  const provinceCode = workProvince(actor, 'scorecard.view')
  authorise(actor, 'scorecard.view', { provinceCode })
  const versions = versionsOf(provinceCode)
  const shown = shownScores(provinceCode, query.snapshot)
  const head = {
    province: provinceByCode(provinceCode).name,
    mayEdit: can(actor, 'scorecard.edit', { provinceCode }),
    hasDraft: draftOf(provinceCode) !== null,
    /** The day on which the first version comes into force, where it lies ahead. */
    begins: shown ? null : (versions.at(-1)?.validFrom ?? null),
    snapshots: snapshotsOf(provinceCode),
    query,
  }
  if (!shown) return { ...head, shown: null }
  const before = scoresBefore(provinceCode, shown)
  const ranks = standings(shown.rows.map(({ scores }) => scores))
  const rows = shown.rows.map(({ code, name, scores }, i): ProvinceRow => {
    const then = before?.scores.get(code)
    return {
      code,
      name,
      bare: bareName(name),
      total: totalOf(scores),
      groups: groupTotals(shown.card, scores).map(({ code: group, total }) => ({ code: group, total })),
      rank: ranks[i]!,
      change: before && then ? changeOf(then, scores, before.codes) : null,
    }
  })
  const { version, snapshot, day, card } = shown
  return {
    ...head,
    shown: {
      number: version.number,
      title: card.title,
      example: card.example,
      of: totalOf(shown.rows[0]?.scores ?? []).of,
      groups: card.groups.filter(({ code }) => rows[0]?.groups.some((each) => each.code === code)),
      ...{ snapshot, day },
      before: before && { snapshot: before.snapshot, criteria: before.codes.size },
      criteria: card.criteria.filter(({ retired }) => !retired).length,
      rows: arranged(rows, query),
      all: rows.length,
      conclusion: conclusionOf(
        card,
        shown.rows.map(({ scores }) => scores),
      ),
      waiting: snapshot ? [] : waitingEntries(provinceCode, card),
    },
  }
}

export type ProvinceView = ReturnType<typeof viewProvince>

function waitingEntries(provinceCode: string, card: Card) {
  const names = new Map(card.criteria.map(({ code, name }) => [code, name]))
  const communes = new Map(communesIn(provinceCode).map(({ code, name }) => [code, name]))
  return entriesInForce(provinceCode).flatMap(({ state, communeCode, criterion, at }) => {
    const [name, commune] = [names.get(criterion), communes.get(communeCode)]
    return state === 'waiting' && name && commune ? [{ communeCode, commune, criterion, name, at }] : []
  })
}
