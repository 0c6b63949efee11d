import { paths } from '~/paths'
import { formatDate } from '~/platform/i18n/format'
import { useLocale, useT } from '~/platform/i18n/react'
import { DefinitionList } from '~/ui/DefinitionList'
import { Logo } from '~/ui/Logo'
import { WovenBand } from '../WovenBand'
import type { HandbookView } from './view-handbook.server'

type HandbookCoverProps = { handbook: HandbookView; address: string }

/** The first page of a handbook: what it is, for whom, which version, printed when. */
export function HandbookCover({ handbook, address }: HandbookCoverProps) {
  const t = useT('certificates')
  const tl = useT('learning')
  const locale = useLocale()
  const { title, aim, audiences, competencies, lessons, minutes, version, printedOn } = handbook
  return (
    <header className="book-cover">
      <WovenBand />
      <Logo to={paths.home()} />
      <p className="book-word">{t('handbook.word')}</p>
      <h1>{title}</h1>
      <p className="lead">{tl('list.aim', { aim })}</p>
      <DefinitionList
        items={[
          {
            term: t('handbook.for'),
            description: audiences.map((each) => tl(`for.${each}`)).join(', '),
          },
          {
            term: t('handbook.leads'),
            description: (
              <ul className="cert-list">
                {competencies.map(({ code, name, level }) => (
                  <li key={code}>
                    {t('fact.competency', { code, name: name[locale], level: level[locale] })}
                  </li>
                ))}
              </ul>
            ),
          },
          {
            term: t('fact.content'),
            description: t('fact.contentValue', { count: lessons.length, minutes }),
          },
          {
            term: t('handbook.version'),
            description: t('handbook.versionValue', { version, date: formatDate(printedOn) }),
          },
          { term: t('handbook.online'), description: address },
        ]}
      />
    </header>
  )
}
