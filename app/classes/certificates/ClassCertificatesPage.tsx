import { paths } from '~/paths'
import { useLocale, useT } from '~/platform/i18n/react'
import { Button, ButtonLink } from '~/ui/Button'
import { ButtonRow } from '~/ui/ButtonRow'
import { Crumbs } from '~/ui/Crumbs'
import { Main } from '~/ui/Main'
import { Note } from '~/ui/Note'
import { PageTitle } from '~/ui/PageTitle'
import { Table } from '~/ui/Table'
import { Tag } from '~/ui/Tag'
import type { CertificatesView, Certified } from './class-certificates.server'

type Props = { view: CertificatesView; issued: number | null; mayRevoke: boolean }

/** Who of a class is certified, who is to be, and what the others lack; one button certifies all who are entitled. */
export function ClassCertificatesPage({ view: { class: found, ended, people }, issued, mayRevoke }: Props) {
  const t = useT('classes')
  const locale = useLocale()
  const { id, title, minShare, passPercent, sessions } = found
  const waiting = people.filter(({ eligible, number }) => eligible === 'yes' && number === null).length
  const given = people.filter(({ number, revoked }) => number !== null && !revoked).length
  const asks =
    passPercent === null
      ? t('facts.share', { share: minShare })
      : t('facts.shareAndPass', { share: minShare, pass: passPercent })
  return (
    <Main wide>
      <Crumbs
        items={[
          { to: paths.classes(), label: t('title') },
          { to: paths.trainingClass(id), label: title[locale] },
          { label: t('certificates.title') },
        ]}
      />
      {issued === null ? null : (
        <Note kind="done" role="status">
          {t('certificates.issued', { count: issued })}
        </Note>
      )}
      <PageTitle
        under={asks}
        lead={ended ? t('certificates.lead', { given, waiting }) : t('certificates.notEnded')}
        actions={
          given > 0 ? (
            <ButtonLink quiet={waiting > 0} to={paths.classPrint(id)}>
              {t('certificates.print', { count: given })}
            </ButtonLink>
          ) : undefined
        }
      >
        {t('certificates.title')}
      </PageTitle>
      {ended && waiting > 0 ? (
        <form method="post">
          <ButtonRow>
            <Button>{t('certificates.issue', { count: waiting })}</Button>
          </ButtonRow>
        </form>
      ) : null}
      <Table
        caption={t('certificates.caption')}
        captionHidden
        rows={people}
        rowKey={({ personId }) => personId}
        empty={t('people.none')}
        columns={[
          {
            key: 'name',
            label: t('people.name'),
            cell: ({ fullName, staffCode }) => (
              <>
                {fullName} <span className="muted small num">{staffCode}</span>
              </>
            ),
          },
          { key: 'commune', label: t('people.commune'), cell: ({ communeName }) => communeName ?? '–' },
          {
            key: 'attended',
            label: t('people.attended'),
            align: 'end',
            cell: ({ attended }) => t('people.attendedOf', { attended, count: sessions.length }),
          },
          { key: 'state', label: t('people.state'), cell: (row) => <State row={row} /> },
          {
            key: 'number',
            label: t('certificates.number'),
            cell: ({ number }) =>
              number === null ? '–' : mayRevoke ? <a href={paths.certificateOf(number)}>{number}</a> : number,
          },
        ]}
      />
    </Main>
  )
}

function State({ row: { eligible, number, revoked } }: { row: Certified }) {
  const t = useT('classes')
  if (revoked) return <Tag kind="bad">{t('certificates.revoked')}</Tag>
  if (number !== null) return <Tag kind="ok">{t('certificates.given')}</Tag>
  return <Tag kind={eligible === 'yes' ? 'now' : 'plain'}>{t(`eligible.${eligible}`)}</Tag>
}
