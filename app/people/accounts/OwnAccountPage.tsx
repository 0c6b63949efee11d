import { paths } from '~/paths'
import { summaryOf } from '~/platform/http/form-reply'
import { mainFormId } from '~/platform/http/handle'
import { formatDate } from '~/platform/i18n/format'
import type { Locale } from '~/platform/i18n/locale'
import { useT } from '~/platform/i18n/react'
import { translated } from '~/platform/i18n/translated'
import { Button } from '~/ui/Button'
import { ButtonRow } from '~/ui/ButtonRow'
import { DefinitionList } from '~/ui/DefinitionList'
import { ErrorSummary } from '~/ui/ErrorSummary'
import { Field } from '~/ui/Field'
import { HiddenFields } from '~/ui/HiddenFields'
import { Main } from '~/ui/Main'
import { Note } from '~/ui/Note'
import { Panel } from '~/ui/Panel'
import { LanguageChoice } from './LanguageChoice'
import { PasswordFields } from './PasswordFields'
import { RoleWords } from './RoleWords'
import type { NamedGrant } from './describe-grants.server'

type OwnAccount = {
  username: string
  displayName: string
  passwordChangedAt: string | null
  roles: NamedGrant[]
  sessions: number
}

type OwnAccountPageProps = {
  account: OwnAccount
  locale: Locale
  shared: boolean
  saved: 'password' | 'language' | null
  errors: Record<string, string>
}

/** The own account: roles in words, password, language, and the way out of every machine. */
export function OwnAccountPage({ account, locale, shared, saved, errors }: OwnAccountPageProps) {
  const t = useT('auth')
  const error = (name: string) => translated(t, errors[name])
  const faults = summaryOf((name) => ({ error: error(name) }), ['current', 'next', 'again'])
  return (
    <Main>
      <h1>{t('account.title')}</h1>
      <ErrorSummary errors={faults} />
      {saved ? (
        <Note kind="done" role="status" title={t('account.saved')}>
          {t(`account.saved.${saved}`)}
        </Note>
      ) : null}
      <DefinitionList
        items={[
          { term: t('account.name'), description: account.displayName },
          { term: t('account.username'), description: account.username },
          { term: t('account.roles'), description: <RoleWords roles={account.roles} /> },
          {
            term: t('account.passwordSince'),
            description: account.passwordChangedAt
              ? formatDate(new Date(account.passwordChangedAt))
              : t('account.never'),
          },
        ]}
      />
      <Panel title={t('account.password')}>
        <form method="post" id={mainFormId} noValidate>
          <HiddenFields values={{ intent: 'password' }} />
          <Field
            id="current"
            name="current"
            type="password"
            label={t('password.current')}
            error={error('current')}
            autoComplete="current-password"
            maxLength={200}
            required
          />
          <PasswordFields errors={{ next: error('next'), again: error('again') }} />
          <ButtonRow>
            <Button>{t('account.changePassword')}</Button>
          </ButtonRow>
        </form>
      </Panel>
      <Panel>
        <form method="post">
          <HiddenFields values={{ intent: 'language' }} />
          <LanguageChoice value={locale} />
          <ButtonRow>
            <Button quiet>{t('account.saveLanguage')}</Button>
            <a href={paths.settings()}>{t('account.moreSettings')}</a>
          </ButtonRow>
        </form>
      </Panel>
      <Panel title={t('account.machines')}>
        <p>
          {t('account.sessions', { count: account.sessions })}{' '}
          {t(shared ? 'account.thisShared' : 'account.thisOwn')}
        </p>
        <p>{t('account.everywhereText')}</p>
        <form method="post">
          <HiddenFields values={{ intent: 'sign-out-everywhere' }} />
          <Button quiet>{t('account.everywhere')}</Button>
        </form>
      </Panel>
    </Main>
  )
}
