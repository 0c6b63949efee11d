import { paths } from '~/paths'
import { formatDate, formatNumber } from '~/platform/i18n/format'
import { pick } from '~/platform/i18n/locale'
import { useLocale, useT } from '~/platform/i18n/react'
import { Panel } from '~/ui/Panel'
import { Table } from '~/ui/Table'
import { Figure } from './Figure'
import { FlagTags } from './FlagTags'
import { fewestForFigures } from './item-flags'
import type { Trace } from './kept-figures.server'

/** Where an item was asked and what came of it, each version and campaign by itself; nothing for one that was never asked. */
export function TracePanel({ trace }: { trace: Trace[] }) {
  const t = useT('analysis')
  const b = useT('bank')
  const locale = useLocale()
  if (trace.length === 0) return null
  const number = (
    key: 'facility' | 'index' | 'difficulty' | 'discrimination' | 'infit',
    digits: number,
    percent = false,
  ) => ({
    key,
    label: t(`column.${key}`),
    align: 'end' as const,
    cell: (row: Trace) => <Figure value={row[key]} digits={digits} percent={percent} />,
  })
  return (
    <Panel title={b('trace.title')}>
      <p className="small muted">{b('trace.text')}</p>
      <Table
        caption={b('trace.title')}
        captionHidden
        rows={trace}
        rowKey={({ id, campaignId }) => `${id} ${campaignId}`}
        columns={[
          {
            key: 'version',
            label: b('trace.version'),
            cell: ({ version }) => b('trace.number', { version }),
          },
          {
            key: 'campaign',
            label: b('trace.campaign'),
            cell: ({ id, campaignId, campaign }) => (
              <a href={paths.itemFigures(campaignId, id)}>{pick(campaign, locale)}</a>
            ),
          },
          {
            key: 'days',
            label: b('trace.days'),
            cell: ({ opensOn, closesOn }) => (
              <span className="num">{`${formatDate(opensOn)} – ${formatDate(closesOn)}`}</span>
            ),
          },
          {
            key: 'people',
            label: t('column.people'),
            align: 'end',
            cell: ({ people }) => formatNumber(locale, people),
          },
          number('facility', 0, true),
          number('index', 0, true),
          number('difficulty', 2),
          number('discrimination', 2),
          number('infit', 2),
          {
            key: 'flags',
            label: t('column.flags'),
            cell: ({ people, flags }) =>
              people < fewestForFigures ? (
                <span className="muted">{t('few')}</span>
              ) : (
                <FlagTags flags={flags} />
              ),
          },
        ]}
      />
    </Panel>
  )
}
