import { useLocale, useT } from '~/platform/i18n/react'
import { Panel } from '~/ui/Panel'
import { Table } from '~/ui/Table'
import type { CriteriaView } from '../views/view-criteria.server'

/** What is different from the version before, and which points may still be compared with it. */
export function ChangesPanel({ changes }: { changes: NonNullable<CriteriaView['changes']> }) {
  const t = useT('scorecard')
  const locale = useLocale()
  return (
    <Panel title={t('changes.title', { number: changes.from })}>
      {changes.of.length === 0 ? (
        <p>{t('changes.none')}</p>
      ) : (
        <Table
          caption={t('changes.caption')}
          rows={changes.of}
          rowKey={({ code }) => code}
          columns={[
            { key: 'name', label: t('criteria.name'), cell: ({ code, name }) => `${code} ${name[locale]}` },
            {
              key: 'what',
              label: t('changes.what'),
              cell: ({ kind, parts }) =>
                kind === 'changed'
                  ? t('changes.changed', { parts: parts.map((part) => t(`part.${part}`)).join(', ') })
                  : t(`changes.${kind}`),
            },
            {
              key: 'compares',
              label: t('changes.compares'),
              cell: ({ compares }) => t(compares ? 'changes.compares.yes' : 'changes.compares.no'),
            },
          ]}
        />
      )}
    </Panel>
  )
}
