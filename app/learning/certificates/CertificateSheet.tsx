import { paths } from '~/paths'
import type { QrDrawing } from '~/formats/qr'
import { formatDate, formatNumber } from '~/platform/i18n/format'
import { useLocale, useT } from '~/platform/i18n/react'
import { classes } from '~/ui/classes'
import { Logo } from '~/ui/Logo'
import { SampleStrip } from '~/ui/SampleStrip'
import { WovenBand } from '../WovenBand'
import type { CertificateFacts } from './certificate'

// More of them stand in two columns, so that the sheet stays one page.
const manyCompetencies = 4

type CertificateSheetProps = { facts: CertificateFacts; qr: QrDrawing; address: string }

/** A certificate as a sheet of A4 on its side: on paper it fills the page, on the screen it stands in its column. */
export function CertificateSheet({ facts, qr, address }: CertificateSheetProps) {
  const t = useT('certificates')
  const locale = useLocale()
  const ofClass = facts.attended !== undefined
  return (
    <article className={classes('cert', facts.competencies.length > manyCompetencies && 'cert-dense')}>
      <WovenBand />
      <div className="cert-in">
        {facts.sample ? <SampleStrip>{t('sheet.sample')}</SampleStrip> : null}
        <div className="cert-head">
          <Logo to={paths.home()} />
          <span>{t('sheet.product')}</span>
        </div>
        <h2>{t(ofClass ? 'class.title' : 'sheet.title')}</h2>
        <p className="cert-to">{t('sheet.to')}</p>
        <p className="cert-name">{facts.fullName}</p>
        <p>{[facts.communeName, facts.provinceName].filter(Boolean).join(', ')}</p>
        <p className="cert-to">{t(ofClass ? 'class.of' : 'sheet.of')}</p>
        <p className="cert-module">{facts.title[locale]}</p>
        <dl className="cert-facts">
          <div>
            <dt>{t(ofClass ? 'class.competencies' : 'fact.competencies')}</dt>
            <dd>
              <Competencies facts={facts} />
            </dd>
          </div>
          <div>
            <dt>{t('fact.content')}</dt>
            <dd>
              <Content facts={facts} />
            </dd>
          </div>
          {facts.percent === null ? null : (
            <div>
              <dt>{t('fact.score')}</dt>
              <dd>{facts.percent}%</dd>
            </div>
          )}
        </dl>
        <div className="cert-foot">
          <svg viewBox={`0 0 ${qr.size} ${qr.size}`} role="img" aria-label={t('sheet.qr')}>
            <path d={qr.path} />
          </svg>
          <div>
            <p>
              {t('fact.issued')} <b>{formatDate(facts.issuedAt)}</b> · {t('fact.number')}{' '}
              <b className="num">{facts.number}</b>
            </p>
            <p>
              {t('sheet.check')} <b>{address}</b>
            </p>
            <p className="muted">{t(ofClass ? 'class.meaning' : 'sheet.meaning')}</p>
          </div>
        </div>
      </div>
    </article>
  )
}

/** How much was learned: lessons of a module, or sessions attended of a class. */
export function Content({ facts: { lessons, minutes, attended } }: { facts: CertificateFacts }) {
  const t = useT('certificates')
  const locale = useLocale()
  if (attended === undefined) return <>{t('fact.contentValue', { count: lessons, minutes })}</>
  const hours = formatNumber(locale, minutes / 60, minutes % 60 === 0 ? 0 : 1)
  return <>{t('class.contentValue', { attended, count: lessons, hours })}</>
}

/** The competencies of a certificate, each with the level that its module leads to. */
export function Competencies({ facts }: { facts: CertificateFacts }) {
  const t = useT('certificates')
  const locale = useLocale()
  return (
    <ul className="cert-list">
      {facts.competencies.map(({ code, name, level }) => (
        <li key={code}>
          {level
            ? t('fact.competency', { code, name: name[locale], level: level[locale] })
            : `${code} ${name[locale]}`}
        </li>
      ))}
    </ul>
  )
}
