import { formatDate, formatPercent } from '~/platform/i18n/format'
import { useLocale, useT } from '~/platform/i18n/react'
import { DefinitionList } from '~/ui/DefinitionList'
import type { CertificateFacts } from './certificate'
import { Competencies } from './CertificateSheet'

/** What a certificate says, to be compared with the paper. */
export function CertificateFactList({ facts }: { facts: CertificateFacts }) {
  const t = useT('certificates')
  const locale = useLocale()
  return (
    <DefinitionList
      items={[
        { term: t('fact.number'), description: <b className="num">{facts.number}</b> },
        { term: t('fact.name'), description: facts.fullName },
        {
          term: t('fact.place'),
          description: [facts.communeName, facts.provinceName].filter(Boolean).join(', '),
        },
        { term: t('fact.module'), description: facts.title[locale] },
        { term: t('fact.competencies'), description: <Competencies facts={facts} /> },
        {
          term: t('fact.content'),
          description: t('fact.contentValue', { count: facts.lessons, minutes: facts.minutes }),
        },
        { term: t('fact.score'), description: formatPercent(locale, facts.score) },
        { term: t('fact.issued'), description: formatDate(facts.issuedAt) },
      ]}
    />
  )
}
