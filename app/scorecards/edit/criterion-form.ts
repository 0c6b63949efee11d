import type { Message } from '~/formats/message'
import type { Values } from '~/platform/i18n/translate'
import {
  measureCodes,
  productMeasures,
  type Card,
  type Criterion,
  type ProductMeasure,
  type Rule,
  type Source,
} from '../card'
import { criterionFaults, type Known } from '../card-faults'
import { parseFigure, figureField } from '../figure-field'

export const criterionFields = [
  'code',
  'nameVi',
  'nameEn',
  'group',
  'max',
  'source',
  'levels',
  'unitVi',
  'unitEn',
  'least',
  'most',
  'rule',
  'floor',
  'goal',
  'steps',
  'helpVi',
  'helpEn',
] as const

/** Addresses beside those of criteria. */
const reserved: ReadonlySet<string> = new Set(['new', 'settings'])

type Typed = Readonly<Record<string, string | undefined>>
export type FormFaults = { errors: Record<string, string>; values: Record<string, Values> }
type Read = { value: Criterion; faults?: never } | { value?: never; faults: FormFaults }

/** Which field a fault of a criterion belongs to. */
const fieldOf: Record<string, string> = {
  'fault.group': 'group',
  'fault.source': 'source',
  'fault.rule': 'rule',
  'fault.range': 'goal',
  'fault.bounds': 'most',
  'fault.steps': 'steps',
  'fault.most': 'steps',
}

/**
 * A criterion as typed. Of a source that is not chosen nothing is read, so that a form may keep what was typed for another. `code`
 * is that of the criterion being changed, null for a new one, whose code is typed.
 */
export function readCriterion(
  typed: Typed,
  code: string | null,
  card: Pick<Card, 'groups'>,
  known: Known,
): Read {
  const faults: FormFaults = { errors: {}, values: {} }
  const fault = (name: string, { key, values }: Message) => {
    if (name in faults.errors) return
    faults.errors[name] = key
    if (values) faults.values[name] = values
  }
  const raw = (name: string) =>
    (typed[name] ?? '')
      .normalize('NFC')
      .replace(/[^\S\n]+/g, ' ')
      .trim()
  const text = (name: string, most: number): string => {
    const value = raw(name)
    if (value.length > most) fault(name, { key: 'typed.long', values: { most } })
    return value
  }
  const pair = (name: string, most: number) => {
    const [vi, en] = [text(`${name}Vi`, most), text(`${name}En`, most)]
    return { vi, en: en || vi }
  }
  const number = (name: string): number => {
    const value = parseFigure(raw(name))
    if (value === null) fault(name, { key: 'typed.number' })
    return value ?? 0
  }
  const own = code ?? raw('code').toLowerCase()
  if (code === null && (!/^[a-z0-9]+(?:[.-][a-z0-9]+)*$/.test(own) || own.length > 20 || reserved.has(own)))
    fault('code', { key: 'typed.code' })
  const name = pair('name', 300)
  if (name.vi === '') fault('nameVi', { key: 'typed.name' })
  const max = number('max')
  if (max <= 0 || max > 100 || !isTenth(max)) fault('max', { key: 'typed.points' })
  const source = readSource(raw('source'), raw, number, fault)
  if (!source) fault('source', { key: 'typed.source' })
  if (source?.kind === 'indicator' && !known.indicators.has(source.indicator))
    fault('source', { key: 'typed.indicator' })
  const rule = source ? readRule(source, raw, number, fault) : null
  const help = pair('help', 300)
  if (source && rule) {
    const criterion: Criterion = {
      code: own,
      name,
      group: raw('group'),
      max,
      source,
      rule,
      ...(help.vi === '' ? {} : { help }),
    }
    for (const each of criterionFaults(criterion, card, known)) fault(fieldOf[each.key] ?? 'source', each)
    if (Object.keys(faults.errors).length === 0) return { value: criterion }
  }
  return { faults }
}

type Fault = (name: string, message: Message) => void

