import type { Entries } from '~/assessment/answer-entry'
import type { PracticeReply } from '~/assessment/practice/PracticeScreen'
import type { StepPage } from './survey-page'
import { SurveyDoorPage } from './SurveyDoorPage'
import { SurveyEndPage } from './SurveyEndPage'
import { SurveyKeptPage } from './SurveyKeptPage'
import { SurveyPracticePage } from './SurveyPracticePage'
import { SurveyStepPage, type Fault } from './SurveyStepPage'

type SurveyPageProps = { page: StepPage; typed?: Entries; fault?: Fault; practice?: PracticeReply }

/** A page of a survey: a question, or what stands around the questions of an adaptive quiz. */
export function SurveyPage({ page, typed, fault, practice }: SurveyPageProps) {
  switch (page.shows) {
    case 'question':
      return <SurveyStepPage page={page} typed={typed} fault={fault} />
    case 'practice':
      return <SurveyPracticePage page={page} reply={practice} />
    case 'kept':
      return <SurveyKeptPage page={page} />
    case 'door':
      return <SurveyDoorPage page={page} />
    case 'end':
      return <SurveyEndPage page={page} />
  }
}
