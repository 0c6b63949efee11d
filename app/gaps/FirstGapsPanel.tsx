import { paths } from '~/paths'
import { formatPercent } from '~/platform/i18n/format'
import { useLocale, useT } from '~/platform/i18n/react'
import { EstimateDot } from '~/ui/EstimateDot'
import { Panel } from '~/ui/Panel'
import { Table } from '~/ui/Table'
import type { CommuneReport, FirstGap } from './commune-report.server'
import { isShown } from './figures'
import { rangeText } from './share-text'

/** The five gaps to close first, each beside the province. */
export function FirstGapsPanel({ report }: { report: CommuneReport }) {
  const t = useT('gaps')
  const locale = useLocale()
  const { campaign, canSeeProvince, first } = report
  return (
    <Panel title={t('first.title')}>
      {first.length === 0 ? (
        <p>{t('first.none')}</p>
      ) : (
        <Table
          caption={t('first.caption')}
          rows={first}
          rowKey={({ measure }) => measure.code}
          columns={[
            {
              key: 'name',
              label: t('first.competency'),
              cell: (gap) => (
                <>
                  {canSeeProvince ? (
                    <a href={paths.gapsCompetency(campaign.id, gap.measure.code)}>
                      {gap.measure.name[locale]}
                    </a>
                  ) : (
                    gap.measure.name[locale]
                  )}
                  <br />
                  <small>
                    {t('first.needed', { count: gap.needed })} · {t(`standing.${gap.claim.standing}`)}
                  </small>
                </>
              ),
            },
            { key: 'figure', label: t('first.share'), figure: true, cell: (gap) => <Dot gap={gap} /> },
            {
              key: 'estimate',
              label: t('first.estimate'),
              align: 'end',
              cell: ({ figure }) => (
                <>
                  <b>{formatPercent(locale, figure.share)}</b>
                  <br />
                  <small>
                    {rangeText(locale, figure)} · {t('first.n', { count: figure.n })}
                  </small>
                </>
              ),
            },
          ]}
        />
      )}
      <p className="small muted">{t('first.rule')}</p>
    </Panel>
  )
}

function Dot({ gap: { figure, province } }: { gap: FirstGap }) {
  const t = useT('gaps')
  const compare = isShown(province) ? { name: t('province.name'), value: province.share } : undefined
  return <EstimateDot tone="gap" value={figure.share} low={figure.low} high={figure.high} compare={compare} />
}
