import { paths } from '~/paths'
import { useT } from '~/platform/i18n/react'
import { Button, ButtonLink } from '~/ui/Button'
import { HiddenFields } from '~/ui/HiddenFields'
import type { ViewedAccount } from './view-account.server'

/** What can be done with an account as it stands; what ends something asks first. */
export function AccountActions({ account }: { account: ViewedAccount }) {
  const t = useT('admin')
  const { id, state, minutesLocked, own } = account
  const act = (intent: 'enable' | 'unlock') => (
    <form method="post" action={paths.accountOf(id)}>
      <HiddenFields values={{ intent }} />
      <Button quiet>{t(`action.${intent}`)}</Button>
    </form>
  )
  return (
    <>
      {state === 'locked' ? <p>{t('account.lockedFor', { count: minutesLocked })}</p> : null}
      {state === 'idle' ? <p>{t('account.idle')}</p> : null}
      {state === 'notActivated' ? <p>{t('account.notActivated')}</p> : null}
      <div className="row">
        {state === 'locked' ? act('unlock') : null}
        {state === 'disabled' ? (
          act('enable')
        ) : (
          <>
            <ButtonLink quiet to={paths.accountOf(id, { ask: 'slip' })}>
              {t('action.slip')}
            </ButtonLink>
            {own ? null : (
              <ButtonLink quiet danger to={paths.accountOf(id, { ask: 'disable' })}>
                {t('action.disable')}
              </ButtonLink>
            )}
          </>
        )}
      </div>
    </>
  )
}
