import { paths } from '~/paths'
import { useT } from '~/platform/i18n/react'
import { Button } from '~/ui/Button'
import { Note } from '~/ui/Note'

/**
 * On an open page after a session has lapsed: what is learned belongs to the account, so one signs in and comes back to
 * `to`; or it was somebody else's session, which then ends on this machine.
 */
export function LapsedNote({ lapsed, to }: { lapsed: boolean; to: string }) {
  const t = useT('learning')
  if (!lapsed) return null
  return (
    <div className="no-print">
      <Note kind="care">
        <p>
          <b>{t('lapsed.over')}</b> <a href={paths.signIn({ to })}>{t('lapsed.signIn')}</a> {t('lapsed.why')}
        </p>
        <form method="post" action={paths.signOut()} className="row small">
          {t('lapsed.other')}
          <Button quiet>{t('lapsed.without')}</Button>
        </form>
      </Note>
    </div>
  )
}
