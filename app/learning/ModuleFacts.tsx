import { paths } from '~/paths'
import { useT } from '~/platform/i18n/react'
import { DefinitionList, type Definition } from '~/ui/DefinitionList'
import type { ModuleView } from './view-module.server'

/** For whom a module is, how long it takes, what it leads to, and what else there is of it. */
export function ModuleFacts({ view }: { view: ModuleView }) {
  const t = useT('learning')
  const { card, competencies, requires, guide, learner } = view
  const facts: Definition[] = [
    { term: t('module.for'), description: card.audiences.map((each) => t(`for.${each}`)).join(', ') },
    {
      term: t('module.time'),
      description: t('list.length', { count: card.lessons, minutes: card.minutes }),
    },
    {
      term: t('module.competencies'),
      description: competencies.map(({ code, name, level }) => (
        <div key={code}>
          {learner === 'visitor' ? (
            name
          ) : (
            <a href={paths.learn({ view: 'competency', competency: code })}>{name}</a>
          )}
          {`, ${t('module.level', { level })}`}
        </div>
      )),
    },
  ]
  if (requires.length > 0) {
    facts.push({
      term: t('module.requires'),
      description: requires.map(({ code, title, finished }) => (
        <div key={code}>
          <a href={paths.module(code)}>{title}</a>
          {` (${t(finished ? 'module.required.finished' : 'module.required.open')})`}
        </div>
      )),
    })
  }
  return (
    <>
      <h2>{t('module.about')}</h2>
      <DefinitionList items={facts} />
      <p>
        <a href={paths.handbook(card.code)}>{t('module.handbook')}</a>
        <br />
        <span className="small muted">{t('module.handbookWhat')}</span>
      </p>
      {view.summaries ? (
        <p>
          <a href={paths.summaries(card.code)}>{t('module.summaries')}</a>
          <br />
          <span className="small muted">{t('module.summariesWhat')}</span>
        </p>
      ) : null}
      {guide ? (
        <p>
          <a href={paths.guide(card.code)}>{t('module.guide')}</a>
          <br />
          <span className="small muted">{t('module.guideWhat')}</span>
        </p>
      ) : null}
    </>
  )
}
