import type { Actor, Grant, TokenGrant } from './actor'

/** How far a role reaches for an action. 'granted' is the place of the grant: its commune, its province, or everywhere. */
type Reach = 'self' | 'granted'
type Rule = Partial<Record<(Grant | TokenGrant)['role'], Reach>>

/** Every permission of the product. A leader's grant names a commune, a planner's a province. */
const rules = {
  'survey.answer': { learner: 'self' },
  'result.own': { learner: 'self' },
  'learning.own': { learner: 'self' },
  'modules.read': {
    learner: 'self',
    leader: 'granted',
    trainer: 'granted',
    planner: 'granted',
    administrator: 'granted',
  },
  'practice.own': {
    learner: 'self',
    leader: 'granted',
    trainer: 'granted',
    planner: 'granted',
    administrator: 'granted',
  },
  'learning.report': { leader: 'granted', planner: 'granted' },
  'certificates.revoke': { planner: 'granted', administrator: 'granted' },
  'teams.manage': { leader: 'granted', planner: 'granted', administrator: 'granted' },
  'consent.own': { learner: 'self' },
  'commune-survey.answer': { leader: 'granted' },
  'result.consented': { leader: 'granted' },
  'people.view': { leader: 'granted', planner: 'granted', administrator: 'granted' },
  'people.edit': { planner: 'granted', administrator: 'granted' },
  'roster.import': { planner: 'granted', administrator: 'granted' },
  'slips.issue': { leader: 'granted', planner: 'granted', administrator: 'granted' },
  'campaign.rates': { leader: 'granted', planner: 'granted', operations: 'granted' },
  'campaign.missing': { leader: 'granted', planner: 'granted' },
  'campaign.manage': { planner: 'granted' },
  'report.commune': { leader: 'granted', planner: 'granted', operations: 'granted' },
  'report.province': { planner: 'granted', operations: 'granted' },
  'plans.manage': { planner: 'granted' },
  'plans.view': { leader: 'granted', planner: 'granted', operations: 'granted' },
  'documents.make': { planner: 'granted' },
  'documents.participants': { leader: 'granted', planner: 'granted' },
  'plans.name-people': { leader: 'granted', planner: 'granted' },
  'clusters.edit': { planner: 'granted' },
  'scorecard.edit': { planner: 'granted' },
  'scorecard.enter': { leader: 'granted', planner: 'granted' },
  'scorecard.view': { leader: 'granted', planner: 'granted', operations: 'granted' },
  'indicators.edit': { planner: 'granted' },
  'indicators.view': { leader: 'granted', planner: 'granted' },
  'requests.view': { leader: 'granted', planner: 'granted', operations: 'granted' },
  'requests.handle': { planner: 'granted' },
  'reminders.send': { leader: 'granted', planner: 'granted' },
  'mail.manage': { planner: 'granted', administrator: 'granted' },
  'profiles.edit': { planner: 'granted' },
  'systems.edit': { planner: 'granted', administrator: 'granted' },
  'local-facts.edit': { planner: 'granted', administrator: 'granted' },
  'paper.manage': { planner: 'granted' },
  'positions.edit': { planner: 'granted', administrator: 'granted' },
  'items.view': { trainer: 'granted', planner: 'granted' },
  'analysis.view': { trainer: 'granted', planner: 'granted' },
  'quiz-trace.view': { trainer: 'granted' },
  'calibration.run': { trainer: 'granted' },
  'standards.edit': { trainer: 'granted' },
  'studio.write': { trainer: 'granted' },
  'studio.review': { trainer: 'granted' },
  'classes.manage': { trainer: 'granted', planner: 'granted' },
  'classes.attend': { learner: 'self' },
  'report.send': {
    learner: 'self',
    leader: 'granted',
    trainer: 'granted',
    planner: 'granted',
    administrator: 'granted',
  },
  'reports.handle': { trainer: 'granted' },
  'marking.mark': { trainer: 'granted' },
  'measure.use': { trainer: 'granted', planner: 'granted' },
  'accounts.manage': { administrator: 'granted' },
  'api-tokens.manage': { planner: 'granted', administrator: 'granted' },
} satisfies Record<string, Rule>

export type Action = keyof typeof rules

/** A place asked about. A commune is named with its province; a person with both. */
export type Place = { provinceCode?: string | null; communeCode?: string | null; personId?: string | null }

function reaches(grant: Grant | TokenGrant, place: Place): boolean {
  if (grant.communeCode) return place.communeCode === grant.communeCode
  if (grant.provinceCode) return place.provinceCode === grant.provinceCode
  return grant.role === 'administrator' || grant.role === 'trainer' || grant.role === 'learner'
}

/**
 * Whether `actor` may do `action` at `place`. An action of one's own needs the person's own id in `place`.
 * Without a place it answers whether the actor may do it anywhere at all.
 */
export function can(actor: Actor | null, action: Action, place?: Place): boolean {
  if (!actor) return false
  const rule: Rule = rules[action]
  return actor.grants.some((grant) => {
    const reach = rule[grant.role]
    if (!reach) return false
    if (!place) return reach !== 'self' || actor.personId !== null
    if (reach === 'self') return actor.personId !== null && place.personId === actor.personId
    return reaches(grant, place)
  })
}

/** Where an actor may do an action: the filter for lists that obeys the same rule as `can`. */
export type Scope = { everywhere: boolean; provinceCodes: string[]; communeCodes: string[] }

export function scopeOf(actor: Actor, action: Action): Scope {
  const rule: Rule = rules[action]
  const scope: Scope = { everywhere: false, provinceCodes: [], communeCodes: [] }
  for (const grant of actor.grants) {
    if (rule[grant.role] !== 'granted') continue
    if (grant.communeCode) scope.communeCodes.push(grant.communeCode)
    else if (grant.provinceCode) scope.provinceCodes.push(grant.provinceCode)
    else if (reaches(grant, {})) scope.everywhere = true
  }
  return scope
}

export function allActions(): Action[] {
  return Object.keys(rules) as Action[]
}
