import { paths } from '~/paths'
import { compareVi } from '~/formats/fold'
import { formatDate, formatNumber } from '~/platform/i18n/format'
import { useLocale, useT } from '~/platform/i18n/react'
import { Filters } from '~/ui/Filters'
import { Panel } from '~/ui/Panel'
import { Select } from '~/ui/Select'
import { Table, type Column } from '~/ui/Table'
import { dongText } from '../money'
import { classFilters, filterClasses, placeName, sortClasses, type ClassFilter } from './class-list'
import { seatCount, seatsByCommune, type CodedClass } from './coded-class'
import type { PlanShown } from './plan-query'
import { datesText, gainText, moneyText } from './plan-words'
import type { SolvedView } from './solved-view'
import type { ScenarioView } from './view-scenario.server'

/** So many communes of a class are named in the list; the class names all. */
const namedCommunes = 3

/** Every class with its days, place, trainer, communes, seats, cost and what it is expected to bring. */
export function ClassesView({
  view,
  solved,
  shown,
}: {
  view: ScenarioView
  solved: SolvedView
  shown: PlanShown
}) {
  const t = useT('plans')
  const locale = useLocale()
  const { plan, scenario, names } = view
  const rows = sortClasses(filterClasses(solved.classes, shown.filter), shown.sort, names)
  const filtered = classFilters.some((name) => shown.filter[name])
  const self = (query: Parameters<typeof paths.planScenario>[2]) =>
    paths.planScenario(plan.id, scenario.number, { view: 'classes', ...query })
  const sum = (of: (each: CodedClass) => number) => rows.reduce((total, each) => total + of(each), 0)
  return (
    <Panel landscape>
      <ClassFilters
        view={view}
        solved={solved}
        filter={shown.filter}
        clearHref={filtered ? self({}) : undefined}
      />
      <p>
        {t('classes.sum', {
          classes: formatNumber(locale, rows.length),
          seats: formatNumber(locale, sum(seatCount)),
          cost: moneyText(
            locale,
            sum(({ cost }) => cost),
          ),
          gain: gainText(
            locale,
            sum(({ gain }) => gain),
          ),
          count: rows.length,
        })}
      </p>
      <Table
        caption={t('classes.caption')}
        rows={rows}
        rowKey={({ key }) => key}
        sort={shown.sort}
        sortHref={(key, dir) => self({ ...shown.filter, sort: key, dir })}
        empty={t('classes.none')}
        columns={useColumns(view)}
      />
    </Panel>
  )
}

function useColumns({ plan, scenario, names }: ScenarioView): Column<CodedClass>[] {
  const t = useT('plans')
  const locale = useLocale()
  return [
    {
      key: 'module',
      label: t('class.module'),
      sortable: true,
      cell: ({ key, module, pinned }) => (
        <>
          <a href={paths.planClass(plan.id, scenario.number, key)}>{names.modules[module] ?? module}</a>
          {pinned ? <small> {t('class.pinned')}</small> : null}
        </>
      ),
    },
    {
      key: 'date',
      label: t('class.date'),
      sortable: true,
      cell: ({ dates }) => datesText(dates) || t('schedule.ownTime'),
    },
    {
      key: 'place',
      label: t('class.place'),
      sortable: true,
      cell: (each) =>
        each.delivery === 'visit'
          ? t('class.visitAt', { commune: placeName(each, names) })
          : placeName(each, names) || t('delivery.online'),
    },
    {
      key: 'trainer',
      label: t('class.trainer'),
      sortable: true,
      cell: ({ trainer }) => (trainer === null ? '–' : (names.trainers[trainer] ?? trainer)),
    },
    {
      key: 'communes',
      label: t('class.communes'),
      cell: (each) => <Communes each={each} names={names.communes} />,
    },
    {
      key: 'seats',
      label: t('class.seats'),
      align: 'end',
      sortable: true,
      cell: (each) => formatNumber(locale, seatCount(each)),
    },
    {
      key: 'cost',
      label: t('class.cost'),
      align: 'end',
      sortable: true,
      cell: ({ cost }) => dongText(locale, cost),
    },
    {
      key: 'gain',
      label: t('class.gain'),
      align: 'end',
      sortable: true,
      cell: ({ gain }) => gainText(locale, gain),
    },
  ]
}

function Communes({ each, names }: { each: CodedClass; names: Record<string, string> }) {
  const t = useT('plans')
  const sorted = [...seatsByCommune(each)].sort((a, b) => b[1] - a[1])
  const first = sorted
    .slice(0, namedCommunes)
    .map(([code]) => names[code] ?? code)
    .join(', ')
  const more = sorted.length - namedCommunes
  return (
    <>
      {first}
      {more > 0 ? <small> {t('class.moreCommunes', { count: more })}</small> : null}
    </>
  )
}

type FiltersProps = { view: ScenarioView; solved: SolvedView; filter: ClassFilter; clearHref?: string }

function ClassFilters({ view, solved, filter, clearHref }: FiltersProps) {
  const t = useT('plans')
  const { plan, scenario, names } = view
  const { classes } = solved
  const options = (codes: (string | null)[], called: Record<string, string>) => [
    { value: '', label: t('filter.all') },
    ...[...new Set(codes)]
      .flatMap((code) => (code === null ? [] : [{ value: code, label: called[code] ?? code }]))
      .sort((a, b) => compareVi(a.label, b.label)),
  ]
  const choices = {
    commune: options(
      classes.flatMap(({ seats }) => seats.map(({ commune }) => commune)),
      names.communes,
    ),
    module: options(
      classes.map(({ module }) => module),
      names.modules,
    ),
    venue: options(
      classes.map(({ venue }) => venue),
      names.venues,
    ),
    trainer: options(
      classes.map(({ trainer }) => trainer),
      names.trainers,
    ),
  }
  return (
    <Filters
      action={paths.planScenario(plan.id, scenario.number)}
      keep={{ view: 'classes', week: filter.week || undefined, delivery: filter.delivery || undefined }}
      clearHref={clearHref}
    >
      {(['commune', 'module', 'venue', 'trainer'] as const).map((name) => (
        <Select
          key={name}
          id={name}
          name={name}
          label={t(`filter.${name}`)}
          options={choices[name]}
          defaultValue={filter[name]}
        />
      ))}
      {filter.week ? <p className="small">{t('class.weekOf', { day: formatDate(filter.week) })}</p> : null}
    </Filters>
  )
}
