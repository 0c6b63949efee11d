import type { AppLoadContext } from '@remix-run/node'
import { reader } from '~/platform/db/db.server'
import { can, type Action } from '~/platform/policy/policy'
import type { Prefs } from '~/platform/http/prefs'
import type { NavKey } from '~/platform/http/handle'

export type FrameData = {
  prefs: Prefs
  sample: boolean
  signedIn: { displayName: string; nav: NavKey[]; home: 'tasks' | 'desk' } | null
}

const navOf: [NavKey, Action | null][] = [
  ['tasks', 'survey.answer'],
  ['results', 'result.own'],
  ['desk', 'campaign.rates'],
  ['campaigns', 'campaign.manage'],
  ['communes', 'people.view'],
  ['people', 'people.edit'],
  ['profiles', 'profiles.edit'],
  ['items', 'items.view'],
  ['accounts', 'accounts.manage'],
  ['help', null],
]

let sample: boolean | null = null

/** Whether this installation holds sample data: decided when it is filled, so read once. */
export function isSample(): boolean {
  sample ??= reader.sql.get<{ value: string }>("SELECT value FROM Installation WHERE key = 'sample'")?.value === 'true'
  return sample
}

/** What the frame around every page needs. */
export async function frameData(context: AppLoadContext): Promise<FrameData> {
  const actor = (await context.session())?.actor ?? null
  const nav = actor ? navOf.filter(([, action]) => action === null || can(actor, action)).map(([key]) => key) : []
  return {
    prefs: context.prefs,
    sample: isSample(),
    signedIn: actor ? { displayName: actor.displayName, nav, home: nav.includes('tasks') ? 'tasks' : 'desk' } : null,
  }
}
