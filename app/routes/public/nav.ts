import { paths } from '~/paths'
import type { NavKey } from '~/platform/http/handle'
import type { Actor } from '~/platform/policy/actor'
import { can, type Action } from '~/platform/policy/policy'

type Entry = { key: NavKey; to: string; action: Action | Action[] | null }

/** The top navigation in order; each entry shows to those who may do its action somewhere. */
const entries: Entry[] = [
  { key: 'tasks', to: paths.tasks(), action: 'survey.answer' },
  { key: 'learn', to: paths.learn(), action: null },
  { key: 'results', to: paths.results(), action: 'result.own' },
  { key: 'desk', to: paths.desk(), action: ['campaign.rates', 'accounts.manage', 'items.view'] },
  { key: 'campaigns', to: paths.campaigns(), action: 'campaign.rates' },
  { key: 'plans', to: paths.plans(), action: 'plans.manage' },
  { key: 'communes', to: paths.communes(), action: 'people.view' },
  { key: 'people', to: paths.people(), action: 'people.edit' },
  { key: 'learning', to: paths.learning(), action: 'learning.report' },
  { key: 'profiles', to: paths.profiles(), action: 'profiles.edit' },
  { key: 'items', to: paths.items(), action: 'items.view' },
  { key: 'classes', to: paths.classes(), action: 'classes.manage' },
  { key: 'accounts', to: paths.accounts(), action: 'accounts.manage' },
  { key: 'help', to: paths.help(), action: null },
]

/** Whose work is asked about: an actor, or an account that is about to be one. */
export type Holder = Pick<Actor, 'personId' | 'grants'>

function entriesFor(holder: Holder | null): Entry[] {
  const actor = holder && { accountId: '', displayName: '', ...holder }
  return entries.filter(({ action }) => action === null || [action].flat().some((each) => can(actor, each)))
}

export function navOf(holder: Holder | null): { key: NavKey; to: string }[] {
  return entriesFor(holder).map(({ key, to }) => ({ key, to }))
}

const homes: NavKey[] = ['tasks', 'desk', 'accounts', 'items', 'help']

/** Where an account's work begins: a learner's tasks, else the desk, else what its role is for. */
export function homeOf(holder: Holder): string {
  const own = entriesFor(holder)
  return homes.flatMap((key) => own.filter((entry) => entry.key === key))[0]?.to ?? paths.help()
}
