import type { Bilingual, Locale } from '~/platform/i18n/locale'
import { getT } from '~/platform/i18n/translate'
import { longestEssay, pointOf, unknownValue, type Entries } from './answer-entry'
import { gapMarker, type Gap, type Item } from './item'
import { squareOf } from './picture-areas'
import { isPoint, rowsOf } from './scoring/score'
import { longestTyped } from './scoring/typed'
import { shuffled } from './shuffle'

type Option = { value: string; label: string; hint?: string }
type Row = { name: string; label: string }

/** A question as a person meets it, in one language and without its key. */
export type StepView = { text: string; hint?: string; picture?: PictureView } & (
  | { kind: 'choice'; multiple: boolean; anchored: boolean; options: Option[] }
  | { kind: 'matching'; rows: Row[]; rights: Option[] }
  | { kind: 'ordering'; rows: Row[] }
  | { kind: 'number'; unit?: string }
  | { kind: 'text'; maxLength: number; line?: true; words?: number }
  | { kind: 'rows'; rows: Row[]; options: Option[] }
  | { kind: 'gaps'; pieces: GapPiece[] }
  | { kind: 'point' }
) & { canBeUnknown: boolean }

/** A picture as a page shows it; without `hash` there is none to show, and the words stand for it. */
export type PictureView = { hash: string | null; alt: string; width: number; height: number }
/** A text with gaps, in order; a gap without options is typed. */
export type GapPiece = string | { name: string; number: number; options: Option[] | null }

/** What an item shows. Rights and steps are shuffled by `seed` and named by their place, so that the page does not tell the key. */
export function presentItem(item: Item, locale: Locale, seed: string): StepView {
  const base = { text: item.stem[locale], canBeUnknown: true, ...pictureOf(item, locale) }
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
      return { ...base, kind: 'number', unit: item.unit?.[locale] }
    case 'truefalse':
      return {
        ...base,
        kind: 'rows',
        rows: item.statements.map((statement) => ({ name: `r.${statement.id}`, label: statement[locale] })),
        options: judgements(locale),
      }
    case 'short':
      return { ...base, kind: 'text', maxLength: longestTyped, line: true }
    case 'gaps':
      return { ...base, kind: 'gaps', pieces: piecesOf(item, locale, seed) }
    case 'point':
      return { ...base, kind: 'point' }
    case 'essay':
      return { ...base, kind: 'text', maxLength: longestEssay(item), words: item.most }
  }
}

/** The picture of an item as a page shows it. */
export function pictureOf({ picture }: Item, locale: Locale): { picture?: PictureView } {
  if (!picture) return {}
  const { figure } = picture
  const size = { width: figure?.width ?? 1000, height: figure?.height ?? 1000 }
  return { picture: { hash: figure?.hash ?? null, alt: picture.alt[locale], ...size } }
}

/** What can be said of a statement. */
export function judgements(locale: Locale): Option[] {
  const t = getT(locale, 'survey')
  return [
    { value: 't', label: t('rows.true') },
    { value: 'f', label: t('rows.false') },
  ]
}

type Gaps = Extract<Item, { kind: 'gaps' }>
type ChosenGap = Extract<Gap, { options: unknown }>

/** Gaps have their number by the item's list, the same in both languages. */
function piecesOf(item: Gaps, locale: Locale, seed: string): GapPiece[] {
  return item.text[locale].split(gapMarker).flatMap((part, i): GapPiece[] => {
    if (i % 2 === 0) return part === '' ? [] : [part]
    const at = item.gaps.findIndex(({ id }) => id === part)
    const gap = item.gaps[at]
    if (!gap) return [`{${part}}`]
    const options =
      'options' in gap
        ? gapOptions(gap, seed).map((option, i) => ({ value: String(i + 1), label: option[locale] }))
        : null
    return [{ name: `g.${gap.id}`, number: at + 1, options }]
  })
}

/** The gaps of a text, in the order of their numbers. */
export function gapsIn({ pieces }: { pieces: readonly GapPiece[] }): Exclude<GapPiece, string>[] {
  return pieces
    .flatMap((piece) => (typeof piece === 'string' ? [] : [piece]))
    .sort((a, b) => a.number - b.number)
}

function gapOptions({ id, options }: ChosenGap, seed: string): ChosenGap['options'] {
  return shuffled(options, `${seed}/${id}`)
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
  if (item.kind === 'gaps') {
    return mapEntries(entries, 'g.', (name, filled) => {
      const gap = item.gaps.find(({ id }) => `g.${id}` === name)
      if (!gap || !('options' in gap) || !filled[0]) return [name, filled]
      return [name, [gapOptions(gap, seed)[Number(filled[0]) - 1]?.id ?? '?']]
    })
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
  if (item.kind === 'truefalse') return named('r', rowsOf(value as Record<string, string>))
  if (item.kind === 'gaps') {
    const filled = Object.entries(rowsOf(value as Record<string, string>)).map(([id, text]) => {
      const gap = item.gaps.find((each) => each.id === id)
      if (!gap || !('options' in gap)) return [id, text]
      return [id, String(gapOptions(gap, seed).findIndex((option) => option.id === text) + 1)]
    })
    return named('g', Object.fromEntries(filled) as Record<string, string>)
  }
  if (item.kind === 'point') return isPoint(value) ? { p: [value.join(',')] } : {}
  if (item.kind === 'short' || item.kind === 'essay') return { t: [typeof value === 'string' ? value : ''] }
  return { v: Array.isArray(value) ? (value as string[]) : [value as string] }
}

function named(prefix: string, values: Record<string, string>): Entries {
  return Object.fromEntries(Object.entries(values).map(([id, value]) => [`${prefix}.${id}`, [value]]))
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
      return inRows(view.rows, view.rights, entries)
    case 'rows':
      return inRows(view.rows, view.options, entries)
    case 'gaps':
      return view.pieces
        .map((piece) => {
          if (typeof piece === 'string') return piece
          const filled = entries[piece.name]?.[0] ?? ''
          return `[${piece.options?.find(({ value }) => value === filled)?.label ?? filled}]`
        })
        .join('')
    case 'point': {
      const point = pointOf(entries.p?.[0])
      return point && squareOf(point)
    }
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

function inRows(rows: Row[], options: Option[], entries: Entries): string {
  return rows
    .map(
      ({ name, label }) =>
        `${label}: ${options.find(({ value }) => value === entries[name]?.[0])?.label ?? ''}`,
    )
    .join('; ')
}
