import { useLoaderData } from '@remix-run/react'
import { SurveyHomePage } from '~/campaigns/SurveyHomePage'
import type { RouteHandle } from '~/platform/http/handle'
import { pageTitle } from '../page-title'
import { homeLoader, startAction } from './survey-doors.server'

export const handle: RouteHandle = { nav: 'tasks' }
export const meta = pageTitle('survey', 'home.title')
export const loader = homeLoader('person')
export const action = startAction('person')

export default function Survey() {
  const { survey } = useLoaderData<typeof loader>()
  return <SurveyHomePage survey={survey} />
}
