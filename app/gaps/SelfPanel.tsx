import { formatNumber } from '~/platform/i18n/format'
import { useLocale, useT } from '~/platform/i18n/react'
import { EstimateDot } from '~/ui/EstimateDot'
import { Panel } from '~/ui/Panel'
import { Table } from '~/ui/Table'
import type { CommuneGap } from './commune-report.server'
import { signed } from './figure-words'
import { isShown } from './figures'

/** Ends of the drawn stretch of differences, in levels. */
const farthest = 2

/** How people see themselves beside what the quiz measured, per domain; the two are never mixed. */
export function SelfPanel({ gaps }: { gaps: CommuneGap[] }) {
  const t = useT('gaps')
  const locale = useLocale()
  const rows = gaps.flatMap(({ measure, figure, selfWords }) =>
    measure.isDomain && isShown(figure) && figure.self && selfWords
      ? [{ ...figure.self, measure, words: selfWords }]
      : [],
  )
  const level = (value: number) => formatNumber(locale, value, 1)
  const say = (value: number) => signed(locale, value, 1)
  return (
    <Panel title={t('self.title')}>
      {rows.length === 0 ? (
        <p>{t('self.none')}</p>
      ) : (
        <Table
          caption={t('self.caption')}
          rows={rows}
          rowKey={({ measure }) => measure.code}
          columns={[
            {
              key: 'name',
              label: t('domains.name'),
              cell: ({ measure, self, measured }) => (
                <>
                  {measure.name[locale]}
                  <br />
                  <small>{t('self.levels', { self: level(self), measured: level(measured) })}</small>
                </>
              ),
            },
            {
              key: 'figure',
              label: t('self.figure'),
              figure: true,
              cell: ({ difference, low, high }) => (
                <EstimateDot
                  value={difference}
                  low={low}
                  high={high}
                  domain={[-farthest, farthest]}
                  compare={{ name: t('self.same'), value: 0 }}
                  format={say}
                />
              ),
            },
            {
              key: 'words',
              label: t('self.words'),
              cell: (row) => (
                <>
                  {t(`self.${row.words}`, { difference: level(Math.abs(row.difference)) })}
                  <br />
                  <small>{t('place.range', { low: say(row.low), high: say(row.high) })}</small>
                </>
              ),
            },
          ]}
        />
      )}
    </Panel>
  )
}
