import { paths } from '~/paths'
import { formatDateTime } from '~/platform/i18n/format'
import { useT } from '~/platform/i18n/react'
import { Button } from '~/ui/Button'
import { HiddenFields } from '~/ui/HiddenFields'
import { Note } from '~/ui/Note'

/** Tells the owner of an account that a new slip was made for it, until it is acknowledged. */
export function SlipNotice({ at, path }: { at: string; path: string }) {
  const t = useT('auth')
  return (
    <aside className="notice" aria-label={t('slipNotice.title')}>
      <Note kind="care" title={t('slipNotice.title')}>
        <p>{t('slipNotice.text', { at: formatDateTime(at) })}</p>
        <p>{t('slipNotice.mend')}</p>
        <form method="post" action={paths.account()}>
          <HiddenFields values={{ intent: 'acknowledge', to: path }} />
          <Button quiet>{t('slipNotice.done')}</Button>
        </form>
      </Note>
    </aside>
  )
}
