import { paths } from '~/paths'
import type { ProvinceName } from '~/people/places/places.server'
import { fieldProps, summaryOf, type FormReply } from '~/platform/http/form-reply'
import { mainFormId } from '~/platform/http/handle'
import { useT } from '~/platform/i18n/react'
import { Button } from '~/ui/Button'
import { ButtonRow } from '~/ui/ButtonRow'
import { Crumbs } from '~/ui/Crumbs'
import { ErrorSummary } from '~/ui/ErrorSummary'
import { Field } from '~/ui/Field'
import { Main } from '~/ui/Main'
import { PageTitle } from '~/ui/PageTitle'
import { RoleFields } from './RoleFields'

type NewAccountPageProps = { everywhere: boolean; provinces: ProvinceName[]; reply?: FormReply }

/** An account for somebody who is on no roster; people of a roster get theirs with it. */
export function NewAccountPage({ everywhere, provinces, reply }: NewAccountPageProps) {
  const t = useT('admin')
  const tAuth = useT('auth')
  const only = provinces.length === 1 && !everywhere ? provinces[0]!.code : ''
  const field = fieldProps(t, reply, { province: only })
  const named = fieldProps(tAuth, reply)
  return (
    <Main wide>
      <Crumbs items={[{ to: paths.accounts(), label: t('list.title') }, { label: t('new.title') }]} />
      <PageTitle under={t('new.text')}>{t('new.title')}</PageTitle>
      <ErrorSummary
        errors={[
          ...summaryOf(named, ['displayName', 'loginName']),
          ...summaryOf(field, ['role', 'province', 'commune']),
        ]}
      />
      <form method="post" id={mainFormId} noValidate>
        <Field
          {...named('displayName')}
          label={tAuth('displayName.label')}
          hint={tAuth('displayName.hint')}
          width="medium"
          maxLength={80}
          autoComplete="off"
          required
        />
        <Field
          {...named('loginName')}
          label={tAuth('username.label')}
          hint={tAuth('username.hint')}
          width="medium"
          maxLength={32}
          autoComplete="off"
          autoCapitalize="none"
          spellCheck={false}
          required
        />
        <RoleFields field={field} everywhere={everywhere} provinces={provinces} />
        <ButtonRow>
          <Button>{t('new.submit')}</Button>
          <a href={paths.accounts()}>{t('new.cancel')}</a>
        </ButtonRow>
      </form>
    </Main>
  )
}
