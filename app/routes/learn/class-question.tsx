import { data, redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import type { Entries } from '~/assessment/answer-entry'
import { entriesOf } from '~/assessment/form-entries'
import { ClassQuestionPage } from '~/classes/quiz/ClassQuizPages'
import { answerStep, quizStep, type StepOutcome } from '~/classes/quiz/sittings.server'
import { parseForm } from '~/classes/quiz/times'
import { paths } from '~/paths'
import { requireActor, switchedLocale } from '~/platform/http/context.server'
import { refuse } from '~/platform/http/errors'
import type { RouteHandle } from '~/platform/http/handle'
import { authorise } from '~/platform/policy/require.server'
import { pageTitle } from '../page-title'

export const handle: RouteHandle = { nav: 'tasks', form: true }
export const meta = pageTitle('classes', 'quiz.title')

function placeIn(params: LoaderFunctionArgs['params']) {
  const form = parseForm(params.form)
  if (!form || !/^\d{1,3}$/.test(params.number ?? '')) throw refuse('notFound')
  return { id: params.id!, form, number: Number(params.number) }
}

export async function loader({ context, request, params }: LoaderFunctionArgs) {
  const actor = await requireActor(context, request)
  authorise(actor, 'classes.attend')
  const { id, form, number } = placeIn(params)
  const step = quizStep(actor, id, form, number, context.prefs.locale)
  if (step.view === null) throw redirect(paths.classQuiz(id, form))
  return { step }
}

type Reply = { typed: Entries; fault: Extract<StepOutcome, { kind: 'fault' }> | null }

export async function action({ context, request, params }: ActionFunctionArgs) {
  const actor = await requireActor(context, request)
  authorise(actor, 'classes.attend')
  const { id, form, number } = placeIn(params)
  const sent = await request.formData()
  const typed = entriesOf(sent)
  if (switchedLocale(context, sent)) return data<Reply>({ typed, fault: null })
  const outcome = await answerStep(actor, id, form, number, typed)
  if (outcome.kind === 'fault') return data<Reply>({ typed, fault: outcome }, 400)
  const next = outcome.kind === 'saved' ? outcome.next : null
  return redirect(next === null ? paths.classQuiz(id, form) : paths.classQuestion(id, form, next), 303)
}

export default function ClassQuestion() {
  return <ClassQuestionPage {...useLoaderData<typeof loader>()} reply={useActionData<typeof action>()} />
}