function readSource(
  chosen: string,
  raw: (name: string) => string,
  number: (name: string) => number,
  fault: Fault,
): Source | null {
  const [kind, ...rest] = chosen.split('/')
  if (kind === 'indicator' && rest[0]) return { kind, indicator: rest[0] }
  if (kind === 'yesno') return { kind }
  if (kind === 'number') {
    const vi = raw('unitVi')
    if (vi === '' || vi.length > 60) fault('unitVi', { key: 'typed.unit' })
    return { kind, unit: { vi, en: raw('unitEn') || vi }, least: number('least'), most: number('most') }
  }
  if (kind === 'level') {
    const levels = linesOf(raw('levels')).map((line) => line.split('|').map((part) => part.trim()))
    const wrong = levels.findIndex(([vi, , points]) => !vi || parseFigure(points ?? '') === null)
    if (levels.length < 2 || levels.length > 8) fault('levels', { key: 'typed.levels' })
    else if (wrong >= 0) fault('levels', { key: 'typed.level', values: { line: wrong + 1 } })
    else if (parseFigure(levels[0]![2]!) !== 0) fault('levels', { key: 'typed.levelFirst' })
    return { kind, levels: levels.map(([vi, en]) => ({ vi: vi ?? '', en: en || (vi ?? '') })) }
  }
  const measure = measureCodes.find((each) => each === rest[0])
  if (kind !== 'product' || !measure) return null
  return { kind, measure, ...(rest[1] ? { parameter: rest[1] } : {}) }
}

function readRule(
  source: Source,
  raw: (name: string) => string,
  number: (name: string) => number,
  fault: Fault,
): Rule | null {
  if (source.kind === 'yesno' || isYesno(source)) return { kind: 'yesno' }
  if (source.kind === 'level') {
    const points = linesOf(raw('levels')).map((line) => parseFigure(line.split('|')[2] ?? '') ?? 0)
    const steps = points.slice(1).map((each, i) => ({ at: i + 1, points: each }))
    return steps.length > 0 ? { kind: 'steps', better: 'higher', steps } : null
  }
  const chosen = raw('rule')
  if (chosen === 'linear') return { kind: 'linear', floor: number('floor'), goal: number('goal') }
  if (chosen !== 'higher' && chosen !== 'lower') {
    fault('rule', { key: 'typed.rule' })
    return null
  }
  const steps = linesOf(raw('steps')).map((line) => {
    const [at, points] = line.split(/[=:]/).map((part) => parseFigure(part))
    return { at: at ?? null, points: points ?? null }
  })
  const wrong = steps.findIndex(
    ({ at, points }) => at === null || points === null || points < 0 || points > 100,
  )
  if (steps.length === 0 || steps.length > 10) fault('steps', { key: 'typed.steps' })
  else if (wrong >= 0) fault('steps', { key: 'typed.step', values: { line: wrong + 1 } })
  return {
    kind: 'steps',
    better: chosen,
    steps: steps.map(({ at, points }) => ({ at: at ?? 0, points: points ?? 0 })),
  }
}

const isYesno = (source: Source) =>
  source.kind === 'product' && productMeasures[source.measure].unit === 'yesno'
const isTenth = (value: number) => Math.abs(value * 10 - Math.round(value * 10)) < 1e-9
const linesOf = (text: string) =>
  text
    .split('\n')
    .map((line) => line.trim())
    .filter(Boolean)

/** How a source is named in the list of the form. */
export function sourceValue(source: Source): string {
  if (source.kind === 'indicator') return `indicator/${source.indicator}`
  return source.kind === 'product' ? productValue(source.measure, source.parameter) : source.kind
}

export function productValue(measure: ProductMeasure, parameter?: string): string {
  return ['product', measure, ...(parameter === undefined ? [] : [parameter])].join('/')
}

/** The fields of the form as they stand for a criterion. */
export function criterionValues({
  code,
  name,
  group,
  max,
  source,
  rule,
  help,
}: Criterion): Record<string, string> {
  const steps = rule.kind === 'steps' ? rule.steps : []
  const english = (pair?: { vi: string; en: string }) => (pair && pair.en !== pair.vi ? pair.en : '')
  const number = source.kind === 'number' ? source : null
  return {
    code,
    nameVi: name.vi,
    nameEn: english(name),
    group,
    max: figureField(max),
    source: sourceValue(source),
    levels:
      source.kind === 'level'
        ? source.levels
            .map(({ vi, en }, i) => {
              const points = steps.find(({ at }) => at === i)?.points ?? 0
              return `${vi} | ${en === vi ? '' : en} | ${figureField(points)}`
            })
            .join('\n')
        : '',
    unitVi: number?.unit.vi ?? '',
    unitEn: english(number?.unit),
    least: number ? figureField(number.least) : '',
    most: number ? figureField(number.most) : '',
    rule: rule.kind === 'steps' ? rule.better : 'linear',
    floor: rule.kind === 'linear' ? figureField(rule.floor) : '',
    goal: rule.kind === 'linear' ? figureField(rule.goal) : '',
    steps:
      source.kind === 'level'
        ? ''
        : steps.map(({ at, points }) => `${figureField(at)} = ${figureField(points)}`).join('\n'),
    helpVi: help?.vi ?? '',
    helpEn: english(help),
  }
}
