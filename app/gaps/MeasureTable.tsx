import { paths } from '~/paths'
import { compareVi } from '~/formats/fold'
import { formatPercent } from '~/platform/i18n/format'
import { useLocale, useT } from '~/platform/i18n/react'
import { Table, type Column } from '~/ui/Table'
import { changeText, distanceFigures, distanceText, rankText, standingText } from './figure-words'
import { isShown } from './figures'
import type { GapView } from './gap-query'
import { GapDot } from './GapDot'
import type { MeasureReport, MeasureRow } from './measure-report.server'
import { missingWords, rangeText } from './share-text'
import { measureSort, sortMeasureRows } from './sort-measure'

/** Communes with their intervals, the range of their ranks and what changed. */
export function MeasureTable({ report, view }: { report: MeasureReport; view: GapView }) {
  const t = useT('gaps')
  const { campaign, measure, group, rows } = report
  const sort = measureSort(view)
  return (
    <Table
      caption={t('measure.caption')}
      rows={sortMeasureRows(rows, sort, compareVi)}
      rowKey={({ code }) => code}
      columns={useColumns(report)}
      sort={sort}
      sortHref={(key, dir) =>
        paths.gapsCompetency(campaign.id, measure.code, { group: group?.value, sort: key, dir })
      }
    />
  )
}

function useColumns({ campaign, province, earlier, group }: MeasureReport): Column<MeasureRow>[] {
  const t = useT('gaps')
  const locale = useLocale()
  const rank: Column<MeasureRow> = {
    key: 'rank',
    label: t('rank.column'),
    sortable: true,
    cell: ({ figure }) => (isShown(figure) && figure.rank ? rankText(locale, figure.rank) : '–'),
  }
  const change: Column<MeasureRow> = {
    key: 'change',
    label: t('change.column'),
    sortable: true,
    cell: (row) => (row.change ? changeText(locale, row.change) : '–'),
  }
  return [
    {
      key: 'name',
      label: t('heat.commune'),
      sortable: true,
      cell: ({ code, name }) => <a href={paths.gapsCommune(campaign.id, code)}>{name}</a>,
    },
    {
      key: 'figure',
      label: t('first.share'),
      figure: 'narrow',
      cell: ({ figure }) => <GapDot figure={figure} province={province} />,
    },
    {
      key: 'share',
      label: t('first.estimate'),
      align: 'end',
      sortable: true,
      cell: ({ figure }) =>
        isShown(figure) ? (
          <>
            <b>{formatPercent(locale, figure.share)}</b> <small>{rangeText(locale, figure)}</small>
            <br />
            <small>{t('domains.n', { n: figure.n, people: figure.people })}</small>
          </>
        ) : (
          <small>{t(missingWords(figure))}</small>
        ),
    },
    {
      key: 'distance',
      label: t('domains.distance'),
      sortable: true,
      cell: ({ figure }) =>
        isShown(figure) ? (
          <>
            {distanceText(locale, figure)}
            <br />
            <small className="num">{distanceFigures(locale, figure)}</small>
          </>
        ) : (
          '–'
        ),
    },
    ...(group ? [] : [rank]),
    {
      key: 'standing',
      label: t('measure.standing'),
      cell: ({ claim }) => (claim.standing === 'unclear' ? '–' : standingText(locale, claim)),
    },
    ...(earlier ? [change] : []),
  ]
}
