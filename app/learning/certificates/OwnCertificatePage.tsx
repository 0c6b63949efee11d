import { paths } from '~/paths'
import type { QrDrawing } from '~/formats/qr'
import { formatDate } from '~/platform/i18n/format'
import { useLocale, useT } from '~/platform/i18n/react'
import { BackLink } from '~/ui/BackLink'
import { Button } from '~/ui/Button'
import { ButtonRow } from '~/ui/ButtonRow'
import { Main } from '~/ui/Main'
import { Note } from '~/ui/Note'
import { PageTitle } from '~/ui/PageTitle'
import { CertificateFactList } from './CertificateFactList'
import { CertificateSheet } from './CertificateSheet'
import { MyCertificatesLink } from './MyCertificatesLink'
import type { OwnCertificateView } from './view-own.server'

type OwnCertificatePageProps = {
  certificate: OwnCertificateView
  qr: QrDrawing
  /** Where a number is checked, as somebody types it from paper. */
  address: string
}

/** A certificate on its owner's screen; one that does not count has no sheet to print. */
export function OwnCertificatePage({ certificate, qr, address }: OwnCertificatePageProps) {
  const t = useT('certificates')
  const locale = useLocale()
  const { facts, state, moduleOpen, moduleCode } = certificate
  const title = facts.title[locale]
  return (
    <Main wide>
      <div className="no-print">
        {moduleOpen && moduleCode !== null ? (
          <BackLink to={paths.module(moduleCode)}>{title}</BackLink>
        ) : (
          <BackLink to={paths.myCertificates()}>{t('mine.title')}</BackLink>
        )}
        <PageTitle lead={state === 'valid' ? t('own.print') : undefined}>{t('own.title')}</PageTitle>
        <Ended certificate={certificate} />
      </div>
      {state === 'valid' ? (
        <>
          <CertificateSheet facts={facts} qr={qr} address={address} />
          <div className="no-print">
            <Renew certificate={certificate} />
            <p>
              {t('own.verify')} <a href={paths.verified(facts.number)}>{t('own.verifyLink')}</a>
            </p>
            <h2>{t('badge.title')}</h2>
            <p>{t('badge.what')}</p>
            <p>
              <a href={paths.badge(facts.number)} download>
                {t('badge.download')}
              </a>
            </p>
          </div>
        </>
      ) : (
        <CertificateFactList facts={facts} />
      )}
      {moduleOpen ? (
        <div className="no-print">
          <MyCertificatesLink any />
        </div>
      ) : null}
    </Main>
  )
}

function Ended({ certificate: { state, revokedAt, reason, newer } }: { certificate: OwnCertificateView }) {
  const t = useT('certificates')
  if (state === 'revoked')
    return (
      <Note kind="stop" title={t('own.revoked', { date: formatDate(revokedAt ?? '') })}>
        {reason ? <p>{t('own.reason', { reason })}</p> : null}
        <p>{t('own.revokedMend')}</p>
      </Note>
    )
  if (state === 'superseded' && newer)
    return (
      <Note kind="care" title={t('own.superseded')}>
        <a href={paths.certificate(newer)}>{t('own.newer')}</a>
      </Note>
    )
  return null
}

function Renew({ certificate: { nameNow, facts } }: { certificate: OwnCertificateView }) {
  const t = useT('certificates')
  if (!nameNow) return null
  return (
    <section className="panel">
      <h2>{t('own.renamed', { name: nameNow })}</h2>
      <p>{t('own.renewWhat')}</p>
      <form method="post" action={paths.certificate(facts.number)}>
        <ButtonRow>
          <Button>{t('own.renew')}</Button>
        </ButtonRow>
      </form>
    </section>
  )
}
