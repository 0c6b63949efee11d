import { PracticeScreen, type PracticeReply } from '~/assessment/practice/PracticeScreen'
import { paths } from '~/paths'
import { useT } from '~/platform/i18n/react'
import { BackLink } from '~/ui/BackLink'
import { Main } from '~/ui/Main'
import { Note } from '~/ui/Note'
import type { PracticeTask } from './practice-views.server'

type PracticeTaskPageProps = { page: PracticeTask; reply?: PracticeReply; hints: number }

/** The simulation where the try stands. */
export function PracticeTaskPage({ page, reply, hints }: PracticeTaskPageProps) {
  const t = useT('practice')
  const { code, title, task, situation, system, view, at, answerId } = page
  const shown = view.hints.slice(0, hints)
  return (
    <Main>
      <BackLink to={paths.practice(code)}>{t('task.back')}</BackLink>
      <h1>{title}</h1>
      <p>
        <b>{t('task.task')}</b> {task}
      </p>
      <details open={at === 0}>
        <summary>{t('task.situation')}</summary>
        <p>{situation}</p>
      </details>
      <PracticeScreen system={system} view={view} hidden={{ at: String(at), answerId }} reply={reply}>
        {shown.map((hint) => (
          <Note key={hint} title={t('task.hint')}>
            {hint}
          </Note>
        ))}
        {shown.length < view.hints.length ? (
          <p>
            <a href={`${paths.practiceTask(code, { hints: shown.length + 1 })}#screen`}>
              {t(shown.length === 0 ? 'task.showHint' : 'task.nextHint')}
            </a>
          </p>
        ) : null}
      </PracticeScreen>
    </Main>
  )
}
