import { paths } from '~/paths'
import type { SetupTokenState } from '~/people/accounts/create-first-administrator.server'
import { PasswordFields } from '~/people/accounts/PasswordFields'
import { fieldProps, summaryOf, type FormReply } from '~/platform/http/form-reply'
import { mainFormId } from '~/platform/http/handle'
import { useT } from '~/platform/i18n/react'
import { Button, ButtonLink } from '~/ui/Button'
import { ButtonRow } from '~/ui/ButtonRow'
import { ErrorSummary } from '~/ui/ErrorSummary'
import { Field } from '~/ui/Field'
import { LanguageForm } from '~/ui/LanguageForm'
import { Main } from '~/ui/Main'

/** The page behind the one-time link that the first start prints. */
export function SetupPage({ state, reply }: { state: SetupTokenState; reply?: FormReply }) {
  const t = useT('auth')
  if (state !== 'open') {
    return (
      <Main>
        <h1>{t(`setup.${state}.title`)}</h1>
        <p>{t(`setup.${state}.text`)}</p>
        <LanguageForm />
        <ButtonRow>
          <ButtonLink to={paths.signIn()}>{t('signIn.submit')}</ButtonLink>
        </ButtonRow>
      </Main>
    )
  }
  const field = fieldProps(t, reply)
  return (
    <Main>
      <h1>{t('setup.title')}</h1>
      <ErrorSummary errors={summaryOf(field, ['displayName', 'loginName', 'next', 'again'])} />
      <p>{t('setup.text')}</p>
      <form method="post" id={mainFormId} noValidate>
        <Field
          {...field('displayName')}
          label={t('displayName.label')}
          hint={t('displayName.hint')}
          autoComplete="name"
          maxLength={80}
          required
        />
        <Field
          {...field('loginName')}
          label={t('username.label')}
          hint={t('username.hint')}
          autoComplete="username"
          autoCapitalize="none"
          spellCheck={false}
          maxLength={32}
          required
        />
        <PasswordFields errors={{ next: field('next').error, again: field('again').error }} />
        <ButtonRow>
          <Button>{t('setup.submit')}</Button>
        </ButtonRow>
      </form>
    </Main>
  )
}
