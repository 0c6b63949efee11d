import type { Entries } from '~/assessment/answer-entry'
import type { StepPage } from './survey-page'
import { SurveyDoorPage } from './SurveyDoorPage'
import { SurveyEndPage } from './SurveyEndPage'
import { SurveyKeptPage } from './SurveyKeptPage'
import { SurveyStepPage, type Fault } from './SurveyStepPage'

type SurveyPageProps = { page: StepPage; typed?: Entries; fault?: Fault }

/** A page of a survey: a question, or what stands around the questions of an adaptive quiz. */
export function SurveyPage({ page, typed, fault }: SurveyPageProps) {
  switch (page.shows) {
    case 'question':
      return <SurveyStepPage page={page} typed={typed} fault={fault} />
    case 'kept':
      return <SurveyKeptPage page={page} />
    case 'door':
      return <SurveyDoorPage page={page} />
    case 'end':
      return <SurveyEndPage page={page} />
  }
}
