import { paths } from '~/paths'
import { formatPercent } from '~/platform/i18n/format'
import { useLocale, useT } from '~/platform/i18n/react'
import { Panel } from '~/ui/Panel'
import { Table } from '~/ui/Table'
import type { CommuneReport } from './commune-report.server'
import { distanceText, standingText } from './figure-words'
import { GapDot } from './GapDot'
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
              cell: ({ measure, needed, claim }) => (
                <>
                  {canSeeProvince ? (
                    <a href={paths.gapsCompetency(campaign.id, measure.code)}>{measure.name[locale]}</a>
                  ) : (
                    measure.name[locale]
                  )}
                  <br />
                  <small>
                    {t('first.needed', { count: needed })}
                    {claim.standing === 'unclear' ? '' : ` · ${standingText(locale, claim)}`}
                  </small>
                </>
              ),
            },
            {
              key: 'figure',
              label: t('first.share'),
              figure: true,
              cell: ({ figure, province }) => <GapDot figure={figure} province={province} />,
            },
            {
              key: 'estimate',
              label: t('first.estimate'),
              align: 'end',
              cell: ({ figure }) => (
                <>
                  <b>{formatPercent(locale, figure.share)}</b> <small>{rangeText(locale, figure)}</small>
                  <br />
                  <small>{distanceText(locale, figure)}</small>
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
