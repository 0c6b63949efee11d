import { namedValues, recordsOf, type Condition, type Value } from './condition'
import {
  doMove,
  offeredActions,
  outcomeOf,
  shownFields,
  shownOptions,
  startOf,
  withFields,
  type PracticeState,
} from './engine'
import { screenOf, type Field, type Move, type Scenario, type ScreenAction } from './scenario'

/** What playing every way through a scenario met. */
export type Explored = {
  /** Every state that can come about. */
  states: PracticeState[]
  screens: ReadonlySet<string>
  /** `screen/action`, and of its outcomes `screen/action/0` and so on. */
  done: ReadonlySet<string>
  /** States from which no end can be reached. */
  stuck: PracticeState[]
  /** False where there were more states than `most`. */
  whole: boolean
}

/**
 * Plays every way through a scenario: all states of the simulation by breadth-first search, with every value of the
 * fields that makes a difference.
 */
export function explore(scenario: Scenario, most = 20_000): Explored {
  const start = startOf(scenario)
  const found = new Map([[keyOf(start), { state: start, to: [] as string[] }]])
  const done = new Set<string>()
  const ahead = [start]
  let whole = true
  for (let state = ahead.shift(); state !== undefined; state = ahead.shift()) {
    const screen = screenOf(scenario, state.screen)
    if (screen.end) continue
    const here = found.get(keyOf(state))!
    for (const action of offeredActions(screen, state.values)) {
      for (const fields of fillings(scenario, state, action)) {
        const after = doMove(scenario, state, { action: action.id, fields })
        if (!after.ok) continue
        const outcome = outcomeOf(action, withFields(state.values, shownFields(screen, state.values), fields))
        done.add(`${screen.id}/${action.id}`)
        done.add(`${screen.id}/${action.id}/${action.then.indexOf(outcome)}`)
        const next = { ...after.state, filled: {} }
        const key = keyOf(next)
        here.to.push(key)
        if (found.has(key)) continue
        if (found.size >= most) {
          whole = false
          continue
        }
        found.set(key, { state: next, to: [] })
        ahead.push(next)
      }
    }
  }
  const states = [...found.values()].map(({ state }) => state)
  return {
    states,
    screens: new Set(states.map(({ screen }) => screen)),
    done,
    stuck: whole ? stuckIn(scenario, found) : [],
    whole,
  }
}

function keyOf({ screen, values }: PracticeState): string {
  return `${screen} ${JSON.stringify(Object.entries(values).sort(([a], [b]) => (a < b ? -1 : 1)))}`
}

/** Walks back from the ends: what is not met has no way there. */
function stuckIn(
  scenario: Scenario,
  found: ReadonlyMap<string, { state: PracticeState; to: readonly string[] }>,
): PracticeState[] {
  const from = new Map<string, string[]>()
  for (const [key, { to }] of found) for (const next of to) from.set(next, [...(from.get(next) ?? []), key])
  const saved = new Set<string>()
  const ahead = [...found].flatMap(([key, { state }]) => (screenOf(scenario, state.screen).end ? [key] : []))
  for (let key = ahead.pop(); key !== undefined; key = ahead.pop()) {
    if (saved.has(key)) continue
    saved.add(key)
    ahead.push(...(from.get(key) ?? []))
  }
  return [...found].flatMap(([key, { state }]) => (saved.has(key) ? [] : [state]))
}

/** Every way to fill the fields that an action looks at; the others are left as they are. */
function fillings(scenario: Scenario, state: PracticeState, action: ScreenAction): Move['fields'][] {
  const screen = screenOf(scenario, state.screen)
  const conditions = action.then.map(({ when }) => when)
  const kept = action.then.flatMap(({ set }) =>
    Object.values(set).flatMap((value) => (typeof value === 'object' ? [value.field] : [])),
  )
  return shownFields(screen, state.values).reduce<Move['fields'][]>(
    (all, field) => {
      const asked = named(conditions, field.id)
      const needed = action.needs.includes(field.id)
      if (asked === null && !needed && !kept.includes(field.id)) return all
      const every = candidates(field, state, asked ?? [])
      const values = asked === null && !kept.includes(field.id) ? every.slice(0, 1) : every
      const filled = values.flatMap((value) => all.map((fields) => ({ ...fields, [field.id]: value })))
      return needed ? filled : [...all, ...filled]
    },
    [{}],
  )
}

/** The values by which conditions ask for a field; null where none does. */
function named(conditions: readonly (Condition | undefined)[], field: string): Value[] | null {
  const values = conditions
    .flatMap((condition) => recordsOf(condition))
    .flatMap((record) => Object.entries(record))
    .flatMap(([name, test]) =>
      name === field ? namedValues(test) : name.startsWith(`${field}.`) ? [true] : [],
    )
  return values.length > 0 ? values : null
}

function candidates(
  field: Field,
  state: PracticeState,
  asked: readonly Value[],
): (string | number | string[])[] {
  switch (field.kind) {
    case 'choice':
      return shownOptions(field.options, state.values).map(({ id }) => id)
    case 'choices': {
      const ids = shownOptions(field.options, state.values).map(({ id }) => id)
      return subsets(ids).filter((each) => each.length > 0)
    }
    case 'number': {
      const numbers = asked.filter((each) => typeof each === 'number')
      return [...new Set([...numbers, Math.max(0, ...numbers) + 1000])]
    }
    case 'text':
      return [...asked.filter((each) => typeof each === 'string'), 'something else']
  }
}

function subsets(ids: readonly string[]): string[][] {
  return ids.reduce<string[][]>((all, id) => [...all, ...all.map((each) => [...each, id])], [[]])
}
