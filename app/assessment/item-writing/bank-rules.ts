import type { Message } from '~/formats/message'
import { locales } from '~/platform/i18n/locale'
import type { Item } from '../item'
import { foldedStem } from './words'

export type BankItem = { item: Item; file: string; line: number }
export type BankProblem = Message & { file: string; line: number }

/** The smallest bank that measures: in all, of a competency, of a level that a target profile uses. */
export const smallest = { items: 300, competency: 8, level: 3, practice: 10, modules: 12 }

/** So many of the competencies that most positions need have a clone family. */
const commonest = 10

/** Where the right answers of a file stand, and how long they are: nobody may guess by either. */
export function keyFaults(items: readonly BankItem[]): BankProblem[] {
  const faults: BankProblem[] = []
  const files = new Map<string, BankItem[]>()
  for (const each of items) files.set(each.file, [...(files.get(each.file) ?? []), each])
  for (const [file, own] of files) {
    const single = own.filter(({ item }) => item.kind === 'single')
    const places = single.map(({ item }) => placeOfKey(item))
    const values = { count: single.length }
    for (const place of new Set(places)) {
      const count = places.filter((each) => each === place).length
      if (single.length >= 5 && count > Math.ceil(single.length * 0.4))
        faults.push({
          file,
          line: 1,
          key: 'writing.places',
          values: { ...values, place: place + 1, times: count },
        })
    }
    places.forEach((place, at) => {
      if (at >= 2 && place === places[at - 1] && place === places[at - 2])
        faults.push({
          file,
          line: single[at]!.line,
          key: 'writing.placeRow',
          values: { item: single[at]!.item.code, place: place + 1 },
        })
    })
    for (const locale of locales) {
      const longKeys = single.filter(({ item }) => keyIsLongest(item, locale)).length
      if (single.length >= 5 && longKeys > Math.ceil(single.length / 3))
        faults.push({
          file,
          line: 1,
          key: 'writing.longKeys',
          values: { ...values, language: locale, times: longKeys },
        })
    }
  }
  return faults
}

function placeOfKey(item: Item): number {
  return 'options' in item ? item.options.findIndex(({ correct }) => correct) : -1
}

function keyIsLongest(item: Item, locale: 'vi' | 'en'): boolean {
  if (!('options' in item)) return false
  const key = item.options.find(({ correct }) => correct)?.[locale].length ?? 0
  return item.options.every((option) => option.correct || option[locale].length < key)
}

/** No stem stands twice, and none both measures and teaches. */
export function stemFaults(items: readonly BankItem[]): BankProblem[] {
  const seen = new Map<string, BankItem>()
  return items.flatMap((each): BankProblem[] => {
    const folded = foldedStem(each.item.stem.vi)
    const before = seen.get(folded)
    if (!before) {
      seen.set(folded, each)
      return []
    }
    const key = before.item.purpose === each.item.purpose ? 'writing.sameStem' : 'writing.bothUses'
    const values = { item: each.item.code, other: before.item.code, place: before.file }
    return [{ file: each.file, line: each.line, key, values }]
  })
}

type Counted = {
  items: readonly Item[]
  competencies: readonly string[]
  /** By competency the levels that target profiles use, and how many positions need it. */
  levels: ReadonlyMap<string, ReadonlySet<number>>
  positions: ReadonlyMap<string, number>
  practice: number
  modules: number
}

/** Where a bank has fewer items than it takes to measure. */
export function sizeFaults({
  items,
  competencies,
  levels,
  positions,
  practice,
  modules,
}: Counted): Message[] {
  const faults: Message[] = []
  const few = (key: string, count: number, limit: number, values: Message['values'] = {}) => {
    if (count < limit) faults.push({ key: `bank.${key}`, values: { count, limit, ...values } })
  }
  few('items', items.length, smallest.items)
  few('practice', practice, smallest.practice)
  few('modules', modules, smallest.modules)
  for (const competency of competencies) {
    const own = items.filter((item) => item.competency === competency)
    few('competency', own.length, smallest.competency, { competency })
    for (const level of levels.get(competency) ?? [])
      few('level', own.filter((item) => item.level === level).length, smallest.level, { competency, level })
  }
  const needed = [...competencies]
    .sort((a, b) => (positions.get(b) ?? 0) - (positions.get(a) ?? 0))
    .slice(0, commonest)
  for (const competency of needed) {
    const sizes = new Map<string, number>()
    for (const { family } of items.filter((item) => item.competency === competency))
      if (family !== undefined) sizes.set(family, (sizes.get(family) ?? 0) + 1)
    if (![...sizes.values()].some((size) => size > 1))
      faults.push({ key: 'bank.family', values: { competency } })
  }
  return faults
}
