import { communeByCode, inSentence, placeOfCommune, provinceByCode } from '~/people/places/places.server'
import type { Actor } from '~/platform/policy/actor'
import { can } from '~/platform/policy/policy'
import { authorise } from '~/platform/policy/require.server'
import { activeCriteria, isEntered } from '../card'
import { catalogueOf } from '../catalogue.server'
import { changeOf, comparableCodes } from '../change'
import { entriesInForce } from '../entries.server'
import { nextRaises, toFind } from '../raise'
import { groupTotals, totalOf, unconfirmedPoints } from '../score'
import { snapshotsOf, takenOf } from '../snapshots/snapshots.server'
import { standings } from '../standing'
import { versionsOf } from '../versions.server'
import { scoresBefore, shownScores } from './view-province.server'

/** The scorecard of one commune: each criterion with its figure, what would raise it next, and how it was before. */
export function viewCommune(actor: Actor, communeCode: string, snapshotId: string | null) {
  const place = placeOfCommune(communeCode)
  authorise(actor, 'scorecard.view', place)
  const { provinceCode } = place
  const shown = shownScores(provinceCode, snapshotId)
  const at = shown?.rows.findIndex(({ code }) => code === communeCode) ?? -1
  const { name } = communeByCode(communeCode)
  const head = {
    commune: { code: communeCode, name, inText: inSentence(name) },
    province: provinceByCode(provinceCode).name,
    seesProvince: can(actor, 'scorecard.view', { provinceCode }),
    mayEnter: snapshotId === null && can(actor, 'scorecard.enter', place),
  }
  if (!shown || at < 0) return { ...head, shown: null }
  const { card, version, snapshot, day } = shown
  const { scores } = shown.rows[at]!
  const before = scoresBefore(provinceCode, shown)
  const then = before?.scores.get(communeCode)
  const entries = new Map(
    snapshot ? [] : entriesInForce(provinceCode, communeCode).map((each) => [each.criterion, each]),
  )
  const of = new Map(scores.map((each) => [each.code, each]))
  const { indicators } = catalogueOf(provinceCode)
  return {
    ...head,
    shown: {
      ...{ snapshot, day },
      version: version.number,
      title: card.title,
      example: card.example,
      total: totalOf(scores),
      rank: standings(shown.rows.map((row) => row.scores))[at]!,
      unconfirmed: unconfirmedPoints(scores),
      change: before && then ? changeOf(then, scores, before.codes) : null,
      before: before?.snapshot ?? null,
      groups: groupTotals(card, scores).map((group) => ({
        ...group,
        criteria: activeCriteria(card).flatMap((criterion) => {
          const score = of.get(criterion.code)
          if (criterion.group !== group.code || !score) return []
          const entry = entries.get(criterion.code)
          return [
            {
              criterion,
              score,
              entered: isEntered(criterion.source),
              returned: entry?.state === 'returned' ? entry.reason : null,
            },
          ]
        }),
      })),
      units: Object.fromEntries(indicators.map(({ code, unit }) => [code, unit])),
      raises: snapshot ? [] : nextRaises(card, scores),
      finds: snapshot ? [] : toFind(scores),
      history: historyOf(provinceCode, communeCode),
    },
  }
}

export type CommuneView = ReturnType<typeof viewCommune>
export type ShownCommune = NonNullable<CommuneView['shown']>

/** Every snapshot with this commune, each with its change since the one before. */
function historyOf(provinceCode: string, communeCode: string) {
  const cards = new Map(versionsOf(provinceCode).map(({ number, card }) => [number, card]))
  const taken = takenOf(communeCode)
  const known = snapshotsOf(provinceCode).flatMap((snapshot) => {
    const [scores, card] = [taken.get(snapshot.id), cards.get(snapshot.version)]
    return scores && card ? [{ snapshot, scores, card }] : []
  })
  return known.map(({ snapshot, scores, card }, i) => {
    const before = known[i + 1]
    return {
      ...{ id: snapshot.id, title: snapshot.title, day: snapshot.day, version: snapshot.version },
      total: totalOf(scores),
      change: before ? changeOf(before.scores, scores, comparableCodes(before.card, card)) : null,
    }
  })
}
