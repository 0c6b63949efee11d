import { parseNumber } from '~/assessment/answer-entry'
import { playFaults, scenarioFaults } from '~/assessment/practice/play'
import { scenarioSchema, type Scenario } from '~/assessment/practice/scenario'
import type { Path } from '~/formats/yaml-source'
import type { Bilingual } from '~/platform/i18n/locale'
import type { DraftFault } from '../drafts/draft-kind'
import { textsIn } from '../items/item-texts'
import { readCondition, readEffects, readMoves, readScores, readWords } from './expression'
import { cellOf, readRows } from './rows'
import type { TaskDraft, TaskScreen } from './task-draft'

type Whole = { scenario: Scenario } | { faults: DraftFault[] }

/** Texts that a task can do without. */
const optional = /\.(hint|unit|say)$|^documents\.[^.]+\.(facts|text|table)$/

/** Everything that keeps a draft from review: what lacks, what cannot be read, what playing every way through it shows. */
export function faultsOfTask(draft: TaskDraft): DraftFault[] {
  const whole = wholeTask(draft)
  if ('faults' in whole) return whole.faults
  const shown = scenarioFaults(whole.scenario)
  const found = shown.length > 0 ? shown : playFaults(whole.scenario)
  return found.map(({ path, ...fault }) => ({ ...fault, path: draftPath(draft, path) }))
}

/** A draft as a task that can be done, or what lacks. `version` is left to whoever publishes it. */
export function wholeTask(draft: TaskDraft): Whole {
  const faults: DraftFault[] = emptyTexts(draft)
  const fault = (key: string, path: string) => void faults.push({ key, path })
  const number = (typed: string, path: string, otherwise?: number) => {
    if (typed.trim() === '' && otherwise !== undefined) return otherwise
    const value = parseNumber(typed)
    if (value === null) fault('fault.number', path)
    return value ?? 0
  }
  const read = <T>(value: T | null, path: string, otherwise: T): T => {
    if (value === null) fault('fault.expression', path)
    return value ?? otherwise
  }
  const when = (typed: string, path: string) =>
    typed.trim() === '' ? {} : { when: read(readCondition(typed), path, {}) }
  const some = (name: string, text: Bilingual) =>
    text.vi.trim() === '' && text.en.trim() === '' ? {} : { [name]: text }
  const rows = (text: Bilingual, path: string) => {
    const found = readRows(text)
    if (!found) fault('fault.rows', path)
    return found ?? []
  }

  const raw = {
    code: draft.code.trim() || 'x',
    version: 1,
    purpose: draft.purpose,
    for: [...(draft.staff ? ['staff'] : []), ...(draft.team ? ['team'] : [])],
    minutes: number(draft.minutes, 'minutes'),
    ...{ title: draft.title, situation: draft.situation, task: draft.task, system: draft.system },
    evidence: draft.evidence.map(({ id, competency, level, difficulty }) => ({
      competency,
      level: number(level, `evidence.${id}.level`),
      difficulty: number(difficulty, `evidence.${id}.difficulty`),
    })),
    state: memoryOf(draft, fault),
    start: draft.start,
    documents: draft.documents.map(({ id, kind, title, facts, text, table }) => {
      const path = `documents.${id}`
      const [head, ...body] = rows(table, `${path}.table`)
      if (head && body.length === 0) fault('fault.rows', `${path}.table`)
      return {
        ...{ id, kind, title },
        facts: rows(facts, `${path}.facts`).map(([label, value]) => ({
          label,
          value: cellOf(value ?? { vi: '', en: '' }),
        })),
        text: paragraphs(text, () => fault('fault.rows', `${path}.text`)),
        ...(head ? { table: { head: head.map(cellOf), rows: body.map((row) => row.map(cellOf)) } } : {}),
      }
    }),
    screens: draft.screens.map((screen) => screenOf(screen)),
    scoring: draft.scoring.map(({ id, text, competency, points, when: typed, half, met, missed }) => ({
      ...{ id, text, competency, met, missed },
      points: number(points, `scoring.${id}.points`, 1),
      when: read(readCondition(typed), `scoring.${id}.when`, {}),
      ...(half.trim() === '' ? {} : { half: read(readCondition(half), `scoring.${id}.half`, {}) }),
    })),
    model: read(readMoves(draft.model), 'model', []),
    mistakes: draft.mistakes.map(({ id, name, begin, finish, moves, scores }) => ({
      name,
      begin: number(begin, `mistakes.${id}.begin`, 0),
      moves: read(readMoves(moves), `mistakes.${id}.moves`, []),
      ...(finish.trim() === '' ? {} : { finish: number(finish, `mistakes.${id}.finish`) }),
      scores: read(readScores(scores), `mistakes.${id}.scores`, {}),
    })),
    ...(draft.source.trim() === '' ? {} : { source: draft.source.trim() }),
  }
  if (faults.length > 0) return { faults }
  const parsed = scenarioSchema.safeParse(raw)
  if (parsed.data) return { scenario: parsed.data }
  const places = parsed.error.issues.map(({ path }) => draftPath(draft, path as Path))
  return { faults: [...new Set(places)].map((path) => ({ key: shapeFault(path), path })) }

  function screenOf({ id, look, title, end, paragraphs, shown, fields, actions, hints }: TaskScreen) {
    const at = `screens.${id}`
    return {
      ...{ id, look, title, end: end !== '' },
      text: paragraphs.map(({ id: part, vi, en, when: typed }) => ({
        ...{ vi, en },
        ...when(typed, `${at}.paragraphs.${part}.when`),
      })),
      documents: shown.map(({ id: part, document, when: typed }) =>
        typed.trim() === '' ? document : { id: document, ...when(typed, `${at}.shown.${part}.when`) },
      ),
      fields: fields.map(({ id: part, kind, label, hint, unit, when: typed, options }) => ({
        ...{ id: part, kind, label },
        ...some('hint', hint),
        ...when(typed, `${at}.fields.${part}.when`),
        ...(kind === 'number' ? some('unit', unit) : {}),
        ...(kind === 'choice' || kind === 'choices'
          ? {
              options: options.map(({ id: choice, vi, en, when: asked }) => ({
                ...{ id: choice, vi, en },
                ...when(asked, `${at}.fields.${part}.options.${choice}.when`),
              })),
            }
          : {}),
      })),
      actions: actions.map(({ id: part, label, when: typed, needs, outcomes }) => ({
        ...{ id: part, label },
        ...when(typed, `${at}.actions.${part}.when`),
        needs: read(readWords(needs), `${at}.actions.${part}.needs`, []),
        then: outcomes.map(({ id: each, when: asked, set, go, tone, say }) => ({
          ...when(asked, `${at}.actions.${part}.outcomes.${each}.when`),
          set: read(readEffects(set), `${at}.actions.${part}.outcomes.${each}.set`, {}),
          ...(go === '' ? {} : { go }),
          ...some('say', say),
          ...(tone === '' ? {} : { tone }),
        })),
      })),
      hints: hints.map(({ vi, en }) => ({ vi, en })),
    }
  }
}

