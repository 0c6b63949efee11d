import { redirect, type LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { learnerOf, readableModule } from '~/learning/learner.server'
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
  const page = quizResult(learner, module, context.prefs.locale)
  if (!page) throw redirect(paths.quiz(module.code))
  return { page }
}

export default function QuizResultRoute() {
  const { page } = useLoaderData<typeof loader>()
  return <QuizResultPage page={page} />
}
