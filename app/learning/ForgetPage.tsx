import { paths } from '~/paths'
import { useT } from '~/platform/i18n/react'
import { ConfirmPanel } from '~/ui/ConfirmPanel'
import { Main } from '~/ui/Main'

/** Asks before a visitor's progress leaves the machine, as on a computer that many use. */
export function ForgetPage() {
  const t = useT('learning')
  return (
    <Main>
      <ConfirmPanel
        title={t('forget.title')}
        what={<p>{t('forget.what')}</p>}
        confirmLabel={t('forget.confirm')}
        cancelTo={paths.learn()}
        action={paths.learn()}
      />
    </Main>
  )
}
