import { paths } from '~/paths'
import { pendingFields } from '~/platform/http/lapsed-form'
import { useT } from '~/platform/i18n/react'
import { ButtonLink } from '~/ui/Button'
import { ButtonRow } from '~/ui/ButtonRow'
import { Main } from '~/ui/Main'
import { errorBody, isLapsed } from './error-body'
import { SignInForm } from './SignInForm'

/** What a person sees when a page cannot be shown: what happened, what is safe, what to do. */
export function ErrorScreen({ error }: { error: unknown }) {
  const t = useT('errors')
  const body = errorBody(error)
  const { code, values } = body
  return (
    <Main>
      <h1>{t(`${code}.title`, values)}</h1>
      <p>{t(`${code}.text`, values)}</p>
      <p>{t(`${code}.mend`, values)}</p>
      {isLapsed(body) ? (
        <SignInForm to={body.to} pending={pendingFields(body.pending)} />
      ) : (
        <ButtonRow>
          {code === 'signInNeeded' ? (
            <ButtonLink to={paths.signIn()}>{t('signIn')}</ButtonLink>
          ) : (
            <ButtonLink to={paths.home()}>{t('home')}</ButtonLink>
          )}
          <a href={paths.help()}>{t('help')}</a>
        </ButtonRow>
      )}
    </Main>
  )
}
