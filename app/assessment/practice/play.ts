import type { Path } from '~/formats/yaml-source'
import { holds } from './condition'
import { doMove, startOf, type PracticeState } from './engine'
import { explore, type Explored } from './explore'
import { nameFaults, type ScenarioFault } from './names'
import { movesOf, screenOf, type Move, type Scenario } from './scenario'
import { scoreSteps } from './scoring'

/** What is wrong with a scenario at first sight: names it does not have, a model solution or a listed mistake that fails. */
export function scenarioFaults(scenario: Scenario): ScenarioFault[] {
  const named = nameFaults(scenario)
  return named.length > 0 ? named : [...modelFaults(scenario), ...mistakeFaults(scenario)]
}

/**
 * What playing every way through a scenario shows: a screen, action or outcome that never comes about, a state from which
 * no end can be reached, a scored step that cannot be met. Of a scenario whose names are wrong nothing is played.
 */
export function playFaults(scenario: Scenario): ScenarioFault[] {
  if (nameFaults(scenario).length > 0) return []
  const explored = explore(scenario)
  return [...wayFaults(scenario, explored), ...goalFaults(scenario, explored)]
}

function wayFaults(scenario: Scenario, explored: Explored): ScenarioFault[] {
  const { screens, done, stuck, whole, states, crowded } = explored
  if (crowded !== null) {
    const at = scenario.screens.findIndex(({ id }) => id === crowded)
    return [{ key: 'practice.ways', path: ['screens', at], values: { screen: crowded } }]
  }
  if (!whole) return [{ key: 'practice.large', path: ['state'], values: { count: states.length } }]
  const faults: ScenarioFault[] = []
  scenario.screens.forEach((screen, at) => {
    if (!screens.has(screen.id))
      return void faults.push({
        key: 'practice.unreachable',
        path: ['screens', at],
        values: { screen: screen.id },
      })
    if (screen.end) return
    screen.actions.forEach(({ id, then }, i) => {
      const path = ['screens', at, 'actions', i]
      const name = `${screen.id}/${id}`
      if (!done.has(name)) faults.push({ key: 'practice.never', path, values: { action: name } })
      else
        then.forEach((_, j) => {
          if (!done.has(`${name}/${j}`))
            faults.push({
              key: 'practice.neverCase',
              path: [...path, 'then', j],
              values: { action: name, number: j + 1 },
            })
        })
    })
  })
  const [first] = stuck
  if (first) {
    const at = scenario.screens.findIndex(({ id }) => id === first.screen)
    const state = Object.entries(first.values)
      .map(([name, value]) => `${name}: ${String(value)}`)
      .join(', ')
    faults.push({ key: 'practice.stuck', path: ['screens', at], values: { screen: first.screen, state } })
  }
  return faults
}

function goalFaults({ scoring }: Scenario, { states, whole }: Explored): ScenarioFault[] {
  if (!whole) return []
  return scoring.flatMap(({ id, when, half }, at): ScenarioFault[] => {
    const path: Path = ['scoring', at]
    if (!states.some(({ values }) => holds(when, values)))
      return [{ key: 'practice.goal', path, values: { step: id } }]
    const between =
      half === undefined || states.some(({ values }) => holds(half, values) && !holds(when, values))
    return between ? [] : [{ key: 'practice.half', path, values: { step: id } }]
  })
}

function modelFaults(scenario: Scenario): ScenarioFault[] {
  const played = play(scenario, scenario.model)
  if ('failed' in played)
    return [
      {
        key: 'practice.model',
        path: ['model', played.failed],
        values: { number: played.failed + 1, screen: played.screen },
      },
    ]
  const misplaced = scenario.model.findIndex(
    ({ screen }, at) => screen !== undefined && screen !== played.screens[at],
  )
  if (misplaced >= 0)
    return [
      {
        key: 'practice.modelScreen',
        path: ['model', misplaced],
        values: { number: misplaced + 1, screen: played.screens[misplaced]! },
      },
    ]
  const faults: ScenarioFault[] = scoreSteps(scenario, played.state.values)
    .filter(({ points, of }) => points < of)
    .map(({ id }) => ({ key: 'practice.modelScore', path: ['model'], values: { step: id } }))
  if (!screenOf(scenario, played.state.screen).end)
    faults.push({ key: 'practice.modelEnd', path: ['model'], values: { screen: played.state.screen } })
  return faults
}

function mistakeFaults(scenario: Scenario): ScenarioFault[] {
  return scenario.mistakes.flatMap((mistake, at): ScenarioFault[] => {
    const path: Path = ['mistakes', at]
    const played = play(scenario, movesOf(scenario, mistake))
    const name = mistake.name.vi
    if ('failed' in played)
      return [
        {
          key: 'practice.mistake',
          path,
          values: { name, number: played.failed + 1, screen: played.screen },
        },
      ]
    const unknown = Object.keys(mistake.scores).filter(
      (id) => !scenario.scoring.some((step) => step.id === id),
    )
    if (unknown.length > 0)
      return [{ key: 'practice.mistakeStep', path, values: { name, step: unknown[0]! } }]
    return scoreSteps(scenario, played.state.values).flatMap(({ id, points, of }) => {
      const stated = mistake.scores[id] ?? of
      return stated === points
        ? []
        : [{ key: 'practice.mistakeScore', path, values: { name, step: id, stated, points } }]
    })
  })
}

/** The screens on which the moves were made, and the state after them; or the first move that cannot be made. */
export function play(
  scenario: Scenario,
  moves: readonly Move[],
): { state: PracticeState; screens: string[] } | { failed: number; screen: string } {
  let state = startOf(scenario)
  const screens: string[] = []
  for (const [at, move] of moves.entries()) {
    screens.push(state.screen)
    const after = doMove(scenario, state, move)
    if (!after.ok) return { failed: at, screen: state.screen }
    state = after.state
  }
  return { state, screens }
}
