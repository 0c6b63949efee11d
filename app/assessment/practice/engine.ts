import { holds, type Value, type Values } from './condition'
import {
  domainOf,
  screenOf,
  type Field,
  type Move,
  type Outcome,
  type Scenario,
  type Screen,
  type ScreenAction,
} from './scenario'

/** Where a try stands. `filled` is what the fields of each screen held when they were last sent. */
export type PracticeState = {
  screen: string
  values: Values
  said: Outcome['say'] | null
  tone: Outcome['tone'] | null
  filled: Readonly<Record<string, Move['fields']>>
}

export type MoveFault =
  | { kind: 'notOffered' }
  | { kind: 'needed'; field: string }
  | { kind: 'notNumber'; field: string }
  | { kind: 'notAnOption'; field: string }

export function startOf(scenario: Scenario): PracticeState {
  return {
    screen: scenario.start,
    values: Object.fromEntries(
      Object.entries(scenario.state).map(([name, declared]) => [name, domainOf(declared)[0]!]),
    ),
    said: null,
    tone: null,
    filled: {},
  }
}

/** The state after a list of moves that were all taken when they were made. */
export function replay(scenario: Scenario, moves: readonly Move[]): PracticeState {
  return moves.reduce((state, move) => {
    const after = doMove(scenario, state, move)
    if (!after.ok) throw new Error(`${scenario.code}: the move ${move.action} cannot be made again`)
    return after.state
  }, startOf(scenario))
}

/** Does what a button says, if the screen offers it and its fields are filled; the state stays as it was otherwise. */
export function doMove(
  scenario: Scenario,
  state: PracticeState,
  move: Move,
): { ok: true; state: PracticeState } | { ok: false; faults: MoveFault[] } {
  const screen = screenOf(scenario, state.screen)
  const action = offeredActions(screen, state.values).find(({ id }) => id === move.action)
  if (!action) return { ok: false, faults: [{ kind: 'notOffered' }] }
  const fields = shownFields(screen, state.values)
  const faults = fields.flatMap((field) => faultOf(field, action, state.values, move.fields[field.id]))
  if (faults.length > 0) return { ok: false, faults }
  const sent = Object.fromEntries(
    fields.flatMap((field) => {
      const value = move.fields[field.id]
      return value === undefined || value === '' ? [] : [[field.id, value] as const]
    }),
  )
  const outcome = outcomeOf(action, withFields(state.values, fields, sent))
  const after = afterOutcome(state, outcome, sent)
  return { ok: true, state: { ...after, filled: { ...state.filled, [state.screen]: sent } } }
}

/** The state that an outcome brings; what the fields of screens held stays as it was. */
export function afterOutcome(state: PracticeState, outcome: Outcome, sent: Move['fields']): PracticeState {
  return {
    screen: outcome.go ?? state.screen,
    values: { ...state.values, ...settings(outcome, sent) },
    said: outcome.say ?? null,
    tone: outcome.tone ?? null,
    filled: state.filled,
  }
}

export function offeredActions(screen: Screen, values: Values): ScreenAction[] {
  return screen.actions.filter(({ when }) => holds(when, values))
}

export function shownFields(screen: Screen, values: Values): Field[] {
  return screen.fields.filter(({ when }) => holds(when, values))
}

export function shownOptions<O extends { when?: Field['when'] }>(options: readonly O[], values: Values): O[] {
  return options.filter(({ when }) => holds(when, values))
}

/** The first outcome whose condition holds; the checker sees to it that the last has none. */
export function outcomeOf(action: ScreenAction, values: Values): Outcome {
  return action.then.find(({ when }) => holds(when, values)) ?? action.then.at(-1)!
}

/** State and fields together: a field that was left empty holds nothing, a multiple choice an empty list. */
export function withFields(values: Values, fields: readonly Field[], sent: Move['fields']): Values {
  const held = fields.map(({ id, kind }) => [id, sent[id] ?? (kind === 'choices' ? [] : '')] as const)
  return { ...values, ...(Object.fromEntries(held) as Record<string, Value>) }
}

function settings(outcome: Outcome, sent: Move['fields']): Values {
  return Object.fromEntries(
    Object.entries(outcome.set).flatMap(([name, value]) => {
      if (typeof value !== 'object') return [[name, value]]
      const held = sent[value.field]
      return typeof held === 'string' ? [[name, held]] : []
    }),
  )
}

function faultOf(
  field: Field,
  action: ScreenAction,
  values: Values,
  value: Move['fields'][string] | undefined,
): MoveFault[] {
  const empty = value === undefined || value === '' || (Array.isArray(value) && value.length === 0)
  if (empty) return action.needs.includes(field.id) ? [{ kind: 'needed', field: field.id }] : []
  if (field.kind === 'number' && typeof value !== 'number') return [{ kind: 'notNumber', field: field.id }]
  if (field.kind === 'choice' || field.kind === 'choices') {
    const ids = shownOptions(field.options, values).map(({ id }) => id)
    const chosen = Array.isArray(value) ? value : [String(value)]
    const fits =
      Array.isArray(value) === (field.kind === 'choices') && chosen.every((each) => ids.includes(each))
    return fits ? [] : [{ kind: 'notAnOption', field: field.id }]
  }
  return []
}
