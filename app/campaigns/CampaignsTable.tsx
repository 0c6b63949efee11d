import { paths } from '~/paths'
import { formatDate, formatNumber } from '~/platform/i18n/format'
import { useLocale, useT } from '~/platform/i18n/react'
import { ResponseProgress } from '~/ui/ResponseProgress'
import { Table } from '~/ui/Table'
import { Tag, type TagKind } from '~/ui/Tag'
import type { Phase } from './campaign'
import type { CampaignRow } from './list-campaigns.server'

const tags: Record<Phase, TagKind> = {
  draft: 'care',
  waiting: 'plain',
  running: 'now',
  due: 'plain',
  closed: 'ok',
}

/** Where a campaign stands, in words. */
export function PhaseTag({ phase }: { phase: Phase }) {
  const t = useT('campaigns')
  return <Tag kind={tags[phase]}>{t(`phase.${phase}`)}</Tag>
}

/** Campaigns with their days and how many people have submitted. */
export function CampaignsTable({ campaigns }: { campaigns: CampaignRow[] }) {
  const t = useT('campaigns')
  const locale = useLocale()
  return (
    <Table
      caption={t('list.caption')}
      captionHidden
      rows={campaigns}
      rowKey={({ id }) => id}
      columns={[
        {
          key: 'title',
          label: t('col.campaign'),
          cell: ({ id, title }) => <a href={paths.campaign(id)}>{title}</a>,
        },
        { key: 'phase', label: t('col.phase'), cell: ({ phase }) => <PhaseTag phase={phase} /> },
        { key: 'opensOn', label: t('col.from'), align: 'end', cell: ({ opensOn }) => formatDate(opensOn) },
        { key: 'closesOn', label: t('col.to'), align: 'end', cell: ({ closesOn }) => formatDate(closesOn) },
        {
          key: 'progress',
          label: t('rates.progress'),
          wideOnly: true,
          cell: ({ asked, submitted }) =>
            asked > 0 ? <ResponseProgress done={submitted} total={asked} barOnly /> : null,
        },
        {
          key: 'submitted',
          label: t('col.submitted'),
          align: 'end',
          cell: ({ phase, asked, submitted }) =>
            phase === 'draft' ? '–' : `${formatNumber(locale, submitted)}/${formatNumber(locale, asked)}`,
        },
      ]}
    />
  )
}
