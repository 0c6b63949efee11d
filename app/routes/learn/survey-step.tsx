import { useActionData, useLoaderData } from '@remix-run/react'
import { nameOf, type StepPage } from '~/campaigns/survey-page'
import { SurveyPage } from '~/campaigns/SurveyPage'
import type { RouteHandle } from '~/platform/http/handle'
import { pageTitle } from '../page-title'
import { stepAction, stepLoader } from './survey-doors.server'

export const handle: RouteHandle = { nav: 'tasks', form: true }
export const meta = pageTitle('survey', 'step.title', ({ page }: { page: StepPage }) => nameOf(page))
export const loader = stepLoader('person')
export const action = stepAction('person')

export default function SurveyStepRoute() {
  const { page } = useLoaderData<typeof loader>()
  const back = useActionData<typeof action>()
  return <SurveyPage page={page} {...back} />
}
