import { formatNumber, formatPercent } from '~/platform/i18n/format'
import { useLocale, useT } from '~/platform/i18n/react'
import { Density, DensitySwatch } from '~/ui/Density'
import { Panel } from '~/ui/Panel'
import { Table } from '~/ui/Table'
import type { Bilingual } from '~/platform/i18n/locale'
import type { Distribution } from './distribution.server'
import { rangeText } from './share-text'

type Props = {
  distribution: Distribution
  /** Names of the framework's levels. */ levels: { level: number; name: Bilingual }[]
  title: string
  id?: string
}

/** How people spread over the levels of a competency: a curve, and its table. */
export function DistributionPanel({ distribution, levels, title, id }: Props) {
  const t = useT('charts')
  const locale = useLocale()
  const nameOf = (level: number) =>
    levels.find((each) => each.level === level)?.name[locale] ?? t('levels.none')
  const most = distribution.levels.reduce((a, b) => (b.share > a.share ? b : a))
  return (
    <Panel title={title} id={id}>
      <Density
        curve={distribution.curve}
        cuts={distribution.cuts}
        axes={{ x: t('levels.axis') }}
        label={t('levels.label', {
          level: nameOf(most.level),
          share: formatPercent(locale, most.share),
        })}
      />
      <Table
        caption={t('levels.caption', { people: formatNumber(locale, distribution.people) })}
        rows={distribution.levels}
        rowKey={({ level }) => String(level)}
        columns={[
          {
            key: 'level',
            label: t('levels.level'),
            cell: ({ level }) => (
              <>
                <DensitySwatch part={distribution.levels.findIndex((each) => each.level === level)} />{' '}
                {nameOf(level)}
              </>
            ),
          },
          {
            key: 'share',
            label: t('levels.share'),
            align: 'end',
            cell: (each) => (
              <>
                <b>{formatPercent(locale, each.share)}</b> <small>{rangeText(locale, each)}</small>
              </>
            ),
          },
          {
            key: 'needed',
            label: t('levels.needed'),
            align: 'end',
            cell: ({ needed, level }) => (level === 0 ? '–' : formatNumber(locale, needed)),
          },
        ]}
      />
      <p className="small muted">{t('levels.how')}</p>
    </Panel>
  )
}
