import type { ReactNode } from 'react'
import { paths } from '~/paths'
import { pick } from '~/platform/i18n/locale'
import { useLocale, useT } from '~/platform/i18n/react'
import { Crumbs } from '~/ui/Crumbs'
import { DefinitionList } from '~/ui/DefinitionList'
import { Main } from '~/ui/Main'
import { PageTitle } from '~/ui/PageTitle'
import { Tag } from '~/ui/Tag'
import { TaskContent } from './TaskContent'
import { TryFigures } from './TryFigures'
import type { TaskView } from './view-tasks.server'

/** `children`: what the studio can do with it. */
type TaskPageProps = TaskView & { children?: ReactNode }

/** A practice task in both languages, side by side: everything that a learner can meet, how it is scored, and how it is done. */
export function TaskPage({ scenario, retired, shows, tries, children }: TaskPageProps) {
  const t = useT('route')
  const locale = useLocale()
  const { code, version, title, purpose, minutes, source } = scenario
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
      {children}
      <TaskContent scenario={scenario} />
      <TryFigures scenario={scenario} tries={tries} />
    </Main>
  )
}
