import type { MeasureResult } from '~/assessment/calibration/measure-table'
import { formatNumber } from '~/platform/i18n/format'
import { useLocale, useT } from '~/platform/i18n/react'
import { Panel } from '~/ui/Panel'
import { Table } from '~/ui/Table'
import { Tag, type TagKind } from '~/ui/Tag'
import { figure, pText } from './figure-text'

const tags: Record<'A' | 'B' | 'C', TagKind> = { A: 'plain', B: 'care', C: 'bad' }

/** Items that are unusually hard or easy for a group among people of equal ability. */
export function DifTable({ dif }: { dif: NonNullable<MeasureResult['dif']> }) {
  const t = useT('measure')
  const locale = useLocale()
  return (
    <Panel title={t('dif.title', { column: dif.column })}>
      <p>{t('dif.text')}</p>
      <Table
        caption={t('dif.caption')}
        rows={dif.items}
        rowKey={({ name, focal }) => `${focal}/${name}`}
        columns={[
          { key: 'name', label: t('items.name'), cell: ({ name }) => name },
          { key: 'group', label: t('dif.group'), cell: ({ focal }) => focal },
          {
            key: 'size',
            label: t('dif.size'),
            align: 'end',
            cell: ({ counts }) =>
              `${formatNumber(locale, counts.focal)}; ${formatNumber(locale, counts.reference)}`,
          },
          {
            key: 'class',
            label: t('dif.class'),
            cell: (item) =>
              item.class ? (
                <Tag kind={tags[item.class]}>{item.class}</Tag>
              ) : (
                t(item.tooFew ? 'dif.tooFew' : 'dif.notJudged')
              ),
          },
          {
            key: 'delta',
            label: t('dif.delta'),
            align: 'end',
            cell: ({ statistic }) => figure(locale, statistic?.delta),
          },
          {
            key: 'mean',
            label: t('dif.mean'),
            align: 'end',
            cell: ({ statistic }) => figure(locale, statistic?.meanDifference, 3),
          },
          { key: 'p', label: t('dif.p'), align: 'end', cell: ({ adjusted }) => pText(locale, adjusted) },
        ]}
      />
    </Panel>
  )
}
