import type { Field, Outcome, PracticeDocument, Scenario, Screen } from '~/assessment/practice/scenario'
import type { Bilingual } from '~/platform/i18n/locale'
import { writeCondition, writeEffects, writeMoves, writeScores, writeWords } from './expression'
import { writeRows } from './rows'
import type { TaskDraft } from './task-draft'

const none: Bilingual = { vi: '', en: '' }
const comma = (value: number) => String(value).replace('.', ',')
const tick = (value: boolean) => (value ? 'yes' : '')

/** A published task as a draft. What has no name of its own gets one by its place: `p1`, `p2` … */
export function taskFromScenario(scenario: Scenario): TaskDraft {
  return {
    code: scenario.code,
    purpose: scenario.purpose,
    staff: tick(scenario.for.includes('staff')),
    team: tick(scenario.for.includes('team')),
    minutes: String(scenario.minutes),
    title: scenario.title,
    situation: scenario.situation,
    task: scenario.task,
    system: scenario.system,
    evidence: scenario.evidence.map(({ competency, level, difficulty }, i) => ({
      id: `e${i + 1}`,
      competency,
      level: String(level),
      difficulty: comma(difficulty),
    })),
    memory: Object.entries(scenario.state).map(([name, values], i) => ({
      id: `m${i + 1}`,
      name,
      values: typeof values === 'boolean' ? String(values) : writeWords(values),
    })),
    start: scenario.start,
    screens: scenario.screens.map(screenFrom),
    documents: scenario.documents.map(documentFrom),
    scoring: scenario.scoring.map(({ points, when, half, ...step }) => ({
      ...step,
      points: String(points),
      when: writeCondition(when),
      half: writeCondition(half),
    })),
    model: writeMoves(scenario.model),
    mistakes: scenario.mistakes.map(({ name, begin, finish, moves, scores }, i) => ({
      id: `k${i + 1}`,
      name,
      begin: begin === 0 ? '' : String(begin),
      finish: finish === undefined ? '' : String(finish),
      moves: writeMoves(moves),
      scores: writeScores(scores),
    })),
    source: scenario.source ?? '',
  }
}

function screenFrom(screen: Screen): TaskDraft['screens'][number] {
  return {
    id: screen.id,
    title: screen.title,
    look: screen.look,
    end: tick(screen.end),
    paragraphs: screen.text.map(({ vi, en, when }, i) => ({
      id: `p${i + 1}`,
      vi,
      en,
      when: writeCondition(when),
    })),
    shown: screen.documents.map((each, i) => ({
      id: `d${i + 1}`,
      document: typeof each === 'string' ? each : each.id,
      when: typeof each === 'string' ? '' : writeCondition(each.when),
    })),
    fields: screen.fields.map(fieldFrom),
    actions: screen.actions.map(({ id, label, when, needs, then }) => ({
      id,
      label,
      when: writeCondition(when),
      needs: writeWords(needs),
      outcomes: then.map(outcomeFrom),
    })),
    hints: screen.hints.map((hint, i) => ({ id: `h${i + 1}`, ...hint })),
  }
}

function fieldFrom(field: Field): TaskDraft['screens'][number]['fields'][number] {
  const { id, kind, label, hint = none, when } = field
  return {
    ...{ id, kind, label, hint },
    unit: field.kind === 'number' ? (field.unit ?? none) : none,
    when: writeCondition(when),
    options:
      'options' in field
        ? field.options.map(({ when, ...each }) => ({ ...each, when: writeCondition(when) }))
        : [],
  }
}

function outcomeFrom({ when, set, go = '', say = none, tone }: Outcome, i: number) {
  return { id: `c${i + 1}`, when: writeCondition(when), set: writeEffects(set), go, tone: tone ?? '', say }
}

function documentFrom({
  id,
  kind,
  title,
  facts,
  text,
  table,
}: PracticeDocument): TaskDraft['documents'][number] {
  const lines = (locale: 'vi' | 'en') => text.map((each) => each[locale].replace(/\s+/g, ' ')).join('\n')
  return {
    ...{ id, kind, title },
    facts: writeRows(facts.map(({ label, value }) => [label, value])),
    text: { vi: lines('vi'), en: lines('en') },
    table: table ? writeRows([table.head, ...table.rows]) : none,
  }
}
