import type { PlaceSamples, WorldRole } from '../builders/world'

export const roles = ['learner', 'leader', 'trainer', 'planner', 'provinceAdministrator', 'administrator'] as const satisfies WorldRole[]

/**
 * What each role gets from each route: `own` at its own place, `own/other` where another place answers otherwise.
 * Nobody signed in gets `nobody`. 302 leads to sign-in, 303 onwards.
 */
export type Access = { nobody: string; roles: string; params?: (place: PlaceSamples) => Record<string, string> }

const open = (at: PlaceSamples) => ({ id: at.open, campaignId: at.open, code: at.communeCode, personId: at.personId })
const closed = (at: PlaceSamples) => ({ id: at.closed, campaignId: at.closed, code: at.communeCode, personId: at.personId, measure: '4.1' })
const draft = (at: PlaceSamples) => ({ id: at.draft })
const commune = (at: PlaceSamples) => ({ code: at.communeCode })
const person = (at: PlaceSamples) => ({ personId: at.personId })

/** Pages that anybody sees. */
const anybody: Access = { nobody: '200', roles: '200 200 200 200 200 200' }
/** What belongs to one person: a person sees the own, staff have none. */
const own = (roles: string, params?: Access['params']): Access => ({ nobody: '302', roles, params })

//                                                       learner leader trainer planner province-administrator administrator
export const getAccess: Record<string, Access> = {
  '': { nobody: '200', roles: 'TODO' },
}
export { anybody, own, open, closed, draft, commune, person }
