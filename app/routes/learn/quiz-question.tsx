import { data, redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { entriesOf, pressedAt } from '~/assessment/form-entries'
import { learnerOf, pageLearner, readableModule, requireSameLearner } from '~/learning/learner.server'
import { answerQuestion } from '~/learning/quiz/answer-question.server'
import { endOverdue } from '~/learning/quiz/end-overdue.server'
import { placeOf } from '~/learning/quiz/attempt'
import { quizQuestion, type QuizQuestion } from '~/learning/quiz/quiz-pages.server'
import { QuizNotBegunPage, QuizQuestionPage, type QuizReply } from '~/learning/quiz/QuizQuestionPage'
import { paths } from '~/paths'
import { switchedLocale } from '~/platform/http/context.server'
import type { RouteHandle } from '~/platform/http/handle'
import { pageTitle } from '../page-title'

export const handle: RouteHandle = { nav: 'learn', form: true }
export const meta = pageTitle('learning', 'quiz.title', ({ page }: { page: QuizQuestion | null }) =>
  page ? `${page.title} ${page.number}/${page.count}` : undefined,
)

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const learner = await learnerOf(context, request)
  const module = await readableModule(learner, request, params.module!)
  if (await endOverdue(learner, module, context))
    throw redirect(paths.quizResult(module.code, { note: 'over' }))
  const page = quizQuestion(learner, module, params.number!, context.prefs.locale)
  const { lapsed } = pageLearner(learner)
  const { pathname } = new URL(request.url)
  return data({ page, code: module.code, lapsed, to: pathname }, page ? 200 : 409)
}

export async function action({ request, params, context }: ActionFunctionArgs) {
  const learner = await learnerOf(context, request)
  const module = await readableModule(learner, request, params.module!)
  const form = await request.formData()
  const typed = entriesOf(form)
  // A press on a picture shows where it was; a button saves it.
  if (switchedLocale(context, form) || pressedAt(form)) return data<QuizReply>({ typed, outcome: null })
  await requireSameLearner(learner, request, form)
  const answer = {
    number: placeOf(params.number) ?? 0,
    attemptId: String(form.get('attempt') ?? ''),
    entries: typed,
  }
  const outcome = await answerQuestion(learner, module, answer, context)
  if (outcome.kind === 'over') {
    await endOverdue(learner, module, context)
    return redirect(paths.quizResult(module.code, { note: 'over' }), 303)
  }
  if (outcome.kind === 'saved') {
    const page = quizQuestion(learner, module, params.number!, context.prefs.locale)
    // What is told at the end only needs no page in between.
    const next = page?.asked.kind === 'kept' ? page.next : answer.number
    return redirect(paths.quizQuestion(module.code, next ?? answer.number), 303)
  }
  return data<QuizReply>({ typed, outcome }, outcome.kind === 'fault' ? 400 : 409)
}

export default function QuizQuestionRoute() {
  const { page, code, lapsed, to } = useLoaderData<typeof loader>()
  const reply = useActionData<typeof action>()
  return page ? (
    <QuizQuestionPage page={page} reply={reply} />
  ) : (
    <QuizNotBegunPage code={code} lapsed={lapsed} to={to} />
  )
}
