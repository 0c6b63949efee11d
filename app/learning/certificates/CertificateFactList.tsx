import { formatDate } from '~/platform/i18n/format'
import { useLocale, useT } from '~/platform/i18n/react'
import { DefinitionList } from '~/ui/DefinitionList'
import type { CertificateFacts, CertificateIdentity } from './certificate'
import { Competencies, Content } from './CertificateSheet'

/** What a certificate says, or what is enough to tell it from others, to be compared with the paper. */
export function CertificateFactList({ facts }: { facts: CertificateFacts | CertificateIdentity }) {
  const t = useT('certificates')
  const locale = useLocale()
  const whole = 'percent' in facts ? facts : null
  const ofClass = whole?.attended !== undefined
  return (
    <DefinitionList
      items={[
        { term: t('fact.number'), description: <b className="num">{facts.number}</b> },
        { term: t('fact.name'), description: facts.fullName },
        {
          term: t('fact.place'),
          description: [facts.communeName, facts.provinceName].filter(Boolean).join(', '),
        },
        { term: t(ofClass ? 'class.name' : 'fact.module'), description: facts.title[locale] },
        ...(whole
          ? [
              {
                term: t(ofClass ? 'class.competencies' : 'fact.competencies'),
                description: <Competencies facts={whole} />,
              },
              {
                term: t('fact.content'),
                description: <Content facts={whole} />,
              },
              ...(whole.percent === null
                ? []
                : [{ term: t('fact.score'), description: `${whole.percent}%` }]),
            ]
          : []),
        { term: t('fact.issued'), description: formatDate(facts.issuedAt) },
      ]}
    />
  )
}
