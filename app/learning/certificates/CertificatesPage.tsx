import { paths } from '~/paths'
import { mainFormId } from '~/platform/http/handle'
import { formatDate } from '~/platform/i18n/format'
import { useLocale, useT } from '~/platform/i18n/react'
import { Button } from '~/ui/Button'
import { EmptyState } from '~/ui/EmptyState'
import { ErrorSummary } from '~/ui/ErrorSummary'
import { Field } from '~/ui/Field'
import { Main } from '~/ui/Main'
import { PageTitle } from '~/ui/PageTitle'
import { Pagination } from '~/ui/Pagination'
import { Table } from '~/ui/Table'
import { Tag, type TagKind } from '~/ui/Tag'
import type { CertificateState } from './certificate'
import type { Found, issuedCertificates, IssuedRow } from './issued.server'

type CertificatesPageProps = {
  list: ReturnType<typeof issuedCertificates>
  search?: { text: string; found: Found | null }
}

/** Certificates of a province: the newest, or those that a number or a name finds. */
export function CertificatesPage({ list, search }: CertificatesPageProps) {
  const t = useT('certificates')
  const found = search?.found
  const error = found?.fault && t(`number.${found.fault}`)
  return (
    <Main wide>
      <PageTitle lead={t('list.lead', { count: list.total })}>{t('list.title')}</PageTitle>
      <ErrorSummary title={t('verify.errors')} errors={error ? [{ fieldId: 'search', text: error }] : []} />
      <form method="post" action={paths.certificates()} id={mainFormId} className="filters" role="search">
        <Field
          id="search"
          name="search"
          label={t('list.search')}
          error={error}
          defaultValue={search?.text}
          maxLength={200}
          autoComplete="off"
          spellCheck={false}
        />
        <div className="row">
          <Button quiet>{t('list.find')}</Button>
          {found ? <a href={paths.certificates()}>{t('list.all')}</a> : null}
        </div>
      </form>
      {found && !found.fault ? (
        <>
          <p role="status">{t('list.found', { count: found.rows.length })}</p>
          {found.rows.length > 0 ? <Issued rows={found.rows} /> : <p>{t('list.nobody')}</p>}
        </>
      ) : list.rows.length > 0 ? (
        <>
          <Issued rows={list.rows} />
          <Pagination page={list.page} pages={list.pages} hrefOf={(page) => paths.certificates({ page })} />
        </>
      ) : (
        <EmptyState title={t('list.empty')} text={t('list.emptyText')} />
      )}
    </Main>
  )
}

const kinds: Record<CertificateState, TagKind> = { valid: 'ok', superseded: 'plain', revoked: 'bad' }

export function StateTag({ state }: { state: CertificateState }) {
  const t = useT('certificates')
  return <Tag kind={kinds[state]}>{t(`state.${state}`)}</Tag>
}

function Issued({ rows }: { rows: IssuedRow[] }) {
  const t = useT('certificates')
  const locale = useLocale()
  return (
    <Table
      caption={t('list.caption')}
      captionHidden
      rows={rows}
      rowKey={(row) => row.number}
      columns={[
        {
          key: 'number',
          label: t('fact.number'),
          cell: (row) => (
            <a className="num" href={paths.certificateOf(row.number)}>
              {row.number}
            </a>
          ),
        },
        { key: 'name', label: t('fact.name'), cell: (row) => row.fullName },
        { key: 'commune', label: t('list.commune'), cell: (row) => row.communeName },
        { key: 'module', label: t('fact.module'), cell: (row) => row.title[locale] },
        { key: 'issued', label: t('fact.issued'), cell: (row) => formatDate(row.issuedAt) },
        { key: 'state', label: t('list.state'), cell: (row) => <StateTag state={row.state} /> },
      ]}
    />
  )
}
