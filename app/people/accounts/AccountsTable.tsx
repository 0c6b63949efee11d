import { paths } from '~/paths'
import { formatDate } from '~/platform/i18n/format'
import { useT } from '~/platform/i18n/react'
import { Table } from '~/ui/Table'
import { Tag, type TagKind } from '~/ui/Tag'
import type { AccountState } from './account-state'
import type { AccountRow } from './list-accounts.server'

const kinds: Record<AccountState, TagKind> = {
  active: 'ok',
  notActivated: 'plain',
  idle: 'care',
  locked: 'care',
  disabled: 'bad',
}

export function StateTag({ state }: { state: AccountState }) {
  const t = useT('admin')
  return <Tag kind={kinds[state]}>{t(`state.${state}`)}</Tag>
}

export function AccountsTable({ rows }: { rows: AccountRow[] }) {
  const t = useT('admin')
  return (
    <Table
      caption={t('list.title')}
      captionHidden
      rows={rows}
      rowKey={(row) => row.id}
      columns={[
        {
          key: 'username',
          label: t('column.username'),
          cell: (row) => (
            <a className="num" href={paths.accountOf(row.id)}>
              {row.username}
            </a>
          ),
        },
        { key: 'name', label: t('column.name'), cell: (row) => row.displayName },
        {
          key: 'roles',
          label: t('column.roles'),
          cell: (row) => row.roles.map((grant, i) => <RoleAt key={i} {...grant} />),
        },
        { key: 'state', label: t('column.state'), cell: (row) => <StateTag state={row.state} /> },
        {
          key: 'last',
          label: t('column.last'),
          cell: (row) =>
            row.lastSignInAt ? (
              formatDate(new Date(row.lastSignInAt))
            ) : (
              <span className="muted">{t('column.never')}</span>
            ),
        },
      ]}
    />
  )
}

function RoleAt({ role, place }: AccountRow['roles'][number]) {
  const t = useT('admin')
  return (
    <div>
      {t(`role.${role}`)}
      {role === 'learner' ? null : <small className="muted"> {place ?? t('place.everywhere')}</small>}
    </div>
  )
}
