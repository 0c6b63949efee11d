import { StandardFacts } from '~/competency/StandardFacts'
import { StandardHistory } from '~/competency/StandardHistory'
import { StandardTable, type Suggested } from '~/competency/StandardTable'
import { paths } from '~/paths'
import { formatDateTime } from '~/platform/i18n/format'
import { useT } from '~/platform/i18n/react'
import { ButtonLink } from '~/ui/Button'
import { Main } from '~/ui/Main'
import { Note } from '~/ui/Note'
import { PageTitle } from '~/ui/PageTitle'
import { Panel } from '~/ui/Panel'
import type { Suggestion } from '../irt/item-mapping'
import { ContentTabs } from './ContentTabs'
import { Terms } from './Terms'
import type { viewStandards } from './view-standards.server'

export function suggestedBy(suggestions: Suggestion[]): Suggested {
  const found = new Map(suggestions.map((each) => [`${each.competency}/${each.level}`, each]))
  return (competency, level) => found.get(`${competency}/${level}`)
}

type StandardsPageProps = { view: ReturnType<typeof viewStandards>; saved: boolean }

/** The thresholds in force, what the items speak for, and how they came to be. */
export function StandardsPage({ view, saved }: StandardsPageProps) {
  const t = useT('analysis')
  const { framework, standard, inForce, suggestions, history, mayEdit } = view
  return (
    <Main wide>
      <ContentTabs current="standards" />
      {saved ? (
        <Note kind="done" role="status">
          {t('standards.saved')}
        </Note>
      ) : null}
      <PageTitle
        lead={t('standards.lead')}
        under={t('standards.under', { version: inForce.version, at: formatDateTime(inForce.at) })}
        actions={
          mayEdit ? <ButtonLink to={paths.editStandard()}>{t('standards.edit')}</ButtonLink> : undefined
        }
      >
        {t('standards.title')}
      </PageTitle>
      <Panel title={t('standards.how')} end={<a href={paths.measurement()}>{t('method')}</a>}>
        <StandardFacts framework={framework} standard={standard} />
        <p>{t('standards.pinned')}</p>
        <Terms terms={['ability', 'threshold', 'mapping', 'difficulty']} />
      </Panel>
      <StandardTable framework={framework} standard={standard} suggested={suggestedBy(suggestions)} />
      <StandardHistory traces={history} inForce={inForce.id} />
    </Main>
  )
}
