import type { Who } from '~/gaps/recommendations'
import type { Bilingual } from '~/platform/i18n/locale'

/** How far a request of a commune has come; one that nobody has looked at is `new`. */
export const requestStates = ['new', 'accepted', 'working', 'done', 'declined'] as const
export type RequestState = (typeof requestStates)[number]

/** Who must act; null until somebody has said so of what a commune wrote in its own words. */
export type Assigned = Who | null

/**
 * Where a request of one commune stands. `inCharge`: the body that sees to it; `dueOn`: `YYYY-MM-DD`; `answer`: what the
 * commune is told; `reason`: why it was declined; `at`: when that was written down, null while nobody has.
 */
export type Standing = {
  state: RequestState
  who: Assigned
  inCharge: string | null
  dueOn: string | null
  answer: string | null
  reason: string | null
  at: string | null
}

export type CommuneStanding = Standing & { code: string; name: string }

/**
 * What communes ask for: a choice of the form, `key` being its option, or what one commune wrote (`isOwnWords`), `key`
 * being `own-` and the commune's code; then `text` is the same in both languages.
 */
export type AskedRequest = {
  key: string
  text: Bilingual
  isOwnWords: boolean
  /** The communes that ask, by name. */
  communes: CommuneStanding[]
}

/** Requests that the same one must act on, those of most communes first; a request stands in several where its communes do. */
export type RequestGroup = { who: Assigned; requests: AskedRequest[] }

/** Who is asked for each choice of the form that ships; the planner may say otherwise. */
const askedOf: Readonly<Record<string, Who>> = {
  computers: 'province',
  line: 'ministry',
  coverage: 'ministry',
  software: 'ministry',
  accounts: 'province',
  training: 'training',
  handbook: 'training',
  security: 'province',
  teams: 'province',
  staff: 'province',
}

/** Who must act on a choice before anybody has said so: the form asks the province, which passes on what it cannot do itself. */
export function firstWho(option: string): Who {
  return Object.hasOwn(askedOf, option) ? askedOf[option]! : 'province'
}

const ownWords = 'own-'

/** The key of what a commune wrote in its own words. */
export function ownWordsOf(communeCode: string): string {
  return ownWords + communeCode
}

/** Where a request stands before anybody has looked at it; what a commune wrote itself is nobody's yet. */
export function firstStanding(key: string): Standing {
  const who = key.startsWith(ownWords) ? null : firstWho(key)
  return { state: 'new', who, inCharge: null, dueOn: null, answer: null, reason: null, at: null }
}

/** Whether the day by which something was to be done is over; `today` as `YYYY-MM-DD`. */
export function isLate({ state, dueOn }: Pick<Standing, 'state' | 'dueOn'>, today: string): boolean {
  return dueOn !== null && dueOn < today && state !== 'done' && state !== 'declined'
}

/** Groups in the order in which they are shown: what nobody has been given yet comes last. */
export const groupOrder: readonly Assigned[] = ['province', 'ministry', 'training', 'commune', null]

/** Divides requests by who must act. */
export function groupRequests(requests: readonly AskedRequest[]): RequestGroup[] {
  return groupOrder.flatMap((who): RequestGroup[] => {
    const own = requests.flatMap((request): AskedRequest[] => {
      const communes = request.communes.filter((each) => each.who === who)
      return communes.length > 0 ? [{ ...request, communes }] : []
    })
    own.sort((a, b) => b.communes.length - a.communes.length || (a.key < b.key ? -1 : 1))
    return own.length > 0 ? [{ who, requests: own }] : []
  })
}

/** How many communes stand in each state. */
export function countStates(communes: readonly Pick<Standing, 'state'>[]): Record<RequestState, number> {
  const counts: Record<RequestState, number> = { new: 0, accepted: 0, working: 0, done: 0, declined: 0 }
  for (const { state } of communes) counts[state] += 1
  return counts
}
