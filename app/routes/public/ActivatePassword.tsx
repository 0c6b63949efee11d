import type { OpenSlip } from '~/people/accounts/find-slip.server'
import { PasswordFields } from '~/people/accounts/PasswordFields'
import { summaryOf } from '~/platform/http/form-reply'
import { mainFormId } from '~/platform/http/handle'
import type { Locale } from '~/platform/i18n/locale'
import { useT } from '~/platform/i18n/react'
import { translated } from '~/platform/i18n/translated'
import { Button } from '~/ui/Button'
import { ButtonRow } from '~/ui/ButtonRow'
import { Choice } from '~/ui/Choice'
import { DefinitionList } from '~/ui/DefinitionList'
import { ErrorSummary } from '~/ui/ErrorSummary'
import { HiddenFields } from '~/ui/HiddenFields'
import { Main } from '~/ui/Main'
import { Note } from '~/ui/Note'
import { LanguageChoice } from '~/people/accounts/LanguageChoice'

export type TypedActivation = { code: string; shared: boolean; locale: Locale }

type Props = { typed: TypedActivation; slip: OpenSlip; errors: Record<string, string> }

/** The second step: whose account the code opens, and its new password. */
export function ActivatePassword({ typed, slip, errors }: Props) {
  const t = useT('auth')
  const next = translated(t, errors.next)
  const again = translated(t, errors.again)
  return (
    <Main>
      <h1>{t('activate.passwordTitle')}</h1>
      <ErrorSummary
        errors={summaryOf((name) => ({ error: name === 'next' ? next : again }), ['next', 'again'])}
      />
      <DefinitionList
        items={[
          { term: t('activate.username'), description: <b>{slip.username}</b> },
          { term: t('activate.owner'), description: slip.displayName },
        ]}
      />
      <p>{t('activate.notYou')}</p>
      {slip.replaces ? <Note kind="care">{t('activate.replaces')}</Note> : null}
      <form method="post" id={mainFormId} noValidate>
        <HiddenFields values={{ step: 'password', code: typed.code }} />
        <input
          className="vh"
          name="username"
          autoComplete="username"
          defaultValue={slip.username}
          tabIndex={-1}
          aria-hidden="true"
        />
        <PasswordFields errors={{ next, again }} />
        <LanguageChoice value={typed.locale} />
        <Choice
          type="checkbox"
          name="shared"
          value="1"
          checked={typed.shared}
          label={t('signIn.shared')}
          hint={t('signIn.sharedHint')}
        />
        <ButtonRow>
          <Button>{t('activate.submit')}</Button>
        </ButtonRow>
      </form>
    </Main>
  )
}
