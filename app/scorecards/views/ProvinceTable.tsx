import { paths } from '~/paths'
import { useLocale, useT } from '~/platform/i18n/react'
import { Table, type Column, type SortDirection } from '~/ui/Table'
import { Tabs } from '~/ui/Tabs'
import { changeText, pointsText, rankText } from '../score-words'
import { PointsDot, PointsText } from './PointsDot'
import type { ProvinceRow } from './province-table'
import type { ProvinceView } from './view-province.server'

type Props = {
  view: Pick<ProvinceView, 'query'>
  shown: NonNullable<ProvinceView['shown']>
  tab: 'total' | 'groups'
}

/** The table of communes, by the total or by the groups of criteria. */
export function ProvinceTable({ view: { query }, shown, tab }: Props) {
  const t = useT('scorecard')
  const locale = useLocale()
  const snapshot = shown.snapshot?.id
  const keep = { snapshot, q: query.filter, view: tab === 'groups' ? 'groups' : undefined }
  const name: Column<ProvinceRow> = {
    key: 'name',
    label: t('table.commune'),
    sortable: true,
    cell: ({ code, name: text }) => <a href={paths.scorecardOf(code, { snapshot })}>{text}</a>,
  }
  const points: Column<ProvinceRow> = {
    key: 'points',
    label: t('table.points'),
    sortable: true,
    align: 'end',
    cell: ({ total }) => <PointsText total={total} />,
  }
  const columns: Column<ProvinceRow>[] =
    tab === 'groups'
      ? [
          name,
          points,
          ...shown.groups.map((group): Column<ProvinceRow> => ({
            key: `group.${group.code}`,
            label: group.name[locale],
            sortable: true,
            align: 'end',
            cell: (row) => {
              const own = row.groups.find(({ code }) => code === group.code)
              return own ? <PointsText total={own.total} /> : '–'
            },
          })),
        ]
      : [
          name,
          points,
          {
            key: 'dot',
            label: t('table.share'),
            figure: 'narrow',
            cell: ({ total }) => <PointsDot total={total} />,
          },
          {
            key: 'rank',
            label: t('table.rank'),
            sortable: true,
            cell: ({ rank }) => (rank ? rankText(locale, rank) : t('rank.none')),
          },
          {
            key: 'change',
            label: t('table.changed'),
            sortable: true,
            cell: ({ change }) => (change ? changeText(locale, change) : '–'),
          },
          {
            key: 'known',
            label: t('table.unknown'),
            sortable: true,
            align: 'end',
            cell: ({ total }) => pointsText(locale, Math.round((total.of - total.known) * 10) / 10),
          },
        ]
  return (
    <>
      <Tabs
        label={t('view.label')}
        items={[
          {
            to: paths.scorecards({ snapshot, q: query.filter }),
            label: t('view.total'),
            current: tab === 'total',
          },
          {
            to: paths.scorecards({ snapshot, q: query.filter, view: 'groups' }),
            label: t('view.groups'),
            current: tab === 'groups',
          },
        ]}
      />
      <Table
        caption={t('table.caption', { count: shown.rows.length, all: shown.all })}
        rows={shown.rows}
        rowKey={({ code }) => code}
        sort={{ key: query.sort, direction: query.direction }}
        sortHref={(sort, dir: SortDirection) => paths.scorecards({ ...keep, sort, dir })}
        empty={t('table.nobody', { name: query.filter })}
        columns={columns}
      />
    </>
  )
}