function memoryOf({ memory }: TaskDraft, fault: (key: string, path: string) => void): Scenario['state'] {
  const state: [string, boolean | string[]][] = []
  for (const { id, name, values } of memory) {
    const words = readWords(values)
    const known = state.some(([each]) => each === name.trim())
    if (known || !/^[a-z0-9][a-z0-9_-]{0,19}$/.test(name.trim())) fault('fault.memory', `memory.${id}.name`)
    if (!words || words.length === 0) fault('fault.expression', `memory.${id}.values`)
    const isTick = words?.length === 1 && /^(true|false)$/.test(words[0]!)
    state.push([name.trim(), isTick ? words[0] === 'true' : (words ?? [])])
  }
  return Object.fromEntries(state)
}

/** One paragraph a line, in both languages. */
function paragraphs(text: Bilingual, uneven: () => void): Bilingual[] {
  const [vi, en] = [text.vi, text.en].map((each) => each.split('\n').filter((line) => line.trim() !== ''))
  if (vi!.length !== en!.length) uneven()
  return vi!.map((line, i) => ({ vi: line.trim(), en: en![i]?.trim() ?? '' }))
}

function emptyTexts(draft: TaskDraft): DraftFault[] {
  return textsIn(draft).flatMap(({ path, text }): DraftFault[] => {
    const [vi, en] = [text.vi.trim() === '', text.en.trim() === '']
    if (vi && en) return isOptional(draft, path) ? [] : [{ key: 'fault.empty', path }]
    return vi ? [{ key: 'fault.emptyVi', path }] : en ? [{ key: 'fault.emptyEn', path }] : []
  })
}

function isOptional(draft: TaskDraft, path: string): boolean {
  const [list, id, ...rest] = path.split('.')
  const field = rest[0] === 'fields' ? rest[1] : undefined
  if (field !== undefined && rest[2] === 'options') {
    const screen = draft.screens.find((each) => list === 'screens' && each.id === id)
    const kind = screen?.fields.find((each) => each.id === field)?.kind
    return kind !== 'choice' && kind !== 'choices'
  }
  return optional.test(path)
}

function shapeFault(path: string): string {
  if (path === 'code') return 'fault.taskCode'
  return /(^|\.)(screens|evidence|scoring|model|mistakes|options|outcomes)$/.test(path)
    ? 'fault.tooFew'
    : 'fault.shape'
}

const renamed: Readonly<Record<string, string>> = { then: 'outcomes', state: 'memory', for: 'staff' }

/** A place in a task as a path of its draft: `screens.2.actions.0.then.1` is `screens.store.actions.send.outcomes.c2`. */
function draftPath(draft: TaskDraft, path: Path): string {
  const said: string[] = []
  let here: unknown = draft
  for (const step of path) {
    if (typeof here !== 'object' || here === null) break
    if (Array.isArray(here)) {
      here = here[Number(step)] as unknown
      said.push(String((here as { id?: string } | undefined)?.id ?? Number(step) + 1))
      continue
    }
    const inScreen = 'paragraphs' in here
    const name =
      inScreen && step === 'text'
        ? 'paragraphs'
        : inScreen && step === 'documents'
          ? 'shown'
          : (renamed[String(step)] ?? String(step))
    if (!(name in here)) break
    said.push(name)
    here = (here as Record<string, unknown>)[name]
    if (typeof here === 'object' && here !== null && 'vi' in here && 'en' in here && !('id' in here)) break
  }
  return said.join('.')
}
