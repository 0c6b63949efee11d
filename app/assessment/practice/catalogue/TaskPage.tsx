import { BothLanguages } from '~/assessment/catalogue/BothLanguages'
import { paths } from '~/paths'
import { pick } from '~/platform/i18n/locale'
import { useLocale, useT } from '~/platform/i18n/react'
import { getT } from '~/platform/i18n/translate'
import { Crumbs } from '~/ui/Crumbs'
import { DefinitionList } from '~/ui/DefinitionList'
import { Main } from '~/ui/Main'
import { PageTitle } from '~/ui/PageTitle'
import { Tag } from '~/ui/Tag'
import { PracticeDocument } from '../PracticeDocument'
import { presentDocument } from '../present'
import { ScoredSteps } from './ScoredSteps'
import { ScreenSheet } from './ScreenSheet'
import { TaskAnswers } from './TaskAnswers'
import { TryFigures } from './TryFigures'
import type { TaskView } from './view-tasks.server'

/** A practice task in both languages, side by side: everything that a learner can meet, how it is scored, and how it is done. */
export function TaskPage({ scenario, retired, shows, tries }: TaskView) {
  const t = useT('route')
  const locale = useLocale()
  const { code, version, title, purpose, minutes, screens, documents, source } = scenario
  return (
    <Main wide>
      <Crumbs
        items={[{ to: paths.practiceTasks(), label: t('tasks.title') }, { label: pick(title, locale) }]}
      />
      <PageTitle
        tag={<Tag kind={retired ? 'care' : 'ok'}>{t(retired ? 'task.retired' : 'task.inUse')}</Tag>}
        under={t('task.under', { version, code })}
      >
        {pick(title, locale)}
      </PageTitle>
      <DefinitionList
        items={[
          { term: t('tasks.purpose'), description: t(`purpose.${purpose}`) },
          {
            term: t('task.for'),
            description: scenario.for.map((each) => t(`for.${each}`)).join(', '),
          },
          { term: t('task.minutes'), description: t('time.minutes', { count: minutes }) },
          {
            term: t('tasks.shows'),
            description: shows.map((each) => (
              <div key={each.code}>
                <a href={paths.items({ competency: each.code })}>
                  {t('task.evidence', {
                    code: each.code,
                    name: pick(each.name, locale),
                    level: pick(each.level, locale),
                  })}
                </a>
              </div>
            )),
          },
          ...(source ? [{ term: t('task.source'), description: <span lang="en">{source}</span> }] : []),
        ]}
      />
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
      <TryFigures scenario={scenario} tries={tries} />
    </Main>
  )
}
