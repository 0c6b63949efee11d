import { paths } from '~/paths'
import { useT } from '~/platform/i18n/react'
import { BackLink } from '~/ui/BackLink'
import { EmptyState } from '~/ui/EmptyState'
import { Main } from '~/ui/Main'
import { PageTitle } from '~/ui/PageTitle'
import { TaskList } from '~/ui/TaskList'
import { wholePercent } from '../quiz/attempt'
import type { PracticeCard } from './practice-views.server'

/** The practice tasks that there are. */
export function PracticesPage({ tasks }: { tasks: PracticeCard[] }) {
  const t = useT('practice')
  return (
    <Main>
      <BackLink to={paths.learn()}>{t('list.back')}</BackLink>
      <PageTitle lead={t('list.lead')}>{t('list.title')}</PageTitle>
      {tasks.length === 0 ? <EmptyState title={t('list.empty')} text={t('list.empty.text')} /> : null}
      <PracticeTasks tasks={tasks} />
    </Main>
  )
}

export function PracticeTasks({ tasks }: { tasks: PracticeCard[] }) {
  const t = useT('practice')
  if (tasks.length === 0) return null
  return (
    <TaskList
      items={tasks.map(({ code, title, minutes, state, best }) => ({
        to: paths.practice(code),
        title,
        small: t('list.minutes', { count: minutes }),
        status:
          state === 'running'
            ? { kind: 'now', label: t('state.running') }
            : state === 'done'
              ? { kind: 'ok', label: t('state.done', { percent: wholePercent(best ?? 0) }) }
              : { kind: 'plain', label: t('state.fresh') },
      }))}
    />
  )
}
