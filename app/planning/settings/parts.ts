import { defaultModule } from '../default-settings'
import { deliveries } from '../problem'
import { normLines } from '../resources/norms'
import { settingsSchema, type PlanSettings } from '../settings'
import { spansText } from '../spans'
import { fieldReader, type FieldFaults } from '../typed-fields'
import { dongField, numberText, percentText } from '../typed-number'
import { weekdays } from './weekdays'

/** The pages of a scenario's settings, in order. */
export const parts = ['money', 'calendar', 'modules', 'resources', 'rules'] as const
export type Part = (typeof parts)[number]

/** Settings as the fields of a page hold them: a name a field, empty where a tick is not set. */
export type PartValues = Record<string, string>

/** What the settings may name: modules with their minutes, ids of trainers and venues, codes of the rest. */
export type SettingLists = {
  modules: readonly { code: string; minutes: number }[]
  trainers: readonly string[]
  venues: readonly string[]
  communes: readonly string[]
  departments: readonly string[]
  /** Competencies, and domains as `d:` and their code. */
  measures: readonly string[]
}

export const moduleNumbers = ['hours', 'least', 'most', 'visitMost', 'atLeast', 'atMost'] as const

const tick = (set: boolean) => (set ? 'yes' : '')
const ticks = (prefix: string, all: readonly string[], chosen: readonly string[]): PartValues =>
  Object.fromEntries(all.map((each) => [`${prefix}.${each}`, tick(chosen.includes(each))]))

/** The values of one page. Two settings have the same values exactly where the page could not tell them apart. */
export function valuesOf(part: Part, settings: PlanSettings, lists: SettingLists): PartValues {
  switch (part) {
    case 'money':
      return {
        budget: dongField(settings.budget),
        ...Object.fromEntries(normLines.map((line) => [line, dongField(settings.norms[line])])),
      }
    case 'calendar':
      return {
        from: settings.from,
        until: settings.until,
        ...ticks('day', weekdays.map(String), settings.weekdays.map(String)),
        hoursPerDay: numberText(settings.hoursPerDay),
        blocked: spansText(settings.blocked),
      }
    case 'modules':
      return Object.assign({}, ...modulesOf(settings, lists).map(moduleValues)) as PartValues
    case 'resources':
      return {
        travelAtMost: numberText(settings.travelAtMost),
        ...ticks('trainer', lists.trainers, settings.trainers),
        ...ticks('venue', lists.venues, settings.venues),
        ...ticks('commune', lists.communes, settings.communes),
      }
    case 'rules':
      return {
        awayShare: percentText(settings.awayShare),
        ...ticks('open', lists.departments, settings.open),
        leastCoverage: percentText(settings.leastCoverage),
        perPerson: numberText(settings.perPerson),
        ...Object.fromEntries(
          lists.measures.map((measure) => [
            `weight.${measure}`,
            measure in settings.weights ? numberText(settings.weights[measure]!) : '',
          ]),
        ),
        ...Object.fromEntries(settings.forbidden.map((pair) => [forbiddenField(pair), 'yes'])),
        seconds: numberText(settings.seconds),
      }
  }
}

/** The modules of a plan, with those that were published since it was made at the end, not in use. */
function modulesOf({ modules }: PlanSettings, lists: SettingLists): PlanSettings['modules'] {
  const known = new Set(modules.map(({ code }) => code))
  const added = lists.modules.filter(({ code }) => !known.has(code))
  return [...modules, ...added.map((module) => defaultModule(module, false))]
}

function moduleValues(module: PlanSettings['modules'][number]): PartValues {
  const { code, used, effect, atMost } = module
  const name = (field: string) => `${code}.${field}`
  return {
    [name('used')]: tick(used),
    ...Object.fromEntries(deliveries.map((each) => [name(each), tick(module.deliveries.includes(each))])),
    ...Object.fromEntries(
      moduleNumbers.map((each) => {
        const value = each === 'atMost' ? atMost : module[each]
        return [name(each), value === null ? '' : numberText(value)]
      }),
    ),
    ...Object.fromEntries(deliveries.map((each) => [name(`effect-${each}`), numberText(effect[each])])),
  }
}

export function forbiddenField({ module, venue }: PlanSettings['forbidden'][number]): string {
  return `forbid.${module}.${venue ?? 'any'}`
}

export type PartRead = { settings: PlanSettings; faults?: never } | { settings?: never; faults: FieldFaults }

