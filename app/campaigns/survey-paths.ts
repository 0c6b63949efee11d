import { paths } from '~/paths'

/** The addresses of a survey: of a person's own, or of the form of a commune. */
export function surveyPaths(kind: 'person' | 'commune', campaignId: string) {
  const own = kind === 'person'
  return {
    home: () => (own ? paths.survey(campaignId) : paths.communeSurvey(campaignId)),
    step: (step: string, query: { back?: string } = {}) =>
      own ? paths.surveyStep(campaignId, step, query) : paths.communeSurveyStep(campaignId, step, query),
    check: () => (own ? paths.surveyCheck(campaignId) : paths.communeSurveyCheck(campaignId)),
    done: () => (own ? paths.surveyDone(campaignId) : paths.communeSurveyDone(campaignId)),
  }
}
