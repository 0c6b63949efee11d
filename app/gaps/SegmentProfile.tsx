import type { ReactNode } from 'react'
import { useLocale, useT } from '~/platform/i18n/react'
import { Columns } from '~/ui/Columns'
import { GapBar } from '~/ui/GapBar'
import { Table } from '~/ui/Table'
import { distanceText, signed } from './figure-words'
import type { SegmentPart, SegmentsReport } from './segments-report.server'

type Props = { segment: SegmentPart; report: SegmentsReport; modules: ReactNode }

/** Ends of the drawn stretch of mean distances to target, in logits. */
const farthest = 2.5

/** How far a segment is from target in each domain, who is in it, and what to teach it. */
export function SegmentProfile({ segment, report, modules }: Props) {
  const t = useT('gaps')
  const locale = useLocale()
  const rows = segment.domains.flatMap(({ domain, distance, n }) => {
    const of = report.framework.domains[domain]
    return of && distance !== null ? [{ code: of.code, name: of.name[locale], distance, n }] : []
  })
  return (
    <>
      <Columns kind="two">
        <Table
          caption={t('segments.profile')}
          rows={rows}
          rowKey={({ code }) => code}
          columns={[
            { key: 'name', label: t('domains.name'), cell: ({ name }) => name },
            {
              key: 'figure',
              label: t('segments.figure'),
              figure: true,
              cell: ({ distance }) => (
                <GapBar
                  value={distance}
                  most={farthest}
                  label={t('segments.bar', { value: signed(locale, distance, 1) })}
                />
              ),
            },
            {
              key: 'distance',
              label: t('domains.distance'),
              cell: ({ distance, n }) => (
                <>
                  {distanceText(locale, { distance })}
                  <br />
                  <small>{t('segments.n', { value: signed(locale, distance, 1), n })}</small>
                </>
              ),
            },
          ]}
        />
        <div>
          {segment.positions.length > 0 ? (
            <>
              <h3>{t('segments.positions')}</h3>
              <ul>
                {segment.positions.map(({ name, n }) => (
                  <li key={name.vi}>{t('segments.position', { name: name[locale], count: n })}</li>
                ))}
              </ul>
            </>
          ) : null}
        </div>
      </Columns>
      <h3>{t('segments.modules')}</h3>
      {modules}
    </>
  )
}
