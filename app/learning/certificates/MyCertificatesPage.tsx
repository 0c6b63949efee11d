import { paths } from '~/paths'
import { formatDate } from '~/platform/i18n/format'
import { useLocale, useT } from '~/platform/i18n/react'
import { BackLink } from '~/ui/BackLink'
import { ButtonLink } from '~/ui/Button'
import { EmptyState } from '~/ui/EmptyState'
import { Main } from '~/ui/Main'
import { PageTitle } from '~/ui/PageTitle'
import { Table } from '~/ui/Table'
import type { OwnListed } from './list.server'
import { StateTag } from './StateTag'

/** Every certificate of one's own: valid, replaced, or revoked and why. */
export function MyCertificatesPage({ certificates }: { certificates: OwnListed[] }) {
  const t = useT('certificates')
  const locale = useLocale()
  return (
    <Main>
      <BackLink to={paths.tasks()}>{t('own.tasks')}</BackLink>
      <PageTitle lead={certificates.length > 0 ? t('mine.lead') : undefined}>{t('mine.title')}</PageTitle>
      {certificates.length === 0 ? (
        <EmptyState
          title={t('mine.empty')}
          text={t('mine.emptyText')}
          action={<ButtonLink to={paths.learn()}>{t('mine.learn')}</ButtonLink>}
        />
      ) : (
        <Table
          caption={t('mine.caption')}
          captionHidden
          rows={certificates}
          rowKey={({ number }) => number}
          columns={[
            {
              key: 'module',
              label: t('fact.module'),
              cell: ({ number, title }) => (
                <>
                  <a href={paths.certificate(number)}>{title[locale]}</a>
                  <br />
                  <span className="num muted small">{number}</span>
                </>
              ),
            },
            { key: 'issued', label: t('fact.issued'), cell: ({ issuedAt }) => formatDate(issuedAt) },
            { key: 'state', label: t('list.state'), cell: (row) => <State row={row} /> },
          ]}
        />
      )}
    </Main>
  )
}

function State({ row: { state, revokedAt, reason } }: { row: OwnListed }) {
  const t = useT('certificates')
  if (state !== 'revoked') return <StateTag state={state} />
  return (
    <>
      <StateTag state={state} /> {formatDate(revokedAt ?? '')}
      {reason ? (
        <>
          <br />
          {t('own.reason', { reason })}
        </>
      ) : null}
    </>
  )
}
