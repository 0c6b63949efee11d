import { paths } from '~/paths'
import { useT } from '~/platform/i18n/react'
import { ConfirmPanel } from '~/ui/ConfirmPanel'
import type { ViewedAccount } from './view-account.server'
import { RoleName } from './RoleWords'

type AccountConfirmProps = {
  account: ViewedAccount
  ask: 'disable' | 'slip' | 'remove'
  grantId: number | null
}

/** Asks before an account is closed, a slip replaces a password, or a role is taken away. */
export function AccountConfirm({ account, ask, grantId }: AccountConfirmProps) {
  const t = useT('admin')
  const grant = account.roles.find(({ id }) => id === grantId)
  if (ask === 'remove' && !grant) return null
  return (
    <ConfirmPanel
      level={2}
      title={t(`confirm.${ask}.title`)}
      what={
        <>
          {ask === 'remove' && grant ? (
            <p>
              <b>
                <RoleName grant={grant} />
              </b>
            </p>
          ) : null}
          <p>{t(`confirm.${ask}.what`)}</p>
        </>
      }
      confirmLabel={t(`confirm.${ask}.do`)}
      cancelTo={paths.accountOf(account.id)}
      action={paths.accountOf(account.id)}
      fields={{ intent: ask, grant: grant?.id }}
    />
  )
}
