import { paths } from '~/paths'
import { useT } from '~/platform/i18n/react'
import { ButtonLink } from '~/ui/Button'
import { ErrorSummary } from '~/ui/ErrorSummary'
import { Main } from '~/ui/Main'
import { Note } from '~/ui/Note'
import { Panel } from '~/ui/Panel'
import { SignInForm } from './SignInForm'
import type { SignInAnswer, TypedSignIn } from './sign-in.server'

type SignInPageProps = { to?: string; typed?: TypedSignIn; answer: SignInAnswer | null }

export function SignInPage({ to, typed, answer }: SignInPageProps) {
  const t = useT('auth')
  const pending = typed?.pending
  const errors = answer?.kind === 'empty' ? answer : { username: false, password: false }
  const username = errors.username ? t('signIn.usernameMissing') : undefined
  const password = errors.password ? t('signIn.passwordMissing') : undefined
  return (
    <Main>
      <h1>{t('signIn.title')}</h1>
      <ErrorSummary
        title={t('signIn.refused')}
        errors={[
          ...(username ? [{ fieldId: 'username', text: username }] : []),
          ...(password ? [{ fieldId: 'password', text: password }] : []),
        ]}
      />
      {answer?.kind === 'refused' ? (
        <Note kind="stop" role="alert" title={t('signIn.refused')}>
          {t(`signIn.refusal.${answer.refusal.reason}`, { count: answer.refusal.minutes })}{' '}
          {answer.refusal.reason === 'disabled' ? null : <a href={paths.forgot()}>{t('signIn.forgot')}</a>}
        </Note>
      ) : null}
      {pending ? <Note kind="care">{t('signIn.kept')}</Note> : null}
      <SignInForm
        to={typed?.to ?? to}
        pending={pending}
        username={typed?.username}
        shared={typed?.shared}
        errors={{ username, password }}
      />
      {answer?.kind === 'refused' || pending ? null : (
        <p>
          <a href={paths.forgot()}>{t('signIn.forgot')}</a>
        </p>
      )}
      {pending ? null : (
        <Panel title={t('signIn.first')}>
          <p>{t('signIn.firstText')}</p>
          <p>
            <ButtonLink quiet to={paths.activate()}>
              {t('signIn.activate')}
            </ButtonLink>
          </p>
        </Panel>
      )}
    </Main>
  )
}
