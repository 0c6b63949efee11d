import { paths } from '~/paths'
import { mainFormId } from '~/platform/http/handle'
import { useLocale, useT } from '~/platform/i18n/react'
import { Button } from '~/ui/Button'
import { HiddenFields } from '~/ui/HiddenFields'
import { Main } from '~/ui/Main'

/** After a lapsed session another account signed in: what was left in the form is not sent in its name. */
export function OtherAccountPage({ home }: { home: string }) {
  const t = useT('auth')
  return (
    <Main>
      <h1>{t('otherAccount.title')}</h1>
      <p>{t('otherAccount.text')}</p>
      <form method="post" action={paths.locale()} id={mainFormId}>
        <HiddenFields values={{ to: home, locale: useLocale() }} />
        <Button>{t('otherAccount.goOn')}</Button>
      </form>
    </Main>
  )
}
