import type { Bilingual, Locale } from '~/platform/i18n/locale'
import { noneOfThese, unknownValue, type Entries } from './answer-entry'
import type { Question, WorkSystem } from './form'
import type { Item } from './item'
import { shuffled } from './shuffle'
import type { SelfQuestion } from '~/competency/self-assessment'

type Option = { value: string; label: string; hint?: string }
type Row = { name: string; label: string }

/** A question as a person meets it, in one language and without its key. */
export type StepView = { text: string; hint?: string } & (
  | { kind: 'choice'; multiple: boolean; anchored: boolean; options: Option[] }
  | { kind: 'matching'; rows: Row[]; rights: Option[] }
  | { kind: 'ordering'; rows: Row[] }
  | { kind: 'number'; unit?: string }
  | { kind: 'text'; maxLength: number }
) & { canBeUnknown: boolean }

const said = (pair: Bilingual | undefined, locale: Locale): string | undefined => pair?.[locale]

/** What an item shows. Rights and steps are shuffled by `seed` and named by their place, so that the page does not tell the key. */
export function presentItem(item: Item, locale: Locale, seed: string): StepView {
  const base = { text: item.stem[locale], canBeUnknown: true }
  switch (item.kind) {
    case 'single':
    case 'multiple':
      return {
        ...base,
        kind: 'choice',
        multiple: item.kind === 'multiple',
        anchored: false,
        options: item.options.map((option) => ({ value: option.id, label: option[locale] })),
      }
    case 'matching':
      return {
        ...base,
        kind: 'matching',
        rows: item.pairs.map(({ id, left }) => ({ name: `m.${id}`, label: left[locale] })),
        rights: rightsOf(item, seed).map(({ right }, i) => ({ value: String(i + 1), label: right[locale] })),
      }
    case 'ordering':
      return {
        ...base,
        kind: 'ordering',
        rows: stepsShown(item, seed).map((step, i) => ({ name: `o.${i + 1}`, label: step[locale] })),
      }
    case 'numeric':
      return { ...base, kind: 'number', unit: said(item.unit, locale) }
  }
}

type Matching = Extract<Item, { kind: 'matching' }>
type Ordering = Extract<Item, { kind: 'ordering' }>

function rightsOf(item: Matching, seed: string): { id: string; right: Bilingual }[] {
  return shuffled(
    [
      ...item.pairs.map(({ id, right }) => ({ id, right })),
      ...(item.extra ?? []).map((extra) => ({ id: extra.id, right: extra })),
    ],
    seed,
  )
}

function stepsShown(item: Ordering, seed: string): Ordering['steps'] {
  const shown = shuffled(item.steps, seed)
  const solved = shown.every((step, i) => step.id === item.steps[i]?.id)
  return solved ? [...shown.slice(1), shown[0]!] : shown
}

/** Entries of a form with the names of the item's own parts in place of those of the page. */
export function unmaskEntries(item: Item, seed: string, entries: Entries): Entries {
  if (item.kind === 'matching') {
    const rights = rightsOf(item, seed)
    return mapEntries(entries, 'm.', (name, [place]) => [
      name,
      place ? [rights[Number(place) - 1]?.id ?? ''] : [],
    ])
  }
  if (item.kind === 'ordering') {
    const steps = stepsShown(item, seed)
    return mapEntries(entries, 'o.', (name, rank) => [
      `o.${steps[Number(name.slice(2)) - 1]?.id ?? ''}`,
      rank,
    ])
  }
  return entries
}

function mapEntries(
  entries: Entries,
  prefix: string,
  change: (name: string, value: string[]) => [string, string[]],
): Entries {
  return Object.fromEntries(
    Object.entries(entries).map(([name, value]) =>
      name.startsWith(prefix) ? change(name, value) : [name, value],
    ),
  )
}

/** The entries that show a stored answer again. */
export function entriesOfItem(item: Item, seed: string, value: unknown): Entries {
  if (value === null) return { v: [unknownValue] }
  if (item.kind === 'numeric' && typeof value === 'number') return { n: [String(value).replace('.', ',')] }
  if (item.kind === 'matching') {
    const rights = rightsOf(item, seed)
    return Object.fromEntries(
      Object.entries(value as Record<string, string>).map(([left, right]) => [
        `m.${left}`,
        [String(rights.findIndex(({ id }) => id === right) + 1)],
      ]),
    )
  }
  if (item.kind === 'ordering') {
    const order = value as string[]
    return Object.fromEntries(
      stepsShown(item, seed).map(({ id }, i) => [`o.${i + 1}`, [String(order.indexOf(id) + 1)]]),
    )
  }
  return { v: Array.isArray(value) ? (value as string[]) : [value as string] }
}

export function presentQuestion(
  question: Question,
  systems: WorkSystem[],
  none: string,
  locale: Locale,
): StepView {
  const base = { text: question.text[locale], hint: said(question.hint, locale), canBeUnknown: false }
  switch (question.kind) {
    case 'single':
    case 'multiple':
      return {
        ...base,
        kind: 'choice',
        multiple: question.kind === 'multiple',
        anchored: false,
        options: question.options.map((option) => ({
          value: option.id,
          label: option[locale],
          hint: said(option.hint, locale),
        })),
      }
    case 'systems':
      return {
        ...base,
        kind: 'choice',
        multiple: true,
        anchored: false,
        options: [
          ...systems.map((system) => ({ value: system.code, label: system[locale] })),
          { value: noneOfThese, label: none },
        ],
      }
    case 'number':
      return { ...base, kind: 'number', unit: said(question.unit, locale) }
    case 'text':
      return { ...base, kind: 'text', maxLength: question.maxLength }
  }
}

export function presentSelf(question: SelfQuestion, locale: Locale): StepView {
  const options = question.anchors.map((anchor) => ({ value: String(anchor.level), label: anchor[locale] }))
  return {
    text: question.text[locale],
    canBeUnknown: false,
    kind: 'choice',
    multiple: false,
    anchored: true,
    options,
  }
}

export function entriesOfQuestion(question: Question, value: unknown): Entries {
  if (question.kind === 'number') return { n: [String(value)] }
  if (question.kind === 'text') return { t: [String(value)] }
  return { v: Array.isArray(value) ? (value as string[]) : [value as string] }
}

/** An answer in words, for the page that checks the answers; null where there is none. */
export function answerInWords(view: StepView, entries: Entries | null, unknown: string): string | null {
  if (!entries) return null
  if (entries.v?.[0] === unknownValue) return unknown
  switch (view.kind) {
    case 'choice': {
      const labels = view.options.filter(({ value }) => entries.v?.includes(value)).map(({ label }) => label)
      return labels.length > 0 ? labels.join('; ') : null
    }
    case 'matching':
      return view.rows
        .map(
          ({ name, label }) =>
            `${label}: ${view.rights.find(({ value }) => value === entries[name]?.[0])?.label ?? ''}`,
        )
        .join('; ')
    case 'ordering':
      return [...view.rows]
        .sort((a, b) => Number(entries[a.name]?.[0]) - Number(entries[b.name]?.[0]))
        .map(({ label }, i) => `${i + 1}. ${label}`)
        .join(' ')
    case 'number':
      return entries.n?.[0] ? [entries.n[0], view.unit].filter(Boolean).join(' ') : null
    case 'text':
      return entries.t?.[0] ?? null
  }
}
