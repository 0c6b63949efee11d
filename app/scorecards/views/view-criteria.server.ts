import { refuse } from '~/platform/http/errors'
import { now } from '~/platform/clock/now.server'
import { vietnamDay } from '~/platform/i18n/format'
import type { Actor } from '~/platform/policy/actor'
import { can } from '~/platform/policy/policy'
import { authorise } from '~/platform/policy/require.server'
import { workProvince } from '~/people/places/work-province.server'
import { activeCriteria, pointsInAll, type Card, type Criterion } from '../card'
import { cardFaults } from '../card-faults'
import { catalogueOf, knownIn, scorecardProvince, type Catalogue } from '../catalogue.server'
import { cardChanges } from '../diff'
import { draftOf, inForceOn, versionsOf } from '../versions.server'

/** Names of what criteria are scored from, by code, for words such as "indicator: dossiers filed online". */
function namesIn({ domains, competencies, modules, indicators }: Catalogue) {
  const table = (of: { code: string; name: { vi: string; en: string } }[]) =>
    Object.fromEntries(of.map(({ code, name }) => [code, name]))
  return {
    measures: table([...domains, ...competencies]),
    modules: table(modules),
    indicators: table(indicators),
    units: Object.fromEntries(indicators.map(({ code, unit }) => [code, unit])),
  }
}

/**
 * The criteria of a province: the draft where one is asked for, a version by its number, else what is in force, with what is
 * different from the version before, and every version.
 */
export function viewCriteria(actor: Actor, { draft, number }: { draft: boolean; number: number | null }) {
  const provinceCode = workProvince(actor, 'scorecard.view')
  authorise(actor, 'scorecard.view')
  const mayEdit = can(actor, 'scorecard.edit', { provinceCode })
  if (draft && !mayEdit) throw refuse('notAllowed')
  const versions = versionsOf(provinceCode)
  const today = vietnamDay(now())
  const inForce = inForceOn(versions, today)
  const own = mayEdit ? draftOf(provinceCode) : null
  if (draft && !own) throw refuse('notFound')
  const version =
    number === null ? (inForce ?? versions.at(-1) ?? null) : versions.find((each) => each.number === number)
  if (version === undefined) throw refuse('notFound')
  const card = draft ? own!.card : (version?.card ?? null)
  const before = draft ? versions[0] : versions.find((each) => version && each.number === version.number - 1)
  const catalogue = catalogueOf(provinceCode)
  const known = knownIn(catalogue)
  return {
    mayEdit,
    hasDraft: own !== null,
    draft: draft ? { revision: own!.revision, faults: cardFaults(own!.card, known) } : null,
    card,
    number: draft ? null : (version?.number ?? null),
    validFrom: draft ? null : (version?.validFrom ?? null),
    points: card ? pointsInAll(activeCriteria(card)) : 0,
    missingIndicators: card ? missingIndicators(card, known.indicators) : [],
    names: namesIn(catalogue),
    changes: card && before ? { from: before.number, of: cardChanges(before.card, card) } : null,
    versions: versions.map(({ card: of, ...each }) => ({
      ...each,
      title: of.title,
      criteria: activeCriteria(of).length,
      state:
        each.number === inForce?.number
          ? ('inForce' as const)
          : each.validFrom > today
            ? ('later' as const)
            : ('earlier' as const),
    })),
  }
}

export type CriteriaView = ReturnType<typeof viewCriteria>

/** Criteria whose indicator the province does not have, or no longer: they have no figure until it is there. */
function missingIndicators(card: Card, known: ReadonlySet<string>): Criterion[] {
  return activeCriteria(card).filter(
    ({ source }) => source.kind === 'indicator' && !known.has(source.indicator),
  )
}

/** The form of a criterion of the draft; `code` is null for a new one. */
export function viewCriterion(actor: Actor, code: string | null) {
  const provinceCode = scorecardProvince(actor)
  const draft = draftOf(provinceCode)
  if (!draft) throw refuse('notFound')
  const criterion = code === null ? null : draft.card.criteria.find((each) => each.code === code)
  if (criterion === undefined) throw refuse('notFound')
  const catalogue = catalogueOf(provinceCode)
  return {
    revision: draft.revision,
    groups: draft.card.groups,
    criterion,
    catalogue,
    points: pointsInAll(activeCriteria(draft.card)),
    total: draft.card.total,
  }
}

export type CriterionView = ReturnType<typeof viewCriterion>

/** The form of what a set of criteria says of itself. */
export function viewSettings(actor: Actor) {
  const draft = draftOf(scorecardProvince(actor))
  if (!draft) throw refuse('notFound')
  return { revision: draft.revision, card: draft.card }
}
