import { paths } from '~/paths'
import { formatDateTime, formatNumber } from '~/platform/i18n/format'
import { useLocale, useT } from '~/platform/i18n/react'
import { Button } from '~/ui/Button'
import { HiddenFields } from '~/ui/HiddenFields'
import { Panel } from '~/ui/Panel'
import { Table } from '~/ui/Table'
import type { ListedImport } from './indicators-page.server'

/** The files that values came in, each of which can be undone and used again. */
export function ImportsPanel({ imports }: { imports: ListedImport[] }) {
  const t = useT('indicators')
  const locale = useLocale()
  const n = (value: number) => formatNumber(locale, value)
  return (
    <Panel title={t('imports.title')}>
      <Table
        caption={t('imports.caption')}
        rows={imports}
        rowKey={({ id }) => id}
        columns={[
          { key: 'file', label: t('imports.file'), cell: ({ fileName }) => fileName },
          { key: 'at', label: t('imports.at'), cell: ({ at }) => formatDateTime(at) },
          { key: 'by', label: t('imports.by'), cell: ({ by }) => by ?? '–' },
          {
            key: 'what',
            label: t('imports.what'),
            cell: ({ added, changed, same }) =>
              t('imports.counts', { added: n(added), changed: n(changed), same: n(same) }),
          },
          {
            key: 'state',
            label: t('imports.state'),
            cell: ({ undoneAt }) =>
              undoneAt === null
                ? t('imports.inForce')
                : t('imports.undone', { when: formatDateTime(undoneAt) }),
          },
          {
            key: 'undo',
            label: t('imports.undo'),
            labelHidden: true,
            cell: ({ id, fileName, undoneAt }) =>
              undoneAt === null ? (
                <a href={paths.indicators({ undo: id })}>
                  {t('imports.undo')}
                  <span className="vh"> {fileName}</span>
                </a>
              ) : (
                <form method="post">
                  <HiddenFields values={{ intent: 'redo', id }} />
                  <Button quiet>
                    {t('imports.redo')}
                    <span className="vh"> {fileName}</span>
                  </Button>
                </form>
              ),
          },
        ]}
      />
    </Panel>
  )
}
