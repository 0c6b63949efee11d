import { namedValues, recordsOf, type Condition, type Value, type Values } from './condition'
import {
  afterOutcome,
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
  /** False where there were more states than `most`, or more ways than can be tried. */
  whole: boolean
  /** The screen at which there were too many ways to go on. */
  crowded: string | null
}

/** Moves that are tried at most: what shipped tasks need some thousands of. */
const mostMoves = 500_000
/** Ways to fill the fields of one screen that are tried at most. */
const mostFillings = 20_000

/**
 * Plays every way through a scenario: all states of the simulation by breadth-first search, with every value of the
 * fields that makes a difference. A scenario with too many states or ways is played in part, within a second or two.
 */
export function explore(scenario: Scenario, most = 20_000): Explored {
  const names = Object.keys(scenario.state)
  const keyOf = ({ screen, values }: PracticeState) =>
    names.reduce((key, name) => `${key}|${String(values[name])}`, screen)
  const start = startOf(scenario)
  const found = new Map<string, Found>([[keyOf(start), { state: start, to: new Set() }]])
  const done = new Set<string>()
  let whole = true
  let moves = 0
  const explored = (): Explored => {
    const states = [...found.values()].map(({ state }) => state)
    return {
      states,
      screens: new Set(states.map(({ screen }) => screen)),
      done,
      stuck: whole ? stuckIn(scenario, found) : [],
      whole,
      crowded: null,
    }
  }
  const cutOff = (crowded: string): Explored => ({ ...explored(), stuck: [], whole: false, crowded })
  // A map is walked in the order of its entries, those that are added on the way among them.
  for (const here of found.values()) {
    const screen = screenOf(scenario, here.state.screen)
    if (screen.end) continue
    const { values } = here.state
    const fields = shownFields(screen, values)
    for (const action of offeredActions(screen, values)) {
      done.add(`${screen.id}/${action.id}`)
      const ways = fillings(fields, values, action)
      moves += ways?.length ?? 0
      if (!ways || moves > mostMoves) return cutOff(screen.id)
      for (const filling of ways) {
        const outcome = outcomeOf(action, withFields(values, fields, filling))
        done.add(`${screen.id}/${action.id}/${action.then.indexOf(outcome)}`)
        const next = afterOutcome(here.state, outcome, filling)
        const key = keyOf(next)
        here.to.add(key)
        if (found.has(key)) continue
        if (found.size < most) found.set(key, { state: next, to: new Set() })
        else whole = false
      }
    }
  }
  return explored()
}

type Found = { state: PracticeState; to: Set<string> }

/** Walks back from the ends: what is not met has no way there. */
function stuckIn(scenario: Scenario, found: ReadonlyMap<string, Found>): PracticeState[] {
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

/** Every way to fill the fields that an action looks at, null where they are too many; the others are left as they are. */
function fillings(fields: readonly Field[], values: Values, action: ScreenAction): Move['fields'][] | null {
  const conditions = action.then.map(({ when }) => when)
  const kept = action.then.flatMap(({ set }) =>
    Object.values(set).flatMap((value) => (typeof value === 'object' ? [value.field] : [])),
  )
  return fields.reduce<Move['fields'][] | null>(
    (all, field) => {
      if (!all) return null
      const asked = named(conditions, field.id)
      const needed = action.needs.includes(field.id)
      const matters = asked !== null || kept.includes(field.id)
      if (!matters && !needed) return all
      const every = candidates(field, values, asked ?? [])
      const held = matters ? every : every.slice(0, 1)
      if (held.length * all.length > mostFillings) return null
      const filled = held.flatMap((value) => all.map((each) => ({ ...each, [field.id]: value })))
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

function candidates(field: Field, values: Values, asked: readonly Value[]): (string | number | string[])[] {
  switch (field.kind) {
    case 'choice':
      return shownOptions(field.options, values).map(({ id }) => id)
    case 'choices': {
      const ids = shownOptions(field.options, values).map(({ id }) => id)
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
