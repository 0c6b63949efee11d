import { latestFramework } from '~/competency/frameworks.server'
import { ownField } from '~/competency/standard-form'
import { standardChanges, type StandardChanges } from '~/competency/standard-changes'
import { traceOf } from '~/competency/standard-trace.server'
import { standardHistory, standardInForce } from '~/competency/standards.server'
import { profileFramework } from '~/competency/target-profile'
import { reader } from '~/platform/db/db.server'
import { refuse } from '~/platform/http/errors'
import { formatNumber } from '~/platform/i18n/format'
import type { Locale } from '~/platform/i18n/locale'
import type { Actor } from '~/platform/policy/actor'
import { can } from '~/platform/policy/policy'
import { authorise } from '~/platform/policy/require.server'
import { suggestedThresholds, type Suggestion } from '../irt/item-mapping'
import { measuringOf, parametersInForce } from '../measuring.server'

/** The standard in force with what the items speak for, and every standard before it. */
export function viewStandards(actor: Actor) {
  authorise(actor, 'items.view')
  const { framework } = latestFramework(profileFramework)
  const present = standardInForce(profileFramework)
  return {
    framework,
    standard: present.standard,
    inForce: traceOf(present),
    suggestions: suggestions(present.standard.setting.probability),
    history: standardHistory(profileFramework).map(traceOf),
    mayEdit: can(actor, 'standards.edit'),
    /** An edited standard stays in force when a newer one ships: then there is something to return to. */
    mayReturn: !present.shipped,
  }
}

/** What the items' present parameters say about thresholds, at a response probability. */
export function suggestions(probability: number): Suggestion[] {
  const { id } = latestFramework(profileFramework)
  const measuring = measuringOf({
    frameworkVersionId: id,
    standardId: null,
    parameterVersionId: parametersInForce(),
  })
  const items = reader.sql.all<{ id: string; competency: string; level: number }>(
    "SELECT id, competency, level FROM ItemVersion WHERE NOT retired AND purpose = 'measure' ORDER BY code",
  )
  return suggestedThresholds(
    items.map((item) => ({ ...item, parameters: measuring.parametersOf(item.id) })),
    probability,
  )
}

/** One standard of the history with what it changed. */
export function viewStandard(actor: Actor, id: number) {
  authorise(actor, 'items.view')
  const { framework } = latestFramework(profileFramework)
  const history = standardHistory(profileFramework)
  const at = history.findIndex((each) => each.id === id)
  const stored = history[at]
  if (!stored) throw refuse('notFound')
  const before = history[at + 1]
  const changes: StandardChanges | null = before
    ? standardChanges(framework, before.standard, stored.standard)
    : null
  return {
    framework,
    standard: stored.standard,
    trace: traceOf(stored),
    inForce: standardInForce(profileFramework).id === id,
    changes,
  }
}

/** The form's own fields as the items speak for them, written as `locale` writes numbers. */
export function suggestedFields(locale: Locale): Record<string, string> {
  const { probability } = standardInForce(profileFramework).standard.setting
  return Object.fromEntries(
    suggestions(probability).map(({ competency, level, from }) => [
      ownField(competency, level),
      formatNumber(locale, from, 2),
    ]),
  )
}
