import { paths } from '~/paths'
import { useT } from '~/platform/i18n/react'
import { TaskList } from '~/ui/TaskList'
import { VisuallyHidden } from '~/ui/VisuallyHidden'
import type { ViewedAccount } from './view-account.server'
import { RoleName } from './RoleWords'

/** The roles of an account; a learner's comes with the roster and stays. */
export function RoleList({ account }: { account: ViewedAccount }) {
  const t = useT('admin')
  if (account.roles.length === 0) return <p>{t('account.noRoles')}</p>
  return (
    <TaskList
      items={account.roles.map((grant) => ({
        title: <RoleName grant={grant} />,
        small: grant.role === 'learner' ? t('account.learnerStays') : undefined,
        action:
          grant.role === 'learner' ? null : (
            <a href={paths.accountOf(account.id, { ask: 'remove', role: grant.id })}>
              {t('action.remove')}
              <VisuallyHidden>
                {': '}
                <RoleName grant={grant} />
              </VisuallyHidden>
            </a>
          ),
      }))}
    />
  )
}
