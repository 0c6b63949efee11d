import { useLoaderData } from '@remix-run/react'
import { SurveyDonePage } from '~/campaigns/SurveyDonePage'
import type { RouteHandle } from '~/platform/http/handle'
import { pageTitle } from '../page-title'
import { doneLoader } from './survey-doors.server'

export const handle: RouteHandle = { nav: 'desk' }
export const meta = pageTitle('survey', 'done.title')
export const loader = doneLoader('commune')

export default function SurveyDoneRoute() {
  const { survey } = useLoaderData<typeof loader>()
  return <SurveyDonePage survey={survey} />
}
