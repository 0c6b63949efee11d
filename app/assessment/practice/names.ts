import type { Message } from '~/formats/message'
import type { Path } from '~/formats/yaml-source'
import { namedValues, recordsOf, type Condition, type Plain } from './condition'
import { domainOf, type Scenario, type Screen } from './scenario'

/** Something wrong with a scenario, and where in its file. */
export type ScenarioFault = Message & { path: Path }

/** Names and values that a scenario uses without having them: of screens, documents, fields, the state. */
export function nameFaults(scenario: Scenario): ScenarioFault[] {
  const faults: ScenarioFault[] = []
  const fault = (key: string, path: Path, values: ScenarioFault['values'] = {}) =>
    faults.push({ key, path, values })
  const screens = new Set(scenario.screens.map(({ id }) => id))
  const documents = new Set(scenario.documents.map(({ id }) => id))
  const evidence = new Set(scenario.evidence.map(({ competency }) => competency))

  twice(scenario.screens, ['screens'])
  twice(scenario.documents, ['documents'])
  twice(scenario.scoring, ['scoring'])
  if (!screens.has(scenario.start)) fault('practice.screen', ['start'], { screen: scenario.start })
  if (!scenario.screens.some(({ end }) => end)) fault('practice.noEnd', ['screens'])
  scenario.documents.forEach(({ id, table }, at) => {
    table?.rows.forEach((row, i) => {
      if (row.length !== table.head.length)
        fault('practice.row', ['documents', at, 'table', 'rows', i], {
          document: id,
          count: table.head.length,
        })
    })
  })

  scenario.screens.forEach((screen, at) => {
    const here = ['screens', at]
    twice(screen.fields, [...here, 'fields'])
    twice(screen.actions, [...here, 'actions'])
    if (!screen.end && screen.actions.length === 0) fault('practice.noAction', here, { screen: screen.id })
    screen.text.forEach(({ when }, i) => condition(when, [...here, 'text', i], null))
    screen.documents.forEach((each, i) => {
      const id = typeof each === 'string' ? each : each.id
      if (!documents.has(id)) fault('practice.document', [...here, 'documents', i], { document: id })
      if (typeof each !== 'string') condition(each.when, [...here, 'documents', i], null)
    })
    screen.fields.forEach((field, i) => {
      const place = [...here, 'fields', i]
      if (field.id in scenario.state) fault('practice.clash', place, { field: field.id })
      condition(field.when, place, null)
      if ('options' in field) {
        twice(field.options, [...place, 'options'])
        field.options.forEach(({ when }, j) => condition(when, [...place, 'options', j], null))
      }
    })
    screen.actions.forEach((action, i) => {
      const place = [...here, 'actions', i]
      condition(action.when, place, null)
      for (const id of action.needs)
        if (!screen.fields.some((field) => field.id === id)) fault('practice.field', place, { field: id })
      action.then.forEach((outcome, j) => {
        const branch = [...place, 'then', j]
        condition(outcome.when, branch, screen)
        const last = j === action.then.length - 1
        if (last === (outcome.when !== undefined)) fault('practice.lastCase', branch, { action: action.id })
        if (outcome.go !== undefined && !screens.has(outcome.go))
          fault('practice.screen', branch, { screen: outcome.go })
        for (const [name, value] of Object.entries(outcome.set)) setting(name, value, branch, screen)
      })
    })
  })

  scenario.scoring.forEach((step, at) => {
    const place = ['scoring', at]
    if (!evidence.has(step.competency))
      fault('practice.evidence', place, { step: step.id, competency: step.competency })
    condition(step.when, place, null)
    condition(step.half, place, null)
  })
  scenario.evidence.forEach(({ competency }, at) => {
    if (!scenario.scoring.some((step) => step.competency === competency))
      fault('practice.unscored', ['evidence', at], { competency })
  })
  return faults

  function twice(list: readonly { id: string }[], path: Path): void {
    list.forEach(({ id }, at) => {
      if (list.findIndex((each) => each.id === id) < at) fault('practice.twice', [...path, at], { id })
    })
  }

  /** Outside an action only the state can be asked, inside also the fields of its screen. */
  function condition(given: Condition | undefined, path: Path, screen: Screen | null): void {
    for (const record of recordsOf(given)) {
      for (const [name, wanted] of Object.entries(record)) {
        const allowed = valuesOf(name, screen)
        if (allowed === null) fault('practice.name', path, { name })
        else if (allowed !== 'any')
          for (const value of namedValues(wanted))
            if (!allowed.includes(value)) fault('practice.value', path, { name, value: String(value) })
      }
    }
  }

  function valuesOf(name: string, screen: Screen | null): readonly Plain[] | 'any' | null {
    const declared = scenario.state[name]
    if (declared !== undefined) return domainOf(declared)
    const [fieldName, optionId] = name.split('.')
    const field = screen?.fields.find(({ id }) => id === fieldName)
    if (!field) return null
    if (field.kind === 'number' || field.kind === 'text') return optionId === undefined ? 'any' : null
    const ids = field.options.map(({ id }) => id)
    if (field.kind === 'choice') return optionId === undefined ? ids : null
    return optionId !== undefined && ids.includes(optionId) ? [true, false] : null
  }

  function setting(
    name: string,
    value: string | boolean | { field: string },
    path: Path,
    screen: Screen,
  ): void {
    const declared = scenario.state[name]
    if (declared === undefined) return void fault('practice.name', path, { name })
    const allowed = domainOf(declared)
    if (typeof value !== 'object') {
      if (!allowed.includes(value)) fault('practice.value', path, { name, value: String(value) })
      return
    }
    const field = screen.fields.find(({ id }) => id === value.field)
    if (field?.kind !== 'choice') return void fault('practice.field', path, { field: value.field })
    for (const { id } of field.options)
      if (!allowed.includes(id)) fault('practice.value', path, { name, value: id })
  }
}
