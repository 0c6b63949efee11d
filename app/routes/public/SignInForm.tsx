import { paths } from '~/paths'
import { mainFormId } from '~/platform/http/handle'
import { useT } from '~/platform/i18n/react'
import { Button } from '~/ui/Button'
import { ButtonRow } from '~/ui/ButtonRow'
import { Choice } from '~/ui/Choice'
import { Field } from '~/ui/Field'
import { HiddenFields } from '~/ui/HiddenFields'

type SignInFormProps = {
  /** Where to go on to. */
  to?: string
  /** Fields of a form that a lapsed session kept from being saved: they go on to `to` after signing in. */
  pending?: [string, string][]
  username?: string
  shared?: boolean
  errors?: { username?: string; password?: string }
}

/** The form of the sign-in page and of the page that a lapsed session meets. */
export function SignInForm({ to, pending, username, shared, errors = {} }: SignInFormProps) {
  const t = useT('auth')
  return (
    <form method="post" action={paths.signIn()} id={mainFormId} noValidate>
      <HiddenFields values={{ to, resume: pending ? '1' : undefined }} />
      {pending?.map(([name, value], i) => (
        <input key={i} type="hidden" name={name} value={value} />
      ))}
      <Field
        id="username"
        name="username"
        label={t('signIn.username')}
        hint={t('signIn.usernameHint')}
        error={errors.username}
        defaultValue={username}
        autoComplete="username"
        autoCapitalize="none"
        spellCheck={false}
        maxLength={64}
        required
      />
      <Field
        id="password"
        name="password"
        type="password"
        label={t('signIn.password')}
        error={errors.password}
        autoComplete="current-password"
        maxLength={200}
        required
      />
      <Choice
        type="checkbox"
        name="shared"
        value="1"
        checked={shared}
        label={t('signIn.shared')}
        hint={t('signIn.sharedHint')}
      />
      <ButtonRow>
        <Button>{t(pending ? 'signIn.goOn' : 'signIn.submit')}</Button>
      </ButtonRow>
    </form>
  )
}
