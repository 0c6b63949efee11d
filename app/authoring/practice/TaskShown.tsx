import { BothLanguages } from '~/assessment/catalogue/BothLanguages'
import { TaskContent } from '~/assessment/practice/catalogue/TaskContent'
import { paths } from '~/paths'
import { useT } from '~/platform/i18n/react'
import { EmptyState } from '~/ui/EmptyState'
import { Note } from '~/ui/Note'
import { FaultLinks } from './FaultLinks'
import type { TaskDraft } from './task-draft'
import { faultsOfTask } from './to-scenario'
import { triableTask } from './try-task'

/** A draft of a practice task as its reviewer reads it, with a link to try it. */
export function TaskShown({ id, data }: { id: string; data: TaskDraft }) {
  const t = useT('tasks')
  const whole = triableTask(data)
  const isWhole =
    'scenario' in whole &&
    whole.scenario.model.every((move) => whole.scenario.screens.some((screen) => screen.id === move.screen))
  if ('scenario' in whole && isWhole)
    return (
      <>
        <p>
          <a href={paths.studioTaskTry(id)}>{t('try.link')}</a>
        </p>
        <TaskContent scenario={whole.scenario} />
      </>
    )
  if (data.title.vi === '' && data.title.en === '')
    return <EmptyState title={t('shown.empty')} text={t('shown.emptyText')} />
  return (
    <>
      <BothLanguages>
        {(locale) => (
          <section className="panel">
            <h2>{data.title[locale]}</h2>
            <p>{data.situation[locale]}</p>
            <p>{data.task[locale]}</p>
          </section>
        )}
      </BothLanguages>
      <Note kind="care" title={t('shown.unfinished')}>
        <FaultLinks id={id} data={data} faults={faultsOfTask(data)} />
      </Note>
    </>
  )
}
