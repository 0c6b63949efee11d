import viShell from '~/locales/vi/shell.json'
import viAuth from '~/locales/vi/auth.json'
import viUi from '~/locales/vi/ui.json'
import viErrors from '~/locales/vi/errors.json'
import viPeople from '~/locales/vi/people.json'
import viRoster from '~/locales/vi/roster.json'
import viCompetency from '~/locales/vi/competency.json'
import viSurvey from '~/locales/vi/survey.json'
import viResults from '~/locales/vi/results.json'
import viCampaigns from '~/locales/vi/campaigns.json'
import viGaps from '~/locales/vi/gaps.json'
import viClusters from '~/locales/vi/clusters.json'
import viDesk from '~/locales/vi/desk.json'
import viCharts from '~/locales/vi/charts.json'
import viTeach from '~/locales/vi/teach.json'
import viAdmin from '~/locales/vi/admin.json'
import viLearning from '~/locales/vi/learning.json'
import viCertificates from '~/locales/vi/certificates.json'
import viTeams from '~/locales/vi/teams.json'
import viContent from '~/locales/vi/content.json'
import viEnrolment from '~/locales/vi/enrolment.json'
import viAnalysis from '~/locales/vi/analysis.json'
import viMeasure from '~/locales/vi/measure.json'
import viAdaptive from '~/locales/vi/adaptive.json'
import viSegments from '~/locales/vi/segments.json'
import viPractice from '~/locales/vi/practice.json'
import viPaper from '~/locales/vi/paper.json'
import viLocal from '~/locales/vi/local.json'
import viRoute from '~/locales/vi/route.json'
import viReports from '~/locales/vi/reports.json'
import viMarking from '~/locales/vi/marking.json'
import viClasses from '~/locales/vi/classes.json'
import viBank from '~/locales/vi/bank.json'
import viForms from '~/locales/vi/forms.json'
import viModules from '~/locales/vi/modules.json'
import viStudio from '~/locales/vi/studio.json'
import viTasks from '~/locales/vi/tasks.json'
import viPacks from '~/locales/vi/packs.json'
import viInterchange from '~/locales/vi/interchange.json'
import viMail from '~/locales/vi/mail.json'
import viReminders from '~/locales/vi/reminders.json'
import viDocuments from '~/locales/vi/documents.json'
import viPlanning from '~/locales/vi/planning.json'
import viPlans from '~/locales/vi/plans.json'
import viCarry from '~/locales/vi/carry.json'
import viOfficial from '~/locales/vi/official.json'
import viWorkbook from '~/locales/vi/workbook.json'
import viApi from '~/locales/vi/api.json'
import viIndicators from '~/locales/vi/indicators.json'
import viScorecard from '~/locales/vi/scorecard.json'
import viRequests from '~/locales/vi/requests.json'
import viMeeting from '~/locales/vi/meeting.json'
import enShell from '~/locales/en/shell.json'
import enAuth from '~/locales/en/auth.json'
import enUi from '~/locales/en/ui.json'
import enErrors from '~/locales/en/errors.json'
import enPeople from '~/locales/en/people.json'
import enRoster from '~/locales/en/roster.json'
import enCompetency from '~/locales/en/competency.json'
import enSurvey from '~/locales/en/survey.json'
import enResults from '~/locales/en/results.json'
import enCampaigns from '~/locales/en/campaigns.json'
import enGaps from '~/locales/en/gaps.json'
import enClusters from '~/locales/en/clusters.json'
import enDesk from '~/locales/en/desk.json'
import enCharts from '~/locales/en/charts.json'
import enTeach from '~/locales/en/teach.json'
import enAdmin from '~/locales/en/admin.json'
import enLearning from '~/locales/en/learning.json'
import enCertificates from '~/locales/en/certificates.json'
import enTeams from '~/locales/en/teams.json'
import enContent from '~/locales/en/content.json'
import enEnrolment from '~/locales/en/enrolment.json'
import enSegments from '~/locales/en/segments.json'
import enPractice from '~/locales/en/practice.json'
import enPaper from '~/locales/en/paper.json'
import enLocal from '~/locales/en/local.json'
import enRoute from '~/locales/en/route.json'
import enReports from '~/locales/en/reports.json'
import enMarking from '~/locales/en/marking.json'
import enClasses from '~/locales/en/classes.json'
import enBank from '~/locales/en/bank.json'
import enForms from '~/locales/en/forms.json'
import enModules from '~/locales/en/modules.json'
import enStudio from '~/locales/en/studio.json'
import enTasks from '~/locales/en/tasks.json'
import enPacks from '~/locales/en/packs.json'
import enInterchange from '~/locales/en/interchange.json'
import enMail from '~/locales/en/mail.json'
import enReminders from '~/locales/en/reminders.json'
import enDocuments from '~/locales/en/documents.json'
import enPlanning from '~/locales/en/planning.json'
import enPlans from '~/locales/en/plans.json'
import enCarry from '~/locales/en/carry.json'
import enOfficial from '~/locales/en/official.json'
import enWorkbook from '~/locales/en/workbook.json'
import enApi from '~/locales/en/api.json'
import enIndicators from '~/locales/en/indicators.json'
import enScorecard from '~/locales/en/scorecard.json'
import enRequests from '~/locales/en/requests.json'
import enMeeting from '~/locales/en/meeting.json'
import enAdaptive from '~/locales/en/adaptive.json'
import enMeasure from '~/locales/en/measure.json'
import enAnalysis from '~/locales/en/analysis.json'

