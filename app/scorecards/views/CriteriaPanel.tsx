import { paths } from '~/paths'
import { useLocale, useT } from '~/platform/i18n/react'
import { Panel } from '~/ui/Panel'
import { Table } from '~/ui/Table'
import { Tag } from '~/ui/Tag'
import {
  intervalText,
  originText,
  pointsText,
  rangeText,
  ruleText,
  totalText,
  valueText,
  type Units,
} from '../score-words'
import { workPlace } from './work-place'
import type { ShownCommune } from './view-commune.server'

type Group = ShownCommune['groups'][number]
type Row = Group['criteria'][number]

/** The criteria of one group: what the commune has, how many points that gives, and where it is from. */
export function CriteriaPanel({
  commune,
  group,
  units,
  mayEnter,
  isPlanner,
}: {
  commune: { code: string; name: string }
  group: Group
  units: Units
  mayEnter: boolean
  isPlanner: boolean
}) {
  const t = useT('scorecard')
  const locale = useLocale()
  return (
    <Panel
      id={`group-${group.code}`}
      title={group.name[locale]}
      end={t('groups.points', { points: totalText(locale, group.total) })}
    >
      <Table
        caption={t('criteria.caption', { name: group.name[locale] })}
        captionHidden
        rows={group.criteria}
        rowKey={({ criterion }) => criterion.code}
        columns={[
          {
            key: 'name',
            label: t('criteria.name'),
            cell: ({ criterion }) => (
              <>
                {criterion.code} {criterion.name[locale]}
                <br />
                <small>{ruleText(locale, criterion, units)}</small>
              </>
            ),
          },
          { key: 'value', label: t('criteria.value'), cell: (row) => <Value row={row} units={units} /> },
          { key: 'points', label: t('criteria.points'), align: 'end', cell: (row) => <Points row={row} /> },
          {
            key: 'from',
            label: t('criteria.from'),
            cell: ({ score }) => (score.reading.from ? originText(locale, score.reading.from) : '–'),
          },
          {
            key: 'work',
            label: t('criteria.work'),
            labelHidden: true,
            cell: (row) => <Work row={row} commune={commune} mayEnter={mayEnter} isPlanner={isPlanner} />,
          },
        ]}
      />
    </Panel>
  )
}

function Value({ row: { criterion, score }, units }: { row: Row; units: Units }) {
  const t = useT('scorecard')
  const locale = useLocale()
  const { reading } = score
  if (reading.missing !== undefined) return <span className="muted">{t(`missing.${reading.missing}`)}</span>
  const range = intervalText(locale, reading)
  return (
    <>
      {valueText(locale, criterion, reading.value, units)}
      {range ? <small> ({range})</small> : null}
      {reading.from.kind === 'entry' && !reading.from.confirmed ? (
        <>
          {' '}
          <Tag kind="care">{t('entry.state.waiting')}</Tag>
        </>
      ) : null}
    </>
  )
}

function Points({ row: { score } }: { row: Row }) {
  const t = useT('scorecard')
  const locale = useLocale()
  const { points, max } = score
  const of = pointsText(locale, max)
  if (!points) return <span className="muted">{t('points.unknown', { of })}</span>
  const range = rangeText(locale, points)
  return (
    <span className="num">
      {pointsText(locale, points.value)}/{of}
      {range ? <small> ({range})</small> : null}
    </span>
  )
}

function Work({
  row: { criterion, score, entered },
  commune,
  mayEnter,
  isPlanner,
}: {
  row: Row
  commune: { code: string }
  mayEnter: boolean
  isPlanner: boolean
}) {
  const t = useT('scorecard')
  const locale = useLocale()
  if (entered)
    return mayEnter ? (
      <a href={paths.scorecardEntry(commune.code, criterion.code)}>
        {t(score.reading.missing === 'entry' ? 'entry.new' : 'entry.see')}
        <span className="vh"> {criterion.name[locale]}</span>
      </a>
    ) : null
  const to = workPlace(criterion, score, commune.code, isPlanner)
  return to ? (
    <a href={to}>
      {t('criteria.see')}
      <span className="vh"> {criterion.name[locale]}</span>
    </a>
  ) : null
}
