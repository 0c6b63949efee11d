import { formatDate } from '~/platform/i18n/format'
import { useLocale, useT } from '~/platform/i18n/react'
import { Panel } from '~/ui/Panel'
import { Table } from '~/ui/Table'
import { changeText } from './figure-words'
import type { ProvinceFigures } from './province-report.server'

/** What changed in the province since the campaign before, measure by measure. */
export function ChangePanel({ figures }: { figures: ProvinceFigures }) {
  const t = useT('gaps')
  const locale = useLocale()
  const { earlier, province } = figures
  const rows = province.flatMap(({ measure, change }) => (change ? [{ measure, change }] : []))
  if (!earlier || rows.length === 0) return null
  return (
    <Panel title={t('change.title')} id="change">
      <Table
        caption={t('change.caption', {
          title: earlier.title[locale],
          date: earlier.closedAt ? formatDate(earlier.closedAt) : '',
        })}
        rows={rows}
        rowKey={({ measure }) => measure.code}
        columns={[
          { key: 'name', label: t('domains.name'), cell: ({ measure }) => measure.short[locale] },
          { key: 'change', label: t('change.column'), cell: ({ change }) => changeText(locale, change) },
        ]}
      />
      <p className="small muted">{t('change.people')}</p>
    </Panel>
  )
}
