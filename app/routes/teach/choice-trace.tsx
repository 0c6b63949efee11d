import type { LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { QuizTracePage } from '~/assessment/adaptive/QuizTracePage'
import { explainQuiz } from '~/campaigns/explain-quiz.server'
import { requireActor } from '~/platform/http/context.server'
import type { RouteHandle } from '~/platform/http/handle'
import { pageTitle } from '../page-title'

export const handle: RouteHandle = { desk: true, nav: 'items' }
export const meta = pageTitle('adaptive', 'choices.title')

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const actor = await requireActor(context, request)
  return explainQuiz(actor, params.campaignId!, Number(params.number), context.prefs.locale)
}

export default function ChoiceTrace() {
  return <QuizTracePage {...useLoaderData<typeof loader>()} />
}
