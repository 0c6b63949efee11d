import type { Bilingual, Locale } from '~/platform/i18n/locale'
import { holds } from './condition'
import { offeredActions, shownFields, shownOptions, type PracticeState } from './engine'
import { screenOf, type Move, type PracticeDocument, type Scenario, type Screen } from './scenario'
import type { StepScore } from './scoring'

export type DocumentView = {
  id: string
  kind: PracticeDocument['kind']
  title: string
  facts: { label: string; value: string }[]
  text: string[]
  table: { head: string[]; rows: string[][] } | null
}
type FieldBase = { id: string; label: string; hint: string | null }
export type FieldView =
  | (FieldBase & {
      kind: 'choice' | 'choices'
      options: { id: string; label: string }[]
      chosen: string[]
    })
  | (FieldBase & { kind: 'number' | 'text'; unit: string | null; typed: string })

/** One screen of the simulation as it stands, in one language. */
export type ScreenView = {
  id: string
  look: Screen['look']
  title: string
  said: { text: string; tone: 'done' | 'care' | null } | null
  text: string[]
  documents: DocumentView[]
  fields: FieldView[]
  actions: { id: string; label: string }[]
  hints: string[]
  ended: boolean
}

export function presentScreen(scenario: Scenario, state: PracticeState, locale: Locale): ScreenView {
  const screen = screenOf(scenario, state.screen)
  const { values } = state
  const filled = state.filled[screen.id] ?? {}
  return {
    id: screen.id,
    look: screen.look,
    title: screen.title[locale],
    said: state.said ? { text: state.said[locale], tone: state.tone ?? null } : null,
    text: screen.text.filter(({ when }) => holds(when, values)).map((each) => each[locale]),
    documents: screen.documents
      .filter((each) => typeof each === 'string' || holds(each.when, values))
      .map((each) => (typeof each === 'string' ? each : each.id))
      .map((id) =>
        presentDocument(
          scenario.documents.find((each) => each.id === id)!,
          locale,
        ),
      ),
    fields: shownFields(screen, values).map((field): FieldView => {
      const base = { id: field.id, label: field.label[locale], hint: field.hint?.[locale] ?? null }
      const held = filled[field.id]
      if (field.kind === 'choice' || field.kind === 'choices') {
        const options = shownOptions(field.options, values).map((option) => ({
          id: option.id,
          label: option[locale],
        }))
        const chosen = Array.isArray(held) ? held : held === undefined ? [] : [String(held)]
        return { ...base, kind: field.kind, options, chosen }
      }
      const typed = written(held, locale)
      const unit = field.kind === 'number' ? (field.unit?.[locale] ?? null) : null
      return { ...base, kind: field.kind, unit, typed }
    }),
    actions: offeredActions(screen, values).map(({ id, label }) => ({ id, label: label[locale] })),
    hints: screen.hints.map((each) => each[locale]),
    ended: screen.end,
  }
}

export function presentDocument(document: PracticeDocument, locale: Locale): DocumentView {
  const said = (cell: string | Bilingual) => (typeof cell === 'string' ? cell : cell[locale])
  return {
    id: document.id,
    kind: document.kind,
    title: document.title[locale],
    facts: document.facts.map(({ label, value }) => ({ label: label[locale], value: said(value) })),
    text: document.text.map((each) => each[locale]),
    table: document.table
      ? { head: document.table.head.map(said), rows: document.table.rows.map((row) => row.map(said)) }
      : null,
  }
}

/** What a finished try shows of one scored step. */
export type StepView = StepScore & { text: string; why: string; competency: string }

/** The scored steps with their feedback: why it is right where all points were given, what was missed otherwise. */
export function presentScores(scenario: Scenario, scores: readonly StepScore[], locale: Locale): StepView[] {
  return scenario.scoring.flatMap(({ id, text, met, missed, competency }) => {
    const score = scores.find((each) => each.id === id)
    if (!score) return []
    const why = score.points === score.of ? met : missed
    return [{ ...score, text: text[locale], why: why[locale], competency }]
  })
}

/** What the model solution did, one line a move: the screen, what was chosen or typed there, the button. */
export function presentModel(
  scenario: Scenario,
  locale: Locale,
): { screen: string; filled: string[]; action: string }[] {
  return scenario.model.map(({ screen: id, action, fields }) => {
    const screen = screenOf(scenario, id)
    const filled = screen.fields.flatMap((field) => {
      const value = fields[field.id]
      if (value === undefined) return []
      if (field.kind === 'number' || field.kind === 'text')
        return [`${field.label[locale]}: ${written(value, locale)}`]
      const chosen = field.options.filter((option) => [value].flat().includes(option.id))
      return chosen.map((option) => option[locale])
    })
    const label = screen.actions.find((each) => each.id === action)?.label[locale] ?? ''
    return { screen: screen.title[locale], filled, action: label }
  })
}

/** The screen with what was just typed in place of what is stored. */
export function typedView(view: ScreenView, typed: Move['fields'], locale: Locale): ScreenView {
  const fields = view.fields.map((field): FieldView => {
    const given = typed[field.id]
    if ('options' in field) return { ...field, chosen: given === undefined ? [] : [given].flat().map(String) }
    return { ...field, typed: written(given, locale) }
  })
  return { ...view, fields }
}

/** As it is typed: a number with the comma of Vietnamese, a text as it stands. */
function written(value: Move['fields'][string] | undefined, locale: Locale): string {
  const text = String(value ?? '')
  return typeof value === 'number' && locale === 'vi' ? text.replace('.', ',') : text
}
