import { formatDate, formatNumber } from '~/platform/i18n/format'
import type { Locale } from '~/platform/i18n/locale'
import { useLocale, useT } from '~/platform/i18n/react'
import { getT } from '~/platform/i18n/translate'
import { Panel } from '~/ui/Panel'
import { Table } from '~/ui/Table'
import { countStates } from './compare-values'
import type { ImportPreview } from './import-indicators.server'
import { previewIndicator, scaleExample } from './preview-words'
import type { Scale } from './scale'

/** How each indicator of the file is understood, and what storing it would change. */
export function PreviewColumns({ preview }: { preview: ImportPreview }) {
  const t = useT('indicators')
  const locale = useLocale()
  const { read, compared } = preview
  const rows = read.columns.map((each, column) => ({
    ...each,
    column,
    own: compared.filter((value) => value.column === column),
  }))
  const n = (value: number) => formatNumber(locale, value)
  return (
    <Panel title={t('preview.columns')} id="columns">
      <Table
        caption={t('preview.columns.caption')}
        captionHidden
        rows={rows}
        rowKey={({ column }) => String(column)}
        columns={[
          { key: 'heading', label: t('preview.heading'), cell: ({ heading }) => heading },
          {
            key: 'as',
            label: t('preview.as'),
            cell: ({ column, text, numeric }) => {
              const indicator = previewIndicator(preview, column)
              if (!indicator) return numeric ? t('preview.as.left') : t('preview.as.text')
              const name = indicator.name[locale]
              return text ? t('preview.as.new', { name }) : name
            },
          },
          {
            key: 'scale',
            label: t('preview.scale'),
            cell: ({ scale }) => (scale ? scaleText(locale, scale) : '–'),
          },
          {
            key: 'days',
            label: t('preview.days'),
            cell: ({ own }) =>
              [...new Set(own.map(({ date }) => date))].sort().map(formatDate).join(', ') || '–',
          },
          {
            key: 'count',
            label: t('preview.count'),
            cell: ({ own }) => {
              const { new: added, changed, same } = countStates(own)
              return own.length > 0
                ? t('preview.states', { added: n(added), changed: n(changed), same: n(same) })
                : '–'
            },
          },
        ]}
      />
    </Panel>
  )
}

function scaleText(locale: Locale, { read, low, example }: Scale): string {
  const t = getT(locale, 'indicators')
  if (example === null || (read === 'percent' && low === 0)) return t('preview.scale.percent')
  const shown = scaleExample(locale, example, read)
  return read === 'share' ? t('preview.scale.share', shown) : t('preview.scale.low', { ...shown, count: low })
}