/** Reads one page into settings that keep everything else; keys of faults are texts of `planning`. */
export function readPart(
  part: Part,
  typed: Readonly<PartValues>,
  settings: PlanSettings,
  lists: SettingLists,
): PartRead {
  const field = fieldReader(typed)
  const chosen = (prefix: string, all: readonly string[]) =>
    all.filter((each) => field.ticked(`${prefix}.${each}`))
  const read = (): Partial<PlanSettings> => {
    switch (part) {
      case 'money': {
        const norms = Object.fromEntries(normLines.map((line) => [line, field.money(line)]))
        return { budget: field.money('budget'), norms: norms as PlanSettings['norms'] }
      }
      case 'calendar':
        return readCalendar(field)
      case 'modules':
        return { modules: modulesOf(settings, lists).map(({ code }) => readModule(field, code)) }
      case 'resources':
        return {
          travelAtMost: field.decimal('travelAtMost', 0, 24),
          trainers: chosen('trainer', lists.trainers),
          venues: chosen('venue', lists.venues),
          communes: chosen('commune', lists.communes),
        }
      case 'rules':
        return readRules(field, typed, lists)
    }
  }
  const next = { ...settings, ...read() }
  if (Object.keys(field.faults.errors).length > 0) return { faults: field.faults }
  return { settings: settingsSchema.parse(next) }
}

type Field = ReturnType<typeof fieldReader>
const mostDays = 400

function readCalendar(field: Field): Partial<PlanSettings> {
  const [from, until] = [field.day('from'), field.day('until')]
  if (until < from) field.fault('until', 'calendar.until.before')
  if ((Date.parse(until) - Date.parse(from)) / 86_400_000 > mostDays)
    field.fault('until', 'calendar.until.far')
  const days = weekdays.filter((day) => field.ticked(`day.${day}`))
  if (days.length === 0) field.fault('day.1', 'calendar.weekdays.none')
  return {
    from,
    until,
    weekdays: days,
    hoursPerDay: field.decimal('hoursPerDay', 1, 10),
    blocked: field.spans('blocked', 60),
  }
}

function readModule(field: Field, code: string): PlanSettings['modules'][number] {
  const name = (each: string) => `${code}.${each}`
  const whole = (each: string, low: number, high: number) => field.whole(name(each), low, high)
  const [least, most, atLeast] = [whole('least', 1, 500), whole('most', 1, 500), whole('atLeast', 0, 500)]
  const atMost = field.raw(name('atMost')) === '' ? null : whole('atMost', 0, 500)
  if (most < least) field.fault(name('most'), 'modules.most.less')
  if (atMost !== null && atMost < atLeast) field.fault(name('atMost'), 'modules.atMost.less')
  const effect = (each: string) => field.decimal(name(`effect-${each}`), 0, 3)
  return {
    code,
    used: field.ticked(name('used')),
    hours: field.decimal(name('hours'), 0.5, 80),
    deliveries: deliveries.filter((each) => field.ticked(name(each))),
    ...{ least, most, atLeast, atMost },
    visitMost: whole('visitMost', 1, 100),
    effect: { class: effect('class'), online: effect('online'), visit: effect('visit') },
  }
}

function readRules(field: Field, typed: Readonly<PartValues>, lists: SettingLists): Partial<PlanSettings> {
  const weights = lists.measures.flatMap((measure) =>
    field.raw(`weight.${measure}`) === '' ? [] : [[measure, field.decimal(`weight.${measure}`, 0, 10)]],
  )
  const modules = lists.modules.map(({ code }) => code)
  const pairs = modules.flatMap((module) =>
    [null, ...lists.venues]
      .map((venue) => ({ module, venue }))
      .filter((pair) => field.ticked(forbiddenField(pair))),
  )
  const added = { module: typed['added.module'] ?? '', venue: typed['added.venue'] ?? 'any' }
  if (modules.includes(added.module)) {
    const venue = lists.venues.find((id) => id === added.venue) ?? null
    if (!pairs.some((pair) => pair.module === added.module && pair.venue === venue))
      pairs.push({ module: added.module, venue })
  }
  return {
    awayShare: field.percent('awayShare'),
    open: lists.departments.filter((each) => field.ticked(`open.${each}`)),
    leastCoverage: field.percent('leastCoverage'),
    perPerson: field.whole('perPerson', 1, 20),
    weights: Object.fromEntries(weights) as PlanSettings['weights'],
    forbidden: pairs,
    seconds: field.whole('seconds', 5, 600),
  }
}
