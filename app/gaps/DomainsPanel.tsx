import { paths } from '~/paths'
import { formatDate, formatNumber, formatPercent } from '~/platform/i18n/format'
import { useLocale, useT } from '~/platform/i18n/react'
import { Panel } from '~/ui/Panel'
import { Table, type Column } from '~/ui/Table'
import type { CommuneGap, CommuneReport } from './commune-report.server'
import { changeText, distanceFigures, distanceText, rankText, standingText } from './figure-words'
import { isShown } from './figures'
import { GapDot } from './GapDot'
import { missingWords, rangeText } from './share-text'

/** Every domain, and inside each its competencies, of a commune beside the province. */
export function DomainsPanel({ report }: { report: CommuneReport }) {
  const t = useT('gaps')
  const locale = useLocale()
  const { earlier } = report
  const domains = report.gaps.filter(({ measure }) => measure.isDomain)
  const inside = (domain: string) =>
    report.gaps.filter(
      ({ measure, figure }) => !measure.isDomain && measure.domain === domain && figure !== null,
    )
  return (
    <Panel title={t('domains.title')}>
      <GapTable report={report} gaps={domains} caption={t('domains.caption')} />
      <details>
        <summary>{t('domains.more')}</summary>
        <GapTable
          report={report}
          gaps={domains.flatMap(({ measure }) => inside(measure.domain))}
          caption={t('domains.competencies')}
        />
      </details>
      <p className="small muted">
        {t('domains.scale', { width: formatNumber(locale, report.levelWidth, 1) })}
        {earlier
          ? ` ${t('change.caption', {
              title: earlier.title[locale],
              date: earlier.closedAt ? formatDate(earlier.closedAt) : '',
            })} ${t('change.people')}`
          : ''}
      </p>
    </Panel>
  )
}

function GapTable({ report, gaps, caption }: { report: CommuneReport; gaps: CommuneGap[]; caption: string }) {
  return (
    <Table
      caption={caption}
      rows={gaps}
      rowKey={({ measure }) => measure.code}
      columns={useColumns(report)}
    />
  )
}

function useColumns({ campaign, canSeeProvince, earlier }: CommuneReport): Column<CommuneGap>[] {
  const t = useT('gaps')
  const locale = useLocale()
  const name = ({ measure }: CommuneGap) =>
    `${measure.isDomain ? measure.domain : measure.code} ${measure.name[locale]}`
  const change: Column<CommuneGap> = {
    key: 'change',
    label: t('change.column'),
    cell: (gap) => (gap.change ? changeText(locale, gap.change) : '–'),
  }
  return [
    {
      key: 'name',
      label: t('domains.name'),
      cell: (gap) =>
        canSeeProvince ? (
          <a href={paths.gapsCompetency(campaign.id, gap.measure.code)}>{name(gap)}</a>
        ) : (
          name(gap)
        ),
    },
    {
      key: 'figure',
      label: t('first.share'),
      figure: 'narrow',
      cell: ({ figure, province }) => <GapDot figure={figure} province={province} />,
    },
    {
      key: 'estimate',
      label: t('first.estimate'),
      align: 'end',
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
      cell: ({ figure }) =>
        isShown(figure) ? (
          <>
            {distanceText(locale, figure)}
            <br />
            <small className="num">{distanceFigures(locale, figure)}</small>
          </>
        ) : null,
    },
    {
      key: 'standing',
      label: t('measure.standing'),
      cell: ({ figure, claim }) =>
        isShown(figure) ? (
          <>
            {standingText(locale, claim)}
            {figure.rank ? (
              <>
                <br />
                <small>{rankText(locale, figure.rank)}</small>
              </>
            ) : null}
          </>
        ) : null,
    },
    ...(earlier ? [change] : []),
  ]
}
