import { paths } from '~/paths'
import type { ProvinceName } from '~/people/places/places.server'
import { fieldProps, summaryOf, type FormReply } from '~/platform/http/form-reply'
import { mainFormId } from '~/platform/http/handle'
import { formatDate, formatDateTime } from '~/platform/i18n/format'
import { useT } from '~/platform/i18n/react'
import { Button } from '~/ui/Button'
import { ButtonRow } from '~/ui/ButtonRow'
import { Columns } from '~/ui/Columns'
import { Crumbs } from '~/ui/Crumbs'
import { DefinitionList } from '~/ui/DefinitionList'
import { ErrorSummary } from '~/ui/ErrorSummary'
import { HiddenFields } from '~/ui/HiddenFields'
import { Main } from '~/ui/Main'
import { Note } from '~/ui/Note'
import { PageTitle } from '~/ui/PageTitle'
import { Panel } from '~/ui/Panel'
import { AccountActions } from './AccountActions'
import { AccountConfirm } from './AccountConfirm'
import { StateTag } from './AccountsTable'
import { RoleFields } from './RoleFields'
import { RoleList } from './RoleList'
import type { ViewedAccount } from './view-account.server'

type AccountPageProps = {
  account: ViewedAccount
  everywhere: boolean
  provinces: ProvinceName[]
  ask: 'disable' | 'slip' | 'remove' | null
  grantId: number | null
  saved: 'role' | 'removed' | 'disabled' | 'enabled' | 'unlocked' | null
  reply?: FormReply
}

/** One account as its administrator sees it: how it stands, its roles, and what can be done. */
export function AccountPage({
  account,
  everywhere,
  provinces,
  ask,
  grantId,
  saved,
  reply,
}: AccountPageProps) {
  const t = useT('admin')
  const field = fieldProps(t, reply)
  const fault = field('page').error
  return (
    <Main wide>
      <Crumbs items={[{ to: paths.accounts(), label: t('list.title') }, { label: account.username }]} />
      <PageTitle tag={<StateTag state={account.state} />}>{account.displayName}</PageTitle>
      {fault ? (
        <Note kind="stop" role="alert" title={t('fault.title')}>
          {fault}
        </Note>
      ) : null}
      <ErrorSummary errors={summaryOf(field, ['role', 'province', 'commune'])} />
      {saved && !reply ? (
        <Note kind="done" role="status">
          {t(`saved.${saved}`)}
        </Note>
      ) : null}
      {ask && !reply ? <AccountConfirm account={account} ask={ask} grantId={grantId} /> : null}
      <Columns kind="two">
        <div>
          <Panel title={t('account.facts')}>
            <DefinitionList items={useFacts(account)} />
            <AccountActions account={account} />
          </Panel>
        </div>
        <div>
          <Panel title={t('account.roles')}>
            <RoleList account={account} />
          </Panel>
          <Panel title={t('account.addRole')}>
            <form method="post" action={paths.accountOf(account.id)} id={mainFormId} noValidate>
              <HiddenFields values={{ intent: 'add-role' }} />
              <RoleFields field={field} everywhere={everywhere} provinces={provinces} />
              <ButtonRow>
                <Button quiet>{t('account.addRole')}</Button>
              </ButtonRow>
            </form>
          </Panel>
        </div>
      </Columns>
    </Main>
  )
}

function useFacts(account: ViewedAccount) {
  const t = useT('admin')
  const { username, personId, createdAt, lastSignInAt, disabledAt } = account
  return [
    { term: t('column.username'), description: username },
    {
      term: t('account.person'),
      description: personId ? (
        <a href={paths.person(personId)}>{t('account.onRoster')}</a>
      ) : (
        t('account.noPerson')
      ),
    },
    { term: t('account.created'), description: formatDate(new Date(createdAt)) },
    { term: t('column.last'), description: lastSignInAt ? formatDateTime(lastSignInAt) : t('column.never') },
    ...(disabledAt ? [{ term: t('account.disabledAt'), description: formatDate(new Date(disabledAt)) }] : []),
  ]
}
