import { useActionData, useLoaderData } from '@remix-run/react'
import { SurveyCheckPage } from '~/campaigns/SurveyCheckPage'
import type { RouteHandle } from '~/platform/http/handle'
import { pageTitle } from '../page-title'
import { checkLoader, submitAction } from './survey-doors.server'

export const handle: RouteHandle = { nav: 'desk' }
export const meta = pageTitle('survey', 'check.title')
export const loader = checkLoader('commune')
export const action = submitAction('commune')

export default function SurveyCheckRoute() {
  const { page } = useLoaderData<typeof loader>()
  const back = useActionData<typeof action>()
  return <SurveyCheckPage page={page} missing={back?.missing ?? []} />
}
