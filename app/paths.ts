import {
  enc,
  withQuery,
  type GapQuery,
  type TeamQuery,
  type BankQuery,
  type BankChangeQuery,
  type PlanQuery,
  type ReminderQuery,
  type ListQuery,
  type ResourceQuery,
} from './path-query'
import { indicatorPaths } from './paths-indicators'
import { officialPaths } from './paths-official'
import { requestPaths } from './paths-requests'
import { scorecardPaths } from './paths-scorecard'

/** Every URL of the product. Nothing else writes a path by hand. */
export const paths = {
  home: () => '/',
  signIn: (query: { to?: string; other?: string } = {}) => withQuery('/sign-in', query),
  signOut: () => '/sign-out',
  activate: () => '/activate',
  forgot: () => '/forgot',
  setup: (token?: string) => withQuery('/setup', { token }),
  help: () => '/help',
  privacy: () => '/privacy',
  /** How the product measures, for planners and statisticians. */
  measurement: () => '/measurement',
  settings: (query: { to?: string; saved?: string } = {}) => withQuery('/settings', query),
  locale: () => '/locale',
  design: () => '/design',
  health: () => '/healthz',

  learn: (query: { view?: string; competency?: string; q?: string } = {}) => withQuery('/learn', query),
  module: (code: string) => `/learn/${code}`,
  /** `answers` are the choices made in checks of the lesson: item code to option ids. */
  lesson: (module: string, lesson: string, answers: Record<string, string> = {}) =>
    withQuery(`/learn/${module}/${lesson}`, answers),
  guide: (module: string) => `/learn/${module}/guide`,
  handbook: (module: string) => `/learn/${module}/handbook`,
  /** The summaries of a module, each on a sheet; `lesson` is the one to begin at. */
  summaries: (module: string, lesson?: string) =>
    `/learn/${module}/handbook?form=summary${lesson ? `#${lesson}` : ''}`,
  quiz: (module: string) => `/learn/${module}/quiz`,
  quizQuestion: (module: string, number: number) => `/learn/${module}/quiz/${number}`,
  quizResult: (module: string, query: { note?: string } = {}) =>
    withQuery(`/learn/${module}/quiz/result`, query),
  practices: () => '/practice',
  practice: (code: string) => `/practice/${code}`,
  /** The task itself, where it stands; `hints` of the screen are shown. */
  practiceTask: (code: string, query: { hints?: number } = {}) => withQuery(`/practice/${code}/task`, query),
  practiceResult: (code: string) => `/practice/${code}/result`,
  learningPaths: () => '/learning-paths',
  learningPath: (position: string) => `/learning-paths/${position}`,
  figure: (hash: string) => `/figures/${hash}`,
  verify: () => '/verify',
  verified: (number: string) => `/verify/${enc(number)}`,

  tasks: () => '/me',
  myCertificates: () => '/me/certificates',
  certificate: (number: string) => `/me/certificates/${enc(number)}`,
  results: () => '/me/results',
  result: (campaignId: string) => `/me/results/${campaignId}`,
  account: (query: { saved?: string } = {}) => withQuery('/me/account', query),

  survey: (campaignId: string) => `/surveys/${campaignId}`,
  surveyStep: (campaignId: string, step: string, query: { back?: string } = {}) =>
    withQuery(`/surveys/${campaignId}/steps/${enc(step)}`, query),
  surveyCheck: (campaignId: string) => `/surveys/${campaignId}/check`,
  surveyDone: (campaignId: string) => `/surveys/${campaignId}/done`,
  communeSurvey: (campaignId: string) => `/commune-surveys/${campaignId}`,
  communeSurveyStep: (campaignId: string, step: string, query: { back?: string } = {}) =>
    withQuery(`/commune-surveys/${campaignId}/steps/${enc(step)}`, query),
  communeSurveyCheck: (campaignId: string) => `/commune-surveys/${campaignId}/check`,
  communeSurveyDone: (campaignId: string) => `/commune-surveys/${campaignId}/done`,

  desk: () => '/desk',
  plans: (query: { note?: string; remove?: string } = {}) => withQuery('/plans', query),
  plan: (id: string, query: { note?: string } = {}) => withQuery(`/plans/${id}`, query),
  newPlan: (query: { campaign?: string } = {}) => withQuery('/plans/new', query),
  planTrainers: (query: ResourceQuery = {}) => withQuery('/plans/trainers', query),
  planVenues: (query: ResourceQuery = {}) => withQuery('/plans/venues', query),
  planTravel: (query: { venue?: string; note?: string } = {}) => withQuery('/plans/venues/travel', query),
  planNorms: (query: { note?: string } = {}) => withQuery('/plans/norms', query),
  planResourcesImport: (query: { note?: string; trainers?: number; venues?: number; travel?: number } = {}) =>
    withQuery('/plans/resources/import', query),
  planResourcesTemplate: () => '/plans/resources/import/template.xlsx',
  planSettings: (id: string, number: number, part: string, query: { note?: string; joined?: number } = {}) =>
    withQuery(`/plans/${id}/scenarios/${number}/settings/${part}`, query),
  approvePlan: (id: string, query: { scenario?: number; ask?: 'withdraw'; note?: string } = {}) =>
    withQuery(`/plans/${id}/approve`, query),
  planFollowUp: (
    id: string,
    query: { by?: string; sort?: string; dir?: string; cancel?: string; note?: string; count?: number } = {},
  ) => withQuery(`/plans/${id}/follow-up`, query),
  planLetters: (id: string, query: { commune?: string; note?: string; count?: number } = {}) =>
    withQuery(`/plans/${id}/letters`, query),
  printLetters: (id: string, query: { commune?: string } = {}) =>
    withQuery(`/plans/${id}/letters/print`, query),
  planEffect: (id: string, query: { campaign?: string } = {}) => withQuery(`/plans/${id}/effect`, query),
  communeSeats: (
    code: string,
    query: { class?: string; withdraw?: string; note?: string; count?: number } = {},
  ) => withQuery(`/communes/${code}/seats`, query),
  comparePlan: (id: string) => `/plans/${id}/compare`,
  planScenario: (id: string, number: number, query: PlanQuery = {}) =>
    withQuery(`/plans/${id}/scenarios/${number}`, query),
  planClass: (id: string, number: number, key: string, query: { note?: string } = {}) =>
    withQuery(`/plans/${id}/scenarios/${number}/classes/${enc(key)}`, query),
  clusters: (query: { note?: string; name?: string; moved?: number } = {}) => withQuery('/clusters', query),
  cluster: (id: string, query: { ask?: 'delete' } = {}) => withQuery(`/clusters/${id}`, query),
  locations: (query: { note?: string; count?: number } = {}) => withQuery('/clusters/locations', query),
  locationsTemplate: () => '/clusters/locations/template.xlsx',
  communes: (query: ListQuery = {}) => withQuery('/communes', query),
  commune: (code: string, query: { note?: 'contact' } = {}) => withQuery(`/communes/${code}`, query),
  communeContacts: (query: { note?: 'saved'; count?: number } = {}) => withQuery('/communes/contacts', query),
  communePeople: (code: string, query: ListQuery = {}) => withQuery(`/communes/${code}/people`, query),
  communeSlips: (code: string) => `/communes/${code}/slips`,
  teams: (code: string, query: { note?: 'removed' } = {}) => withQuery(`/communes/${code}/teams`, query),
  team: (code: string, teamId: string, query: TeamQuery = {}) =>
    withQuery(`/communes/${code}/teams/${teamId}`, query),
  teamSlips: (code: string, teamId: string) => `/communes/${code}/teams/${teamId}/slips`,
  communeConsented: (code: string, campaignId: string) => `/communes/${code}/results/${campaignId}`,
  personResult: (code: string, campaignId: string, personId: string) =>
    `/communes/${code}/results/${campaignId}/${personId}`,

  people: () => '/people',
  newPerson: (query: { commune?: string } = {}) => withQuery('/people/new', query),
  person: (personId: string, query: { note?: 'created' | 'saved' } = {}) =>
    withQuery(`/people/${personId}`, query),
  erasePerson: (personId: string) => `/people/${personId}/erase`,
  personSlip: (personId: string) => `/people/${personId}/slip`,
  rosterImports: () => '/people/imports',
  rosterImport: (id: string, query: { page?: number; show?: string } = {}) =>
    withQuery(`/people/imports/${id}`, query),
  rosterErrors: (id: string) => `/people/imports/${id}/errors.xlsx`,
  rosterTemplate: () => '/people/imports/template.xlsx',
  positions: (query: { note?: 'saved' | 'removed' } = {}) => withQuery('/positions', query),
  position: (code: string) => `/positions/${code}`,
  newPosition: () => '/positions/new',
  localFacts: (query: { saved?: string } = {}) => withQuery('/local-facts', query),
  systems: () => '/systems',
  profiles: () => '/profiles',
  profile: (positionCode: string) => `/profiles/${positionCode}`,

  campaigns: () => '/campaigns',
  newCampaign: () => '/campaigns/new',
  campaign: (id: string, query: ListQuery = {}) => withQuery(`/campaigns/${id}`, query),
  editCampaign: (id: string) => `/campaigns/${id}/edit`,
  openCampaign: (id: string) => `/campaigns/${id}/open`,
  closeCampaign: (id: string) => `/campaigns/${id}/close`,
  missing: (id: string, query: { commune?: string; page?: number } = {}) =>
    withQuery(`/campaigns/${id}/missing`, query),
  missingExport: (id: string, query: { commune?: string } = {}) =>
    withQuery(`/campaigns/${id}/missing.xlsx`, query),
  reminders: (id: string, query: ReminderQuery = {}) => withQuery(`/campaigns/${id}/reminders`, query),
  remindersMail: (id: string) => `/campaigns/${id}/reminders/mail`,
  remindersPrint: (id: string) => `/campaigns/${id}/reminders/print`,
  remindersMessage: (id: string) => `/campaigns/${id}/reminders/message`,
  paper: (id: string, query: { note?: 'taken' | 'discarded' } = {}) =>
    withQuery(`/campaigns/${id}/paper`, query),
  /** The answer sheet of a workbook: of a commune, or of all of them. */
  paperWorkbook: (id: string, query: { commune?: string } = {}) =>
    withQuery(`/campaigns/${id}/paper/answers.xlsx`, query),
  paperBatch: (id: string, batch: string, query: { page?: number } = {}) =>
    withQuery(`/campaigns/${id}/paper/batches/${batch}`, query),
  /** A fixed form to print: 'a' is the first of the parallel forms; of the commune's own form `position` is 'commune'. */
  paperForm: (id: string, position: string, form: string) => `/campaigns/${id}/paper/${position}/${form}`,
  gaps: (id: string, query: GapQuery = {}) => withQuery(`/campaigns/${id}/gaps`, query),
  gapsCommune: (id: string, code: string, query: GapQuery = {}) =>
    withQuery(`/campaigns/${id}/gaps/communes/${code}`, query),
  gapsCompetency: (id: string, measure: string, query: GapQuery = {}) =>
    withQuery(`/campaigns/${id}/gaps/measures/${enc(measure)}`, query),
  gapsConditions: (id: string) => `/campaigns/${id}/gaps/conditions`,
  /** `path` is the number of a segment whose learning path stands alone, for printing. */
  gapsSegments: (id: string, query: { path?: string } = {}) =>
    withQuery(`/campaigns/${id}/gaps/segments`, query),
  gapsPositions: (id: string) => `/campaigns/${id}/gaps/positions`,
  gapsTrend: (id: string) => `/campaigns/${id}/gaps/trend`,
  gapsMap: (id: string, query: { measure?: string } = {}) => withQuery(`/campaigns/${id}/gaps/map`, query),
  gapsMethod: (id: string) => `/campaigns/${id}/gaps/method`,
  gapsWorkbook: (id: string) => `/campaigns/${id}/gaps.xlsx`,
  gapsCsv: (id: string) => `/campaigns/${id}/gaps.csv`,
  /** Everything that leaves a report; `measure` is what charts of one domain or competency are of. */
  gapsFiles: (id: string, query: { measure?: string } = {}) =>
    withQuery(`/campaigns/${id}/gaps/files`, query),
  /** `file` is the chart with its ending: `domains.svg`. */
  gapsChart: (id: string, file: string, query: { measure?: string } = {}) =>
    withQuery(`/campaigns/${id}/gaps/charts/${file}`, query),
  gapsSlides: (id: string) => `/campaigns/${id}/gaps/slides`,
  gapsSummary: (id: string) => `/campaigns/${id}/gaps/summary`,
  gapsCheck: (id: string) => `/campaigns/${id}/gaps/check`,

  ...officialPaths,
  ...requestPaths,
  ...scorecardPaths,
  ...indicatorPaths,

  learning: (query: { module?: string; by?: string; commune?: string; sort?: string; dir?: string } = {}) =>
    withQuery('/learning', query),
  certificates: () => '/certificates',
  certificateOf: (number: string) => `/certificates/${enc(number)}`,

  items: (query: { competency?: string; level?: string; kind?: string; page?: number } & BankQuery = {}) =>
    withQuery('/items', query),
  bankChange: (query: BankChangeQuery = {}) => withQuery('/bank/change', query),
  cloneFamilies: () => '/bank/families',
  /** `from` is the version to compare with, `clone` a draft that was just begun. */
  item: (code: string, query: { from?: string; note?: string; clone?: string } = {}) =>
    withQuery(`/items/${enc(code)}`, query),
  report: (kind: 'lesson' | 'item' | 'practice', of: string) => withQuery('/report', { kind, of }),
  reports: (query: { handled?: string; page?: number; note?: string } = {}) => withQuery('/reports', query),
  marking: (query: { note?: string } = {}) => withQuery('/marking', query),
  markAnswer: (id: string, query: { note?: string } = {}) => withQuery(`/marking/${enc(id)}`, query),
  studio: (query: { note?: string; draft?: string } = {}) => withQuery('/studio', query),
  studioItem: (id: string) => `/studio/items/${enc(id)}`,
  /** `removed` is a lesson that was just taken out, `at` the revision that had it. */
  studioModule: (id: string, query: { removed?: string; at?: number } = {}) =>
    withQuery(`/studio/modules/${enc(id)}`, query),
  studioModules: () => '/studio/modules',
  studioDocuments: () => '/studio/document',
  studioDocument: (id: string, query: { page?: number; note?: 'saved' } = {}) =>
    withQuery(`/studio/documents/${enc(id)}`, query),
  studioDocumentPicture: (id: string, name: string) => `/studio/documents/${enc(id)}/pictures/${enc(name)}`,
  studioLesson: (id: string, lesson: string) => `/studio/modules/${enc(id)}/lessons/${enc(lesson)}`,
  studioFigures: (id: string, query: { lesson?: string; note?: string } = {}) =>
    withQuery(`/studio/modules/${enc(id)}/figures`, query),
  studioQuiz: (id: string, query: { q?: string; competency?: string } = {}) =>
    withQuery(`/studio/modules/${enc(id)}/quiz`, query),
  studioLessonPreview: (id: string, lesson: string, query: { width?: 'phone' | 'desktop' } = {}) =>
    withQuery(`/studio/modules/${enc(id)}/preview/${enc(lesson)}`, query),
  publishedModule: (code: string, query: { from?: string; note?: string } = {}) =>
    withQuery(`/studio/modules/published/${enc(code)}`, query),
  studioForm: (id: string) => `/studio/forms/${enc(id)}`,
  formPreview: (id: string, query: { width?: 'phone' | 'desktop'; at?: string } = {}) =>
    withQuery(`/studio/forms/${enc(id)}/preview`, query),
  studioTask: (id: string) => `/studio/practice/${enc(id)}`,
  studioTaskScreen: (id: string, screen: string) => `/studio/practice/${enc(id)}/screens/${enc(screen)}`,
  studioTaskPart: (id: string, part: 'documents' | 'scoring') => `/studio/practice/${enc(id)}/parts/${part}`,
  studioTaskTry: (id: string, query: { note?: string } = {}) =>
    withQuery(`/studio/practice/${enc(id)}/try`, query),
  /** `from` is the revision to compare with. */
  studioReview: (id: string, query: { from?: number; note?: string } = {}) =>
    withQuery(`/studio/drafts/${enc(id)}/review`, query),
  studioPreview: (id: string, query: { width?: 'phone' | 'desktop' } = {}) =>
    withQuery(`/studio/items/${enc(id)}/preview`, query),
  questionImports: () => '/studio/import',
  questionTemplate: () => '/studio/import/template.xlsx',
  questionImport: (id: string, query: { show?: string; page?: number } = {}) =>
    withQuery(`/studio/imports/${id}`, query),
  questionImportPicture: (id: string, hash: string) => `/studio/imports/${id}/pictures/${hash}`,
  exportQuestions: (query: Record<string, string | undefined> = {}) => withQuery('/studio/export', query),
  exportFile: (query: Record<string, string | undefined>) => withQuery('/studio/export/file', query),
  packs: (query: { note?: string } = {}) => withQuery('/studio/packs', query),
  packFile: (query: Record<string, string | undefined> = {}) => withQuery('/studio/packs/file', query),
  practiceTasks: () => '/practice-tasks',
  practiceTaskOf: (code: string, query: { from?: string; note?: string } = {}) =>
    withQuery(`/practice-tasks/${enc(code)}`, query),
  forms: () => '/forms',
  form: (code: string, query: { from?: string; note?: string } = {}) =>
    withQuery(`/forms/${enc(code)}`, query),
  framework: () => '/framework',
  standards: (query: { note?: 'saved' } = {}) => withQuery('/standards', query),
  editStandard: () => '/standards/edit',
  standard: (id: number) => `/standards/${id}`,
  analysis: () => '/analysis',
  itemAnalysis: (campaignId: string, query: { sort?: string; dir?: string; competency?: string } = {}) =>
    withQuery(`/analysis/${campaignId}`, query),
  itemFigures: (campaignId: string, item: string) => `/analysis/${campaignId}/items/${enc(item)}`,
  choices: (campaignId: string, query: { page?: number } = {}) =>
    withQuery(`/analysis/${campaignId}/choices`, query),
  /** One adaptive quiz by its number in the campaign: never by a person. */
  choiceTrace: (campaignId: string, number: number) => `/analysis/${campaignId}/choices/${number}`,
  calibrations: (query: { note?: string } = {}) => withQuery('/calibrations', query),
  calibration: (id: number, query: { note?: string } = {}) => withQuery(`/calibrations/${id}`, query),
  measure: (query: { kind?: string } = {}) => withQuery('/measure', query),
  measureResult: (jobId: string) => `/measure/${jobId}`,
  measureFile: (jobId: string, file: string) => `/measure/${jobId}/${file}`,

  classes: (query: { note?: 'deleted' } = {}) => withQuery('/classes', query),
  newClass: () => '/classes/new',
  classImport: () => '/classes/import',
  classTemplate: () => '/classes/import/template.xlsx',
  trainingClass: (id: string, query: { ask?: 'cancel' | 'delete'; note?: string; count?: number } = {}) =>
    withQuery(`/classes/${id}`, query),
  editClass: (id: string) => `/classes/${id}/edit`,
  classPeople: (id: string, query: { withdraw?: string } = {}) => withQuery(`/classes/${id}/people`, query),
  classSession: (id: string, session: string, query: { note?: string; count?: number } = {}) =>
    withQuery(`/classes/${id}/sessions/${session}`, query),
  classSheet: (id: string, session: string) => `/classes/${id}/sessions/${session}/sheet`,
  /** The page on the wall of the room. */
  classRoom: (id: string, session: string) => `/classes/${id}/sessions/${session}/code`,
  classCertificates: (id: string, query: { count?: number } = {}) =>
    withQuery(`/classes/${id}/certificates`, query),
  classPrint: (id: string) => `/classes/${id}/certificates/print`,
  myClasses: () => '/me/classes',
  myClass: (id: string) => `/me/classes/${id}`,
  classQuiz: (id: string, form: string) => `/me/classes/${id}/quiz/${form}`,
  classQuestion: (id: string, form: string, number: number) => `/me/classes/${id}/quiz/${form}/${number}`,
  attend: (code: string) => `/attend/${enc(code)}`,
  badge: (number: string) => `/badges/${enc(number)}`,
  badgeIssuer: () => '/badges/issuer',

  /** What the API is, for people; and an address of the API itself. */
  api: () => '/api',
  apiV1: (path = '') => `/api/v1/${path}`,
  apiTokens: (query: { revoke?: string; note?: 'revoked' } = {}) => withQuery('/api-tokens', query),
  mail: (query: { note?: 'again' | 'gone' } = {}) => withQuery('/mail', query),
  accounts: (query: ListQuery & { role?: string } = {}) => withQuery('/accounts', query),
  newAccount: () => '/accounts/new',
  accountOf: (id: string, query: { ask?: string; role?: number; saved?: string } = {}) =>
    withQuery(`/accounts/${id}`, query),
}

/** A path of this site to go on to, or null: never an address elsewhere. */
export function safePath(value: unknown): string | null {
  if (typeof value !== 'string' || !/^\/(?![/\\])[^\s\\]*$/.test(value)) return null
  return value
}
