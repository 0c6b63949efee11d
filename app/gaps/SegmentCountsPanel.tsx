import { paths } from '~/paths'
import { useLocale, useT } from '~/platform/i18n/react'
import { Panel } from '~/ui/Panel'
import { Table } from '~/ui/Table'
import { VisuallyHidden } from '~/ui/VisuallyHidden'
import { segmentTitle } from './segment-title'
import type { SegmentsReport } from './segments-report.server'

/** How many people of each commune are in each segment, where that shows nobody. */
export function SegmentCountsPanel({ report }: { report: SegmentsReport }) {
  const t = useT('gaps')
  const locale = useLocale()
  const { campaign, communes, segments } = report
  return (
    <Panel title={t('segments.communes')}>
      <ul className="small">
        {segments.map((segment) => (
          <li key={segment.index}>{segmentTitle(locale, segment, report)}</li>
        ))}
      </ul>
      <Table
        caption={t('segments.communesCaption')}
        rows={communes}
        rowKey={({ code }) => code}
        stack={false}
        columns={[
          {
            key: 'name',
            label: t('heat.commune'),
            cell: ({ code, name }) => <a href={paths.gapsCommune(campaign.id, code)}>{name}</a>,
          },
          ...segments.map(({ index }, i) => ({
            key: String(index),
            label: t('segments.number', { number: index + 1 }),
            align: 'end' as const,
            cell: ({ counts }: (typeof communes)[number]) =>
              counts[i] ?? (
                <>
                  <span aria-hidden="true">·</span>
                  <VisuallyHidden>{t('hidden.short')}</VisuallyHidden>
                </>
              ),
          })),
        ]}
      />
    </Panel>
  )
}
