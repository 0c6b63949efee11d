import { formatDate, formatNumber } from '~/platform/i18n/format'
import { useLocale, useT } from '~/platform/i18n/react'
import { Panel } from '~/ui/Panel'
import { Table } from '~/ui/Table'
import type { CommuneIndicator } from './commune-indicators.server'
import { chanceText, numberOf, valueText } from './value-text'

/** What is known of a commune besides skills, beside the middle of the province's communes; nothing where nothing is. */
export function CommuneIndicatorsPanel({ indicators }: { indicators: CommuneIndicator[] }) {
  const t = useT('indicators')
  const locale = useLocale()
  if (indicators.length === 0) return null
  return (
    <Panel title={t('panel.title')} id="indicators">
      <Table
        caption={t('panel.caption')}
        rows={indicators}
        rowKey={({ indicator }) => indicator.id}
        columns={[
          { key: 'name', label: t('list.name'), cell: ({ indicator }) => indicator.name[locale] },
          {
            key: 'value',
            label: t('panel.value'),
            align: 'end',
            cell: ({ indicator, newest }) => {
              const range = chanceText(locale, indicator, newest)
              return (
                <>
                  <b>{valueText(locale, indicator, newest.value)}</b>
                  {indicator.unit === 'percent' ? (
                    <>
                      <br />
                      <small>{range ?? t('value.reported')}</small>
                    </>
                  ) : null}
                </>
              )
            },
          },
          {
            key: 'province',
            label: t('panel.province'),
            align: 'end',
            cell: ({ indicator, province }) =>
              t('panel.province.of', {
                value: numberOf(locale, indicator, province.median),
                communes: formatNumber(locale, province.communes),
              }),
          },
          {
            key: 'before',
            label: t('panel.before'),
            cell: ({ indicator, before }) =>
              before
                .map(({ value, date }) =>
                  t('panel.before.value', {
                    value: numberOf(locale, indicator, value),
                    date: formatDate(date),
                  }),
                )
                .join('; ') || '–',
          },
          {
            key: 'day',
            label: t('panel.day'),
            cell: ({ newest: { date, source } }) => (
              <>
                {formatDate(date)}
                <br />
                <small>{source}</small>
              </>
            ),
          },
        ]}
      />
      <p className="small muted">{t('panel.note')}</p>
    </Panel>
  )
}
