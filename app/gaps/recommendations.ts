import type { Message } from '~/formats/message'
import type { CommuneCondition } from './condition-facets'
import type { PeopleCondition, SystemTrouble } from './conditions-index'
import type { Place } from './place-communes'
import { wilson } from './wilson'

/** Who must act; `ministry` is the one in charge of a system, with its provider and the telecom operators. */
export const actors = ['commune', 'province', 'ministry', 'training'] as const
export type Who = (typeof actors)[number]

/**
 * What to do and on what it rests, both in the namespace `segments`; `weight` (0 to 1) sorts. `system` is the code of a
 * named system: the door puts its name into the text as {{system}}.
 */
export type Recommendation = Message & { who: Who; because: Message; weight: number; system?: string }

export type RecommendationInput = {
  people: readonly PeopleCondition[]
  commune: readonly CommuneCondition[]
  systems: { n: number; of: readonly SystemTrouble[] } | null
  /** How many of `n` people named each thing to be done first. */
  actions: { n: number; counts: ReadonlyMap<string, number> } | null
  skills: Place['skills']
}

type Rule = { key: string; who: Who; conditions: string[]; action: string | null }

/** Each condition by its code in either form, and the answer of the question "what should be done first" that asks for it. */
const rules: Rule[] = [
  {
    key: 'computers',
    who: 'province',
    conditions: ['computer', 'computer-age', 'computers', 'computers-old'],
    action: 'computers',
  },
  { key: 'peripherals', who: 'province', conditions: ['scanners', 'printers'], action: 'peripherals' },
  { key: 'power', who: 'commune', conditions: ['power'], action: null },
  { key: 'line', who: 'ministry', conditions: ['line', 'line-type', 'line-stability'], action: 'line' },
  { key: 'coverage', who: 'ministry', conditions: ['villages-no-signal'], action: null },
  { key: 'accounts', who: 'province', conditions: ['accounts', 'signature'], action: 'accounts' },
  { key: 'connect', who: 'ministry', conditions: [], action: 'connect' },
  { key: 'workload', who: 'commune', conditions: ['workload', 'posts-concurrent'], action: 'staff' },
  { key: 'vacancies', who: 'province', conditions: ['posts-vacant'], action: null },
  { key: 'support', who: 'province', conditions: ['help', 'it-support'], action: 'support' },
]

/** A lack of one in five is worth acting on, as in the words for conditions; a third naming a thing is a wish of many. */
const someShare = 0.2
const wish = 1 / 3
const mostSystems = 3

/**
 * What should be done and by whom, from what is lacking and what people ask for: a lack counts where its share is surely
 * above a fifth (90 % interval) or the commune's own form says so, a wish where surely more than a third name it, training
 * where the skill gap is larger than the province's. Sorted by who acts, then by how much is lacking; one line a rule.
 */
export function recommendations(input: RecommendationInput): Recommendation[] {
  const made = [
    ...rules.flatMap((rule) => fromRule(rule, input)),
    ...fromSystems(input),
    ...fromSkills(input),
  ]
  return made.sort((a, b) => actors.indexOf(a.who) - actors.indexOf(b.who) || b.weight - a.weight)
}

function fromRule({ key, who, conditions, action }: Rule, input: RecommendationInput): Recommendation[] {
  const text = `recommend.${key}`
  const worst = input.people
    .filter(({ code, n, lacking }) => conditions.includes(code) && wilson(lacking, n).low > someShare)
    .reduce<PeopleCondition | null>(
      (most, each) => (most === null || each.lacking / each.n > most.lacking / most.n ? each : most),
      null,
    )
  const own = Math.max(
    0,
    ...input.commune.filter(({ code }) => conditions.includes(code)).map((each) => each.lacking),
  )
  const asking = asked(input.actions, action)
  if (worst) {
    const because = { key: 'because.people', values: { lacking: worst.lacking, n: worst.n } }
    return [{ key: text, who, because, weight: Math.max(worst.lacking / worst.n, own) }]
  }
  if (own > someShare) return [{ key: text, who, because: { key: 'because.commune' }, weight: own }]
  return asking === null ? [] : [{ key: text, who, ...asking }]
}

/** An action that surely more than a third of those who answered name. */
function asked(actions: RecommendationInput['actions'], action: string | null) {
  if (!actions || action === null) return null
  const count = actions.counts.get(action) ?? 0
  if (wilson(count, actions.n).low <= wish) return null
  return {
    because: { key: 'because.asked', values: { lacking: count, n: actions.n } },
    weight: count / actions.n,
  }
}

/** The systems that most people who use them name as failing often. */
function fromSystems({ systems, actions }: RecommendationInput): Recommendation[] {
  const failing = (systems?.of ?? [])
    .map((each) => ({ ...each, used: Math.max(each.used, each.trouble) }))
    .filter(({ trouble, used }) => wilson(trouble, used).low > someShare)
    .map(({ code, trouble, used }): Recommendation => ({
      key: 'recommend.system',
      who: 'ministry',
      because: { key: 'because.system', values: { lacking: trouble, n: used } },
      system: code,
      weight: trouble / used,
    }))
    .sort((a, b) => b.weight - a.weight)
    .slice(0, mostSystems)
  if (failing.length > 0) return failing
  const asking = asked(actions, 'software')
  return asking ? [{ key: 'recommend.software', who: 'ministry', ...asking }] : []
}

function fromSkills({ skills, actions }: RecommendationInput): Recommendation[] {
  const [training, guides] = [asked(actions, 'training'), asked(actions, 'guides')]
  const made: Recommendation[] = []
  if (skills === 'behind')
    made.push({ key: 'recommend.training', who: 'training', because: { key: 'because.gap' }, weight: 1 })
  else if (training) made.push({ key: 'recommend.training', who: 'training', ...training })
  if (guides) made.push({ key: 'recommend.guides', who: 'training', ...guides })
  return made
}

/** Whom people see in charge: the answer that surely more than a third give, most often given first; else null. */
export function seenInCharge(actionsBy: RecommendationInput['actions']): Message | null {
  if (!actionsBy) return null
  const [most] = [...actionsBy.counts]
    .filter(([by]) => by !== 'unsure' && by !== '')
    .sort((a, b) => b[1] - a[1])
  if (!most || wilson(most[1], actionsBy.n).low <= wish) return null
  return { key: `inCharge.${most[0]}`, values: { count: most[1], n: actionsBy.n } }
}
