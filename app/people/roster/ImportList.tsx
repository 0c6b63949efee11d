import { paths } from '~/paths'
import { formatDateTime, formatNumber } from '~/platform/i18n/format'
import { useLocale, useT } from '~/platform/i18n/react'
import { Table } from '~/ui/Table'
import { Tag, type TagKind } from '~/ui/Tag'
import type { ImportListRow } from './view-import.server'

const tags: Record<ImportListRow['state'], TagKind> = {
  reading: 'now',
  preview: 'care',
  failed: 'bad',
  confirmed: 'ok',
  discarded: 'plain',
}

/** Imports of a province, each leading to where it stands. */
export function ImportList({ imports }: { imports: ImportListRow[] }) {
  const t = useT('roster')
  const locale = useLocale()
  const number = (value: number) => formatNumber(locale, value)
  if (imports.length === 0) return <p>{t('imports.none')}</p>
  return (
    <Table
      caption={t('imports.before')}
      captionHidden
      rows={imports}
      rowKey={({ id }) => id}
      columns={[
        {
          key: 'file',
          label: t('imports.fileName'),
          cell: ({ id, fileName }) => <a href={paths.rosterImport(id)}>{fileName}</a>,
        },
        { key: 'when', label: t('imports.when'), cell: ({ createdAt }) => formatDateTime(createdAt) },
        { key: 'by', label: t('imports.by'), cell: ({ by }) => by },
        {
          key: 'state',
          label: t('imports.state'),
          cell: ({ state }) => <Tag kind={tags[state]}>{t(`state.${state}`)}</Tag>,
        },
        {
          key: 'result',
          label: t('imports.result'),
          cell: ({ summary }) =>
            summary
              ? t('imports.counts', {
                  added: number(summary.new),
                  changed: number(summary.changed),
                  moved: number(summary.moved),
                })
              : '',
        },
      ]}
    />
  )
}
