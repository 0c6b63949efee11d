import { formatNumber, formatPercent } from '~/platform/i18n/format'
import type { Bilingual } from '~/platform/i18n/locale'
import { useLocale, useT } from '~/platform/i18n/react'
import { Table } from '~/ui/Table'
import { Tag } from '~/ui/Tag'
import type { DistractorRow } from './distractors'
import { Figure } from './Figure'

type DistractorPanelProps = {
  rows: DistractorRow[]
  options: ReadonlyMap<string, Bilingual>
  keys: readonly string[]
  /** Whether people are ranked by ability and not by their other answers. */
  byAbility: boolean
}

/** Who chose which option. */
export function DistractorPanel({ rows, options, keys, byAbility }: DistractorPanelProps) {
  const t = useT('analysis')
  const locale = useLocale()
  const share = (value: number | null) => (value === null ? t('noFigure') : formatPercent(locale, value))
  const nameOf = (option: string | null) =>
    option === null ? t('options.unknown') : (options.get(option)?.[locale] ?? option)
  return (
    <>
      <Table
        caption={t('options.title')}
        rows={rows}
        rowKey={({ option }) => option ?? '?'}
        columns={[
          {
            key: 'option',
            label: t('options.option'),
            cell: ({ option }) => (
              <>
                {nameOf(option)}{' '}
                {option !== null && keys.includes(option) ? <Tag kind="ok">{t('options.key')}</Tag> : null}
              </>
            ),
          },
          {
            key: 'count',
            label: t('options.count'),
            align: 'end',
            cell: ({ count }) => formatNumber(locale, count),
          },
          { key: 'share', label: t('options.share'), align: 'end', cell: (row) => share(row.share) },
          { key: 'upper', label: t('options.upper'), align: 'end', cell: (row) => share(row.upper) },
          { key: 'lower', label: t('options.lower'), align: 'end', cell: (row) => share(row.lower) },
          {
            key: 'correlation',
            label: t('options.correlation'),
            align: 'end',
            cell: (row) => <Figure value={row.restCorrelation} digits={2} />,
          },
        ]}
      />
      <p className="small muted">{t(byAbility ? 'options.byAbility' : 'options.byRest')}</p>
    </>
  )
}
