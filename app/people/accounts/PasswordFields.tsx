import { passwordMinLength } from '~/platform/auth/password-rules'
import { useT } from '~/platform/i18n/react'
import { Field } from '~/ui/Field'

type PasswordFieldsProps = { errors?: { next?: string; again?: string } }

/** A new password, twice, with its rules before the first letter is typed. */
export function PasswordFields({ errors = {} }: PasswordFieldsProps) {
  const t = useT('auth')
  const secret = { type: 'password', autoComplete: 'new-password', maxLength: 200, required: true } as const
  return (
    <>
      <div id="password-rules">
        <p>{t('password.rules')}</p>
        <ul>
          <li>{t('password.rule1', { min: passwordMinLength })}</li>
          <li>{t('password.rule2')}</li>
          <li>{t('password.rule3')}</li>
        </ul>
        <p>{t('password.example')}</p>
      </div>
      <Field
        id="next"
        name="next"
        label={t('password.next')}
        hint={t('password.nextHint', { min: passwordMinLength })}
        error={errors.next}
        {...secret}
      />
      <Field id="again" name="again" label={t('password.again')} error={errors.again} {...secret} />
    </>
  )
}
