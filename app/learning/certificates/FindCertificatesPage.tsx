import { paths } from '~/paths'
import { mainFormId } from '~/platform/http/handle'
import { formatDate } from '~/platform/i18n/format'
import { useLocale, useT } from '~/platform/i18n/react'
import { Button } from '~/ui/Button'
import { ButtonRow } from '~/ui/ButtonRow'
import { EmptyState } from '~/ui/EmptyState'
import { ErrorSummary } from '~/ui/ErrorSummary'
import { Field } from '~/ui/Field'
import { Main } from '~/ui/Main'
import { PageTitle } from '~/ui/PageTitle'
import { Table } from '~/ui/Table'
import type { Found, FoundRow } from './find-certificates.server'
import { StateTag } from './StateTag'

type FindCertificatesPageProps = { search?: { text: string; found: Found | null } }

/** Where those who may revoke a certificate find it, by its number or by the whole name of its owner. */
export function FindCertificatesPage({ search }: FindCertificatesPageProps) {
  const t = useT('certificates')
  const found = search?.found
  const error = found?.fault && t(`number.${found.fault}`)
  return (
    <Main wide>
      <PageTitle>{t('list.title')}</PageTitle>
      <ErrorSummary title={t('list.errors')} errors={error ? [{ fieldId: 'search', text: error }] : []} />
      <form method="post" action={paths.certificates()} id={mainFormId} role="search">
        <Field
          id="search"
          name="search"
          label={t('list.search')}
          hint={t('list.hint')}
          error={error}
          defaultValue={search?.text}
          maxLength={200}
          autoComplete="off"
          spellCheck={false}
          width="medium"
        />
        <ButtonRow>
          <Button>{t('list.find')}</Button>
        </ButtonRow>
      </form>
      {found && !found.fault ? (
        <Answer found={found} />
      ) : (
        <EmptyState title={t('list.empty')} text={t('list.emptyText')} />
      )}
    </Main>
  )
}

function Answer({ found: { by, rows } }: { found: Found }) {
  const t = useT('certificates')
  if (rows.length > 0)
    return (
      <>
        <p role="status">{t('list.found', { count: rows.length })}</p>
        <FoundTable rows={rows} />
      </>
    )
  return (
    <div role="status">
      <p>
        <b>{t(`list.none.${by}`)}</b>
      </p>
      <p>{t(`list.noneText.${by}`)}</p>
    </div>
  )
}

function FoundTable({ rows }: { rows: FoundRow[] }) {
  const t = useT('certificates')
  const locale = useLocale()
  return (
    <Table
      caption={t('list.caption')}
      captionHidden
      rows={rows}
      rowKey={({ number }) => number}
      columns={[
        {
          key: 'number',
          label: t('fact.number'),
          cell: ({ number }) => (
            <a className="num" href={paths.certificateOf(number)}>
              {number}
            </a>
          ),
        },
        { key: 'name', label: t('fact.name'), cell: ({ fullName }) => fullName },
        { key: 'commune', label: t('list.commune'), cell: (row) => row.communeName || row.provinceName },
        { key: 'module', label: t('fact.module'), cell: ({ title }) => title[locale] },
        { key: 'issued', label: t('fact.issued'), cell: ({ issuedAt }) => formatDate(issuedAt) },
        { key: 'state', label: t('list.state'), cell: ({ state }) => <StateTag state={state} /> },
      ]}
    />
  )
}
