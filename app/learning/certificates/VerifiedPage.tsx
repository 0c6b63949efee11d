import type { ReactNode } from 'react'
import { paths } from '~/paths'
import { formatDate } from '~/platform/i18n/format'
import { useT } from '~/platform/i18n/react'
import { BackLink } from '~/ui/BackLink'
import { Main } from '~/ui/Main'
import { Note } from '~/ui/Note'
import { PageTitle } from '~/ui/PageTitle'
import { CertificateFactList } from './CertificateFactList'
import type { Verified } from './verify.server'
import { VerifyForm } from './VerifyForm'

/** What a number stands for, for anybody who was handed the paper. */
export function VerifiedPage({ verified }: { verified: Verified }) {
  const t = useT('certificates')
  switch (verified.kind) {
    case 'mistyped':
      return (
        <Main>
          <PageTitle lead={t('verify.lead')}>{t('verify.title')}</PageTitle>
          <VerifyForm typed={verified.typed} fault={verified.fault} />
        </Main>
      )
    case 'valid':
      return (
        <Answer title={t('valid.title')}>
          {verified.facts.sample ? <Note kind="care">{t('sheet.sample')}</Note> : null}
          <Note kind="done">{t('valid.lead')}</Note>
          <CertificateFactList facts={verified.facts} />
          <p className="muted small">
            {t(verified.facts.attended === undefined ? 'sheet.meaning' : 'class.meaning')}
          </p>
        </Answer>
      )
    case 'revoked':
      return (
        <Answer title={t('revoked.title')}>
          <Note kind="stop">
            {t('revoked.text', { number: verified.number, date: formatDate(verified.revokedAt) })}
          </Note>
          <p>{t('revoked.mend')}</p>
        </Answer>
      )
    case 'superseded':
      return (
        <Answer title={t('superseded.title')}>
          <Note kind="care">{t('superseded.text', { number: verified.number })}</Note>
          <p>{t('superseded.mend')}</p>
        </Answer>
      )
    case 'unknown':
      return (
        <Answer title={t('unknown.title')}>
          <p>{t('unknown.text', { number: verified.number })}</p>
          <ul>
            <li>{t('unknown.compare')}</li>
            <li>{t('unknown.ask')}</li>
            <li>{t('unknown.erased')}</li>
          </ul>
        </Answer>
      )
    case 'wait':
      return (
        <Answer title={t('wait.title', { count: verified.seconds })}>
          <p>{t('wait.text')}</p>
          <p>{t('wait.mend', { count: verified.seconds })}</p>
        </Answer>
      )
  }
}

function Answer({ title, children }: { title: ReactNode; children: ReactNode }) {
  const t = useT('certificates')
  return (
    <Main>
      <BackLink to={paths.verify()}>{t('verify.another')}</BackLink>
      <PageTitle>{title}</PageTitle>
      {children}
    </Main>
  )
}
