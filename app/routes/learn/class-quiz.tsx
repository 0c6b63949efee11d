import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { ClassQuizPage } from '~/classes/quiz/ClassQuizPages'
import { quizDoor, startQuiz } from '~/classes/quiz/sittings.server'
import { parseForm } from '~/classes/quiz/times'
import { paths } from '~/paths'
import { requireActor } from '~/platform/http/context.server'
import { refuse } from '~/platform/http/errors'
import type { RouteHandle } from '~/platform/http/handle'
import { authorise } from '~/platform/policy/require.server'
import { pageTitle } from '../page-title'

export const handle: RouteHandle = { nav: 'tasks' }
export const meta = pageTitle('classes', 'quiz.title')

export async function loader({ context, request, params }: LoaderFunctionArgs) {
  const actor = await requireActor(context, request)
  authorise(actor, 'classes.attend')
  const form = parseForm(params.form)
  if (!form) throw refuse('notFound')
  return { door: quizDoor(actor, params.id!, form) }
}

export async function action({ context, request, params }: ActionFunctionArgs) {
  const actor = await requireActor(context, request)
  authorise(actor, 'classes.attend')
  const form = parseForm(params.form)
  if (!form) throw refuse('notFound')
  const next = await startQuiz(actor, params.id!, form)
  const to = next === null ? paths.classQuiz(params.id!, form) : paths.classQuestion(params.id!, form, next)
  return redirect(to, 303)
}

export default function ClassQuiz() {
  return <ClassQuizPage {...useLoaderData<typeof loader>()} />
}
