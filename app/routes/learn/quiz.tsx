import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { learnerOf, readableModule, requireSameLearner } from '~/learning/learner.server'
import { settleModule } from '~/learning/progress.server'
import { endOverdue } from '~/learning/quiz/end-overdue.server'
import { nextUnanswered } from '~/learning/quiz/attempt'
import { quizStart } from '~/learning/quiz/quiz-pages.server'
import { QuizAnewPage } from '~/learning/quiz/QuizAnewPage'
import { QuizStartPage } from '~/learning/quiz/QuizStartPage'
import { startAttempt } from '~/learning/quiz/start-attempt.server'
import { paths } from '~/paths'
import type { RouteHandle } from '~/platform/http/handle'
import { pageTitle } from '../page-title'

export const handle: RouteHandle = { nav: 'learn' }
export const meta = pageTitle('learning', 'quiz.title')

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const learner = await learnerOf(context, request)
  const module = await readableModule(learner, request, params.module!)
  await endOverdue(learner, module, context)
  await settleModule(learner, module, context)
  const page = quizStart(learner, module, context.prefs.locale)
  const asks = page.running?.older === true && new URL(request.url).searchParams.has('anew')
  return { page, asks }
}

export async function action({ request, params, context }: ActionFunctionArgs) {
  const learner = await learnerOf(context, request)
  const module = await readableModule(learner, request, params.module!)
  const form = await request.formData()
  await requireSameLearner(learner, request, form)
  const giveUp = form.get('giveUp')
  await endOverdue(learner, module, context)
  const attempt = await startAttempt(
    learner,
    module,
    context,
    typeof giveUp === 'string' ? giveUp : undefined,
  )
  const next = nextUnanswered(attempt)
  return redirect(next === null ? paths.quizResult(module.code) : paths.quizQuestion(module.code, next), 303)
}

export default function QuizRoute() {
  const { page, asks } = useLoaderData<typeof loader>()
  return asks ? <QuizAnewPage page={page} /> : <QuizStartPage page={page} />
}
