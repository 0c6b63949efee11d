import { PracticeScreen, type PracticeReply } from '~/assessment/practice/PracticeScreen'
import { paths } from '~/paths'
import { useT } from '~/platform/i18n/react'
import { BackLink } from '~/ui/BackLink'
import { Button } from '~/ui/Button'
import { Main } from '~/ui/Main'
import { Note } from '~/ui/Note'
import { ReportLink } from '../problem-reports/ReportLink'
import type { PracticeTask } from './practice-views.server'

type PracticeTaskPageProps = { page: PracticeTask; reply?: PracticeReply; hints: number }

/** The simulation where the try stands. */
export function PracticeTaskPage({ page, reply, hints }: PracticeTaskPageProps) {
  const t = useT('practice')
  const { code, title, task, situation, system, view, at: moves, answerId } = page
  const shown = view.hints.slice(0, hints)
  const at = (count: number) => paths.practiceTask(code, count > 0 ? { hints: count } : {})
  return (
    <Main>
      <BackLink to={paths.practice(code)}>{t('task.back')}</BackLink>
      <h1>{title}</h1>
      <p>
        <b>{t('task.task')}</b> {task}
      </p>
      <details open={moves === 0}>
        <summary>{t('task.situation')}</summary>
        <p>{situation}</p>
      </details>
      <PracticeScreen
        action={at(shown.length)}
        system={system}
        view={view}
        hidden={{ at: String(moves), answerId }}
        reply={reply}
        endLabel={t('end.ready')}
      >
        {shown.map((hint, i) => (
          <Note key={hint} id={`hint-${i + 1}`} title={t('task.hint')}>
            {hint}
          </Note>
        ))}
        {shown.length < view.hints.length ? (
          <p>
            <Button
              quiet
              name="hint"
              value="yes"
              formAction={`${at(shown.length + 1)}#hint-${shown.length + 1}`}
            >
              {t(shown.length === 0 ? 'task.showHint' : 'task.nextHint')}
            </Button>
          </p>
        ) : null}
      </PracticeScreen>
      <ReportLink kind="practice" of={page.versionId} />
    </Main>
  )
}