export const vi = {
  shell: viShell,
  auth: viAuth,
  ui: viUi,
  errors: viErrors,
  people: viPeople,
  roster: viRoster,
  competency: viCompetency,
  survey: viSurvey,
  results: viResults,
  campaigns: viCampaigns,
  gaps: viGaps,
  charts: viCharts,
  desk: viDesk,
  clusters: viClusters,
  teach: viTeach,
  admin: viAdmin,
  learning: viLearning,
  certificates: viCertificates,
  teams: viTeams,
  content: viContent,
  enrolment: viEnrolment,
  segments: viSegments,
  practice: viPractice,
  paper: viPaper,
  local: viLocal,
  route: viRoute,
  reports: viReports,
  marking: viMarking,
  classes: viClasses,
  bank: viBank,
  forms: viForms,
  modules: viModules,
  studio: viStudio,
  tasks: viTasks,
  packs: viPacks,
  interchange: viInterchange,
  mail: viMail,
  reminders: viReminders,
  documents: viDocuments,
  planning: viPlanning,
  plans: viPlans,
  carry: viCarry,
  official: viOfficial,
  workbook: viWorkbook,
  api: viApi,
  indicators: viIndicators,
  scorecard: viScorecard,
  requests: viRequests,
  meeting: viMeeting,
  adaptive: viAdaptive,
  measure: viMeasure,
  analysis: viAnalysis,
}

export type Namespace = keyof typeof vi
export type Key<N extends Namespace> = Extract<keyof (typeof vi)[N], string>

/** English must have every key that Vietnamese has: a missing one does not compile. */
export const en: { [N in Namespace]: Record<Key<N>, string> } = {
  shell: enShell,
  auth: enAuth,
  ui: enUi,
  errors: enErrors,
  people: enPeople,
  roster: enRoster,
  competency: enCompetency,
  survey: enSurvey,
  results: enResults,
  campaigns: enCampaigns,
  gaps: enGaps,
  charts: enCharts,
  desk: enDesk,
  clusters: enClusters,
  teach: enTeach,
  admin: enAdmin,
  learning: enLearning,
  certificates: enCertificates,
  teams: enTeams,
  content: enContent,
  enrolment: enEnrolment,
  segments: enSegments,
  practice: enPractice,
  paper: enPaper,
  local: enLocal,
  route: enRoute,
  reports: enReports,
  marking: enMarking,
  classes: enClasses,
  bank: enBank,
  forms: enForms,
  modules: enModules,
  studio: enStudio,
  tasks: enTasks,
  packs: enPacks,
  interchange: enInterchange,
  mail: enMail,
  reminders: enReminders,
  documents: enDocuments,
  planning: enPlanning,
  plans: enPlans,
  carry: enCarry,
  official: enOfficial,
  workbook: enWorkbook,
  api: enApi,
  indicators: enIndicators,
  scorecard: enScorecard,
  requests: enRequests,
  meeting: enMeeting,
  adaptive: enAdaptive,
  measure: enMeasure,
  analysis: enAnalysis,
}
