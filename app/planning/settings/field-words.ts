import { formatDate } from '~/platform/i18n/format'
import type { Locale } from '~/platform/i18n/locale'
import type { T } from '~/platform/i18n/translate'
import { deliveries } from '../problem'
import { normLines } from '../resources/norms'
import { moduleNumbers, type Part } from './parts'
import type { ShownLists } from './plan-lists'

type Words = { t: T<'planning'>; locale: Locale; lists: ShownLists }

const plain = [
  'from',
  'until',
  'hoursPerDay',
  'blocked',
  'travelAtMost',
  'awayShare',
  'leastCoverage',
  'perPerson',
  'seconds',
  'budget',
] as const

/** What a field of the settings is called, as its page calls it. */
export function fieldWords({ t, locale, lists }: Words, part: Part, name: string): string {
  const known = plain.find((each) => each === name)
  if (known) return t(`field.${known}`)
  const line = normLines.find((each) => each === name)
  if (line) return t(`norms.${line}`)
  const [head, ...rest] = name.split('.') as [string, ...string[]]
  const tail = rest.join('.')
  if (part === 'modules') return `${moduleTitle(lists, head, locale)}: ${moduleFieldWords(t, tail)}`
  if (head === 'day') return t(`weekday.${tail as '1'}`)
  if (head === 'trainer') return nameOf(lists.trainers, tail)
  if (head === 'venue') return nameOf(lists.venues, tail)
  if (head === 'commune') return lists.communes.find(({ code }) => code === tail)?.name ?? tail
  if (head === 'open') return lists.departments.find(({ code }) => code === tail)?.name[locale] ?? tail
  if (head === 'weight') return t('field.weight', { name: measureName(lists, tail, locale) })
  const [module = '', venue = 'any'] = rest
  return t('field.forbid', {
    module: moduleTitle(lists, module, locale),
    venue: venue === 'any' ? t('rules.anywhere') : nameOf(lists.venues, venue),
  })
}

/** A value of a field as people read it. */
export function valueWords({ t }: Pick<Words, 't'>, name: string, value: string): string {
  const isTick = /^(?:day|trainer|venue|commune|open|forbid)\.|\.(?:used|class|online|visit)$/.test(name)
  if (isTick) return t(value === '' ? 'value.no' : 'value.yes')
  if (value === '') return t('value.empty')
  return /^\d{4}-\d{2}-\d{2}$/.test(value) ? formatDate(value) : value
}

export function moduleTitle(lists: ShownLists, code: string, locale: Locale): string {
  return lists.modules.find((module) => module.code === code)?.title[locale] ?? code
}

function moduleFieldWords(t: T<'planning'>, field: string): string {
  const number = moduleNumbers.find((each) => each === field)
  if (number) return t(`modules.${number}`)
  const delivery = deliveries.find((each) => each === field)
  if (delivery) return t(`delivery.${delivery}`)
  const effect = deliveries.find((each) => `effect-${each}` === field)
  return effect ? t('modules.effectOf', { delivery: t(`delivery.${effect}`) }) : t('modules.used')
}

function measureName({ domains }: ShownLists, measure: string, locale: Locale): string {
  const all = domains.flatMap((each) => [{ code: `d:${each.code}`, name: each.name }, ...each.competencies])
  return all.find(({ code }) => code === measure)?.name[locale] ?? measure
}

function nameOf(list: readonly { id: string; name: string }[], id: string): string {
  return list.find((each) => each.id === id)?.name ?? id
}
