import type { Params, Row } from './access-row'
import { apiRows } from './api-rows'
import { bankRows } from './bank-rows'
import { campaignRows, inOpen, inClosed } from './campaign-rows'
import { carryRows } from './carry-rows'
import { classRows } from './class-rows'
import { deskRows } from './desk-rows'
import { indicatorRows } from './indicator-rows'
import { interchangeRows } from './interchange-rows'
import { learnRows } from './learn-rows'
import { officialRows } from './official-rows'
import { meetingRows } from './meeting-rows'
import { paperRows } from './paper-rows'
import { pathRows } from './path-rows'
import { planDataRows } from './plan-data-rows'
import { planRows } from './plan-rows'
import { practiceRows } from './practice-rows'
import { studioRows } from './studio-rows'
import { reportRows } from './report-rows'
import { scorecardRows } from './scorecard-rows'
import { requestRows } from './request-rows'
import { reminderRows } from './reminder-rows'

const atCommune: Params = (at) => ({ code: at.communeCode })
const ofPerson: Params = (at) => ({ personId: at.personId })
const ofImport: Params = (at) => ({ id: at.importId })
const ofAccount: Params = (at) => ({ id: at.accountId })
const step: Params = (at) => ({ campaignId: at.open, step: 'computer' })
const atTeam: Params = (at) => ({ code: at.communeCode, teamId: at.teamId })
const ofCertificate: Params = (at) => ({ number: at.certificate })
const staffModule: Params = () => ({ module: 'infosec', lesson: 'phishing', number: '1' })
const withGuide: Params = () => ({ module: 'guide-citizens' })
const position: Params = () => ({ code: 'office-statistics' })

const public200 = '200  200 200 200 200 200 200'
const aPerson = {
  fullName: 'Hà Văn Thử',
  kind: 'civil_servant',
  commune: '01273',
  position: 'office-statistics',
  different: 'yes',
}
const aPosition = {
  intent: 'save',
  nameVi: 'Vị trí thử',
  nameEn: 'A trial position',
  department: 'office',
  order: '1',
  active: 'yes',
}

