import { paths } from '~/paths'
import { mainFormId } from '~/platform/http/handle'
import { formatNumber } from '~/platform/i18n/format'
import { useLocale, useT } from '~/platform/i18n/react'
import { roles, type Role } from '~/platform/policy/actor'
import { Button, ButtonLink } from '~/ui/Button'
import { EmptyState } from '~/ui/EmptyState'
import { Field } from '~/ui/Field'
import { Main } from '~/ui/Main'
import { PageTitle } from '~/ui/PageTitle'
import { Pagination } from '~/ui/Pagination'
import { Tabs } from '~/ui/Tabs'
import { AccountsTable } from './AccountsTable'
import type { AccountList, AccountRow } from './list-accounts.server'

type AccountsPageProps = {
  role: Role | null
  list: AccountList
  search?: { text: string; found: { rows: AccountRow[]; total: number } | null }
}

/** Accounts that the administrator manages: by role, a page at a time, or those that a search finds. */
export function AccountsPage({ role, list, search }: AccountsPageProps) {
  const t = useT('admin')
  const mail = useT('mail')
  const locale = useLocale()
  const found = search?.found ?? null
  const tab = (each: Role) => ({
    to: paths.accounts({ role: each }),
    label: t(`role.${each}`),
    current: role === each && !found,
    count: formatNumber(locale, list.counts[each]),
  })
  return (
    <Main wide>
      <PageTitle
        actions={
          <>
            <ButtonLink quiet to={paths.mail()}>
              {mail('link')}
            </ButtonLink>
            <ButtonLink to={paths.newAccount()}>{t('list.new')}</ButtonLink>
          </>
        }
      >
        {t('list.title')}
      </PageTitle>
      <form method="post" action={paths.accounts()} id={mainFormId} className="filters" role="search">
        <Field
          id="search"
          name="search"
          label={t('list.search')}
          defaultValue={search?.text}
          maxLength={100}
          autoComplete="off"
        />
        <div className="row">
          <Button quiet>{t('list.find')}</Button>
          {found ? <a href={paths.accounts()}>{t('list.all')}</a> : null}
        </div>
      </form>
      <Tabs
        label={t('list.byRole')}
        items={[
          { to: paths.accounts(), label: t('list.everyRole'), current: !role && !found },
          ...roles.map(tab),
        ]}
      />
      {found ? (
        <>
          <p role="status">
            {t('list.found', { count: found.total })}{' '}
            {found.total > found.rows.length ? t('list.foundMore', { count: found.rows.length }) : null}
          </p>
          {found.rows.length > 0 ? (
            <AccountsTable rows={found.rows} />
          ) : (
            <EmptyState title={t('list.nobody')} text={t('list.nobodyText')} />
          )}
        </>
      ) : list.rows.length > 0 ? (
        <>
          <AccountsTable rows={list.rows} />
          <Pagination
            page={list.page}
            pages={list.pages}
            hrefOf={(page) => paths.accounts({ page, role: role ?? undefined })}
          />
        </>
      ) : (
        <EmptyState
          title={t('list.empty')}
          text={t('list.emptyText')}
          action={<ButtonLink to={paths.newAccount()}>{t('list.new')}</ButtonLink>}
        />
      )}
    </Main>
  )
}
