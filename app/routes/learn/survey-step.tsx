import { useActionData, useLoaderData } from '@remix-run/react'
import { SurveyStepPage } from '~/campaigns/SurveyStepPage'
import type { SurveyStep } from '~/campaigns/survey-pages.server'
import type { RouteHandle } from '~/platform/http/handle'
import { pageTitle } from '../page-title'
import { stepAction, stepLoader } from './survey-doors.server'

export const handle: RouteHandle = { nav: 'tasks', form: true }
export const meta = pageTitle(
  'survey',
  'step.title',
  ({ page }: { page: SurveyStep }) => `${page.sectionTitle} ${page.number}/${page.count}`,
)
export const loader = stepLoader('person')
export const action = stepAction('person')

export default function SurveyStepRoute() {
  const { page } = useLoaderData<typeof loader>()
  const back = useActionData<typeof action>()
  return <SurveyStepPage page={page} typed={back?.typed} fault={back?.fault} />
}
