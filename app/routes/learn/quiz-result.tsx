import { redirect, type LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { learnerOf, readableModule } from '~/learning/learner.server'
import { endOverdue } from '~/learning/quiz/end-overdue.server'
import { quizResult } from '~/learning/quiz/quiz-pages.server'
import { QuizResultPage } from '~/learning/quiz/QuizResultPage'
import { paths } from '~/paths'
import type { RouteHandle } from '~/platform/http/handle'
import { pageTitle } from '../page-title'

export const handle: RouteHandle = { nav: 'learn' }
export const meta = pageTitle('learning', 'quiz.result.title')

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const learner = await learnerOf(context, request)
  const module = await readableModule(learner, request, params.module!)
  const ended = await endOverdue(learner, module, context)
  const page = quizResult(learner, module, context.prefs.locale)
  if (!page) throw redirect(paths.quiz(module.code))
  return { page, over: ended || new URL(request.url).searchParams.get('note') === 'over' }
}

export default function QuizResultRoute() {
  const { page, over } = useLoaderData<typeof loader>()
  return <QuizResultPage page={page} over={over} />
}
