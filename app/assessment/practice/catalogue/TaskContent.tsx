import { BothLanguages } from '~/assessment/catalogue/BothLanguages'
import { useT } from '~/platform/i18n/react'
import { getT } from '~/platform/i18n/translate'
import { DefinitionList } from '~/ui/DefinitionList'
import { PracticeDocument } from '../PracticeDocument'
import { presentDocument } from '../present'
import type { Scenario } from '../scenario'
import { ScoredSteps } from './ScoredSteps'
import { ScreenSheet } from './ScreenSheet'
import { TaskAnswers } from './TaskAnswers'

/** All that a learner can meet in a task, in both languages side by side, how it is scored, and how it is done. */
export function TaskContent({ scenario }: { scenario: Scenario }) {
  const t = useT('route')
  const { screens, documents } = scenario
  return (
    <>
      <BothLanguages>
        {(each) => {
          const own = getT(each, 'route')
          return (
            <section className="panel">
              <p className="small muted">{own('task.language')}</p>
              <h2>{scenario.title[each]}</h2>
              <DefinitionList
                items={(['situation', 'task', 'system'] as const).map((part) => ({
                  term: own(`task.${part}`),
                  description: scenario[part][each],
                }))}
              />
            </section>
          )
        }}
      </BothLanguages>
      <h2>{t('task.screens')}</h2>
      {screens.map((screen) => (
        <BothLanguages key={screen.id}>
          {(each) => <ScreenSheet screen={screen} scenario={scenario} locale={each} />}
        </BothLanguages>
      ))}
      {documents.length > 0 ? <h2>{t('task.documents')}</h2> : null}
      {documents.map((document) => (
        <BothLanguages key={document.id}>
          {(each) => (
            <PracticeDocument
              document={{ ...presentDocument(document, each), id: `${each}-${document.id}` }}
            />
          )}
        </BothLanguages>
      ))}
      <h2>{t('score.title')}</h2>
      <BothLanguages>{(each) => <ScoredSteps scenario={scenario} locale={each} />}</BothLanguages>
      <TaskAnswers scenario={scenario} />
    </>
  )
}