// Columns: nobody, then learner, leader, trainer, planner, administrator of a province, administrator of everything.
export const table: Record<string, Row> = {
  ...apiRows,
  ...bankRows,
  ...carryRows,
  ...classRows,
  ...deskRows,
  ...indicatorRows,
  ...interchangeRows,
  ...learnRows,
  ...officialRows,
  ...requestRows,
  ...meetingRows,
  ...paperRows,
  ...pathRows,
  ...planDataRows,
  ...planRows,
  ...practiceRows,
  ...studioRows,
  ...reportRows,
  ...scorecardRows,
  ...reminderRows,

  '': { get: '200  302 302 302 302 302 302' },
  'sign-in': { get: '200  302 302 302 302 302 302', post: 'ok  ok ok ok ok ok ok' },
  'sign-out': { get: public200, post: 'ok  ok ok ok ok ok ok' },
  activate: { get: public200, post: 'ok  ok ok ok ok ok ok' },
  forgot: { get: public200 },
  setup: { get: public200, post: 'ok  ok ok ok ok ok ok' },
  help: { get: public200 },
  privacy: { get: public200 },
  measurement: { get: public200 },
  settings: { get: public200, post: 'ok  ok ok ok ok ok ok' },
  locale: { get: '302  302 302 302 302 302 302', post: 'ok  ok ok ok ok ok ok' },
  design: { get: public200 },

  learn: { get: public200, post: 'ok  ok ok ok ok ok ok' },
  'learn/:module': { get: '302  200 200 200 200 200 200', params: staffModule },
  'learn/:module/guide': { get: '302  200 200 200 200 200 200', params: withGuide },
  'learn/:module/handbook': { get: '302  200 200 200 200 200 200', params: staffModule },
  'learn/:module/quiz': {
    get: '302  200 200 200 200 200 200',
    post: '401  ok ok ok ok ok ok',
    params: staffModule,
  },
  'learn/:module/quiz/result': { get: '302  302 302 302 302 302 302', params: staffModule },
  'learn/:module/quiz/:number': {
    get: '302  409 409 409 409 409 409',
    post: '401  ok ok ok ok ok ok',
    params: staffModule,
  },
  'learn/:module/:lesson': {
    get: '302  200 200 200 200 200 200',
    post: '401  ok ok ok ok ok ok',
    params: staffModule,
  },
  'figures/:hash': { get: '404  404 404 404 404 404 404', params: () => ({ hash: 'no-such-figure' }) },
  verify: { get: public200, post: 'ok  ok ok ok ok ok ok' },
  'verify/:number': { get: public200, params: ofCertificate },

  'me/certificates': { get: '302  200 403 403 403 403 403' },
  'me/certificates/:number': {
    get: '302  200/404 403 403 403 403 403',
    post: '401  ok/404 403 403 403 403 403',
    params: ofCertificate,
  },
  me: { get: '302  200 403 403 403 403 403' },
  'me/results': { get: '302  200 403 403 403 403 403' },
  'me/results/:campaignId': {
    get: '302  200/404 403 403 403 403 403',
    post: '401  ok/404 403 403 403 403 403',
    params: inClosed,
    form: { consent: 'give' },
  },
  'me/account': { get: '302  200 200 200 200 200 200', post: '401  ok ok ok ok ok ok' },
  'surveys/:campaignId': {
    get: '302  200/404 403 403 403 403 403',
    post: '401  ok/404 403 403 403 403 403',
    params: inOpen,
  },
  'surveys/:campaignId/steps/:step': {
    get: '302  200/404 403 403 403 403 403',
    post: '401  ok/404 403 403 403 403 403',
    params: step,
    form: { v: 'own', then: 'next' },
  },
  'surveys/:campaignId/check': {
    get: '302  200/404 403 403 403 403 403',
    post: '401  ok/404 403 403 403 403 403',
    params: inOpen,
  },
  'surveys/:campaignId/done': { get: '302  302/404 403 403 403 403 403', params: inOpen },
  'commune-surveys/:campaignId': {
    get: '302  403 200/404 403 403 403 403',
    post: '401  403 ok/404 403 403 403 403',
    params: inOpen,
  },
  'commune-surveys/:campaignId/steps/:step': {
    get: '302  403 302/404 403 403 403 403',
    post: '401  403 ok/404 403 403 403 403',
    params: step,
    form: { n: '3' },
  },
  'commune-surveys/:campaignId/check': {
    get: '302  403 302/404 403 403 403 403',
    post: '401  403 ok/404 403 403 403 403',
    params: inOpen,
  },
  'commune-surveys/:campaignId/done': { get: '302  403 302/404 403 403 403 403', params: inOpen },

  desk: { get: '302  403 200 200 200 200 200' },
  communes: { get: '302  403 200 403 200 200 200' },
  'communes/:code': {
    get: '302  403 200/403 403 200/403 200/403 200',
    post: '401  403 403 403 ok/403 ok/403 ok',
    params: atCommune,
  },
  'communes/:code/people': { get: '302  403 200/403 403 200/403 200/403 200', params: atCommune },
  'communes/:code/slips': {
    get: '302  403 200/403 403 200/403 200/403 200',
    post: '401  403 ok/403 403 ok/403 ok/403 ok',
    params: atCommune,
  },
  'communes/:code/teams': {
    get: '302  403 200/403 403 200/403 200/403 200',
    post: '401  403 ok/403 403 ok/403 ok/403 ok',
    params: atCommune,
  },
  'communes/:code/teams/:teamId': {
    get: '302  403 200/403 403 200/403 200/403 200',
    post: '401  403 ok/403 403 ok/403 ok/403 ok',
    params: atTeam,
    form: { intent: 'delete' },
  },
  'communes/:code/teams/:teamId/slips': {
    get: '302  403 200/403 403 200/403 200/403 200',
    post: '401  403 ok/403 403 ok/403 ok/403 ok',
    params: atTeam,
  },
  'communes/:code/results/:campaignId': { get: '302  403 200/403 403 403 403 403', params: inClosed },
  'communes/:code/results/:campaignId/:personId': {
    get: '302  403 200/403 403 403 403 403',
    params: inClosed,
  },
  people: { get: '302  403 403 403 200 200 200', post: '401  403 403 403 ok ok ok', form: { text: 'Nông' } },
  'people/new': { get: '302  403 403 403 200 200 200', post: '401  403 403 403 ok ok ok', form: aPerson },
  'people/imports': { get: '302  403 403 403 200 200 200', post: '401  403 403 403 ok ok ok' },
  'people/imports/template.xlsx': { get: '302  403 403 403 200 200 200' },
  'people/imports/:id': {
    get: '302  403 403 403 200/403 200/403 200',
    post: '401  403 403 403 ok/403 ok/403 ok',
    params: ofImport,
    form: { intent: 'discard' },
  },
  'people/imports/:id/errors.xlsx': { get: '302  403 403 403 404/403 404/403 404', params: ofImport },
  'people/:personId': {
    get: '302  403 200/403 403 200/403 200/403 200',
    post: '401  403 403 403 ok/403 ok/403 ok',
    params: ofPerson,
    form: aPerson,
  },
  'people/:personId/erase': {
    get: '302  403 403 403 200/403 200/403 200',
    post: '401  403 403 403 ok/403 ok/403 ok',
    params: ofPerson,
  },
  'people/:personId/slip': {
    get: '302  403 200/403 403 200/403 200/403 200',
    post: '401  403 ok/403 403 ok/403 ok/403 ok',
    params: ofPerson,
    form: { confirmed: 'yes' },
  },
  positions: { get: '302  403 403 403 200 200 200', post: '401  403 403 403 ok ok ok' },
  'positions/new': {
    get: '302  403 403 403 200 200 200',
    post: '401  403 403 403 ok ok ok',
    form: aPosition,
  },
  'positions/:code': {
    get: '302  403 403 403 200 200 200',
    post: '401  403 403 403 ok ok ok',
    params: position,
    form: aPosition,
  },
  systems: {
    get: '302  403 403 403 200 200 200',
    post: '401  403 403 403 ok ok ok',
    form: { 'added.vi': 'Phần mềm thử', 'added.en': 'Trial software' },
  },
  profiles: { get: '302  403 403 403 200 403 403' },
  'profiles/:code': {
    get: '302  403 403 403 200 403 403',
    post: '401  403 403 403 ok 403 403',
    params: position,
    form: { intent: 'reset' },
  },

  ...campaignRows,

  learning: { get: '302  403 200 403 200 403 403' },
  certificates: {
    get: '302  403 403 403 200 200 200',
    post: '401  403 403 403 ok ok ok',
    form: { search: 'Nông Thị Thử' },
  },
  'certificates/:number': {
    get: '302  403 403 403 200/403 200/403 200',
    post: '401  403 403 403 ok/403 ok/403 ok',
    params: ofCertificate,
    form: { reason: 'Cấp nhầm người' },
  },

  items: { get: '302  403 403 200 200 403 403' },
  'items/:code': {
    get: '302  403 403 200 200 403 403',
    post: '401  403 403 ok 403 403 403',
    params: () => ({ code: '4.1-1a' }),
  },
  forms: { get: '302  403 403 200 200 403 403', post: '401  403 403 ok 403 403 403' },
  'forms/:code': {
    get: '302  403 403 200 200 403 403',
    post: '401  403 403 ok 403 403 403',
    params: () => ({ code: 'commune-staff' }),
  },
  framework: { get: '302  403 403 200 200 403 403' },
  standards: { get: '302  403 403 200 200 403 403' },
  'standards/edit': {
    get: '302  403 403 200 403 403 403',
    post: '401  403 403 ok 403 403 403',
    form: { reason: 'Thử' },
  },
  'standards/:id': { get: '302  403 403 200 200 403 403', params: () => ({ id: '1' }) },
  analysis: { get: '302  403 403 200 200 403 403' },
  'analysis/:campaignId': { get: '302  403 403 200/403 200/403 403 403', params: inClosed },
  // Nobody here answered an item.
  'analysis/:campaignId/items/:item': {
    get: '302  403 403 404/403 404/403 403 403',
    params: (at) => ({ ...inClosed(at), item: '4.1-1a' }),
  },
  'analysis/:campaignId/choices': { get: '302  403 403 200/403 403 403 403', params: inClosed },
  'analysis/:campaignId/choices/:number': {
    get: '302  403 403 404/403 403 403 403',
    params: (at) => ({ ...inClosed(at), number: '1' }),
  },
  calibrations: {
    get: '302  403 403 200 200 403 403',
    post: '401  403 403 ok 403 403 403',
    form: { intent: 'start' },
  },
  // There is no calibration here.
  'calibrations/:id': {
    get: '302  403 403 404 404 403 403',
    post: '401  403 403 ok 403 403 403',
    params: () => ({ id: '1' }),
    form: { intent: 'reject', reason: 'Thử' },
  },
  measure: {
    get: '302  403 403 200 200 403 403',
    post: '401  403 403 ok ok 403 403',
    form: { kind: 'responses' },
  },
  'measure/:jobId': { get: '302  403 403 200/404 404 403 403', params: (at) => ({ jobId: at.measureJob }) },
  'measure/:jobId/:file': {
    get: '302  403 403 200/404 404 403 403',
    params: (at) => ({ jobId: at.measureJob, file: 'result.json' }),
  },

  accounts: {
    get: '302  403 403 403 403 200 200',
    post: '401  403 403 403 403 ok ok',
    form: { search: 'Nông' },
  },
  'accounts/new': {
    get: '302  403 403 403 403 200 200',
    post: '401  403 403 403 403 ok ok',
    form: { displayName: 'Người Thử', loginName: 'nguoi.thu', role: 'planner', province: '04' },
  },
  'accounts/:id': {
    get: '302  403 403 403 403 200/403 200',
    post: '401  403 403 403 403 ok/403 ok',
    params: ofAccount,
    form: { intent: 'disable' },
  },

  '*': { get: '404  404 404 404 404 404 404', params: () => ({}) },
}
