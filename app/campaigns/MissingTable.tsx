import { useT } from '~/platform/i18n/react'
import { Table, type Column } from '~/ui/Table'
import type { MissingPerson } from './list-missing.server'

/** People who have not submitted; the commune stands beside them where several are shown. */
export function MissingTable({ people, communeShown }: { people: MissingPerson[]; communeShown: boolean }) {
  const t = useT('campaigns')
  const columns: Column<MissingPerson>[] = [
    { key: 'name', label: t('missing.name'), cell: ({ name }) => name },
    { key: 'position', label: t('missing.position'), cell: ({ position }) => position },
    {
      key: 'state',
      label: t('missing.state'),
      cell: ({ started }) => t(started ? 'form.started' : 'form.notStarted'),
    },
    {
      key: 'account',
      label: t('missing.account'),
      cell: ({ activated }) => t(activated ? 'missing.activated' : 'missing.notActivated'),
    },
  ]
  const commune: Column<MissingPerson> = {
    key: 'commune',
    label: t('missing.commune'),
    cell: ({ communeName }) => communeName,
  }
  return (
    <Table
      caption={t('missing.people')}
      captionHidden
      columns={communeShown ? [columns[0]!, commune, ...columns.slice(1)] : columns}
      rows={people}
      rowKey={({ personId }) => personId}
    />
  )
}
