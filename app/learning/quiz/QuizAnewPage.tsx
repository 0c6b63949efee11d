import { paths } from '~/paths'
import { useT } from '~/platform/i18n/react'
import { ConfirmPanel } from '~/ui/ConfirmPanel'
import { Main } from '~/ui/Main'
import type { QuizStart } from './quiz-pages.server'

/** Asks before an attempt at an older version is left behind for one at the present version. */
export function QuizAnewPage({ page }: { page: QuizStart }) {
  const t = useT('learning')
  const { running, code, learner } = page
  if (!running) return null
  return (
    <Main>
      <ConfirmPanel
        title={t('quiz.anew.title')}
        what={<p>{t('quiz.anew.what', { answered: running.answered, count: running.count })}</p>}
        confirmLabel={t('quiz.anew.confirm')}
        cancelTo={paths.quiz(code)}
        cancelLabel={t('quiz.anew.keep')}
        action={paths.quiz(code)}
        fields={{ learner, giveUp: running.id }}
      />
    </Main>
  )
}
