import { paths } from '~/paths'
import { rangeText } from '~/gaps/share-text'
import { formatPercent } from '~/platform/i18n/format'
import { useLocale, useT } from '~/platform/i18n/react'
import { EstimateDot } from '~/ui/EstimateDot'
import { Note } from '~/ui/Note'
import { Table } from '~/ui/Table'
import type { DeskFigures } from './desk-figures.server'

type Props = {
  figures: DeskFigures
  campaignId: string
  caption: string
}

/** The first gaps of the newest closed campaign with their intervals, or how far the figures are. */
export function DeskGaps({ figures: { estimating, gaps }, campaignId, caption }: Props) {
  const t = useT('campaigns')
  const locale = useLocale()
  if (estimating?.failed)
    return (
      <Note kind="stop" title={t('desk.figures.failed')}>
        <p>
          <a href={paths.gaps(campaignId)}>{t('desk.figures.look')}</a>
        </p>
      </Note>
    )
  if (estimating) return <Note title={t('desk.figures.running')}>{t('desk.figures.runningText')}</Note>
  if (gaps.length === 0) return <p>{t('desk.figures.none')}</p>
  return (
    <Table
      caption={caption}
      rows={gaps}
      rowKey={({ code }) => code}
      columns={[
        {
          key: 'name',
          label: t('desk.figures.name'),
          cell: ({ name }) => name[locale],
        },
        {
          key: 'figure',
          label: t('desk.figures.share'),
          figure: true,
          cell: ({ share, low, high, province }) => (
            <EstimateDot
              tone="gap"
              value={share}
              low={low}
              high={high}
              compare={province === null ? undefined : { name: t('desk.figures.province'), value: province }}
            />
          ),
        },
        {
          key: 'estimate',
          label: t('desk.figures.estimate'),
          align: 'end',
          cell: (gap) => (
            <>
              <b>{formatPercent(locale, gap.share)}</b> <small>{rangeText(locale, gap)}</small>
            </>
          ),
        },
      ]}
    />
  )
}
