import { formatPercent } from '~/platform/i18n/format'
import { useLocale, useT } from '~/platform/i18n/react'
import { Panel } from '~/ui/Panel'
import { Table } from '~/ui/Table'
import { Tag, type TagKind } from '~/ui/Tag'
import type { ConditionFigure, ConditionState } from './conditions'

const tags: Record<ConditionState, TagKind> = { lacking: 'bad', partly: 'care', fine: 'ok', unclear: 'plain' }

/** Conditions of work: how many of those who answered lack each. */
export function ConditionsPanel({ conditions }: { conditions: ConditionFigure[] }) {
  const t = useT('gaps')
  const locale = useLocale()
  return (
    <Panel title={t('conditions.title')}>
      {conditions.length === 0 ? (
        <p>{t('conditions.none')}</p>
      ) : (
        <Table
          caption={t('conditions.captionCommune')}
          rows={conditions}
          rowKey={({ code }) => code}
          columns={[
            { key: 'name', label: t('conditions.name'), cell: ({ name }) => name[locale] },
            {
              key: 'lacking',
              label: t('conditions.lacking'),
              align: 'end',
              cell: (each) =>
                each.hidden ? t('hidden.short') : t('conditions.people', { count: each.lacking, n: each.n }),
            },
            {
              key: 'province',
              label: t('conditions.province'),
              align: 'end',
              cell: (each) =>
                each.hidden || each.province === null ? '–' : formatPercent(locale, each.province),
            },
            {
              key: 'state',
              label: t('conditions.state'),
              cell: (each) =>
                each.hidden ? null : <Tag kind={tags[each.state]}>{t(`condition.${each.state}`)}</Tag>,
            },
          ]}
        />
      )}
    </Panel>
  )
}
