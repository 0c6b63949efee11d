import { frameworkVersion, latestFramework } from '~/competency/frameworks.server'
import type { SelfQuestion } from '~/competency/self-assessment'
import { reader } from '~/platform/db/db.server'
import { refuse } from '~/platform/http/errors'
import type { Actor } from '~/platform/policy/actor'
import { authorise } from '~/platform/policy/require.server'
import { formVersion } from '../content.server'
import type { SurveyForm, WorkSystem } from '../form'

/** The newest version of every form that is given to people now. */
export function listForms(actor: Actor): SurveyForm[] {
  authorise(actor, 'items.view')
  const rows = reader.sql.all<{ id: string }>(
    `SELECT id FROM FormVersion f WHERE NOT retired
     AND version = (SELECT max(version) FROM FormVersion WHERE code = f.code AND NOT retired) ORDER BY code`,
  )
  return rows.map(({ id }) => formVersion(id))
}

export type ViewedForm = { form: SurveyForm; self: SelfQuestion[]; systems: WorkSystem[] }

/** A form with all that it asks: its questions, its self-assessment, the systems that it names. */
export function viewForm(actor: Actor, code: string): ViewedForm {
  authorise(actor, 'items.view')
  const newest = reader.sql.get<{ id: string }>(
    'SELECT id FROM FormVersion WHERE code = ? ORDER BY version DESC LIMIT 1',
    code,
  )
  if (!newest) throw refuse('notFound')
  const form = formVersion(newest.id)
  const { id } = latestFramework(form.framework)
  const systems = reader.sql.all<WorkSystem>(
    'SELECT code, nameVi AS vi, nameEn AS en FROM WorkSystem WHERE active ORDER BY "order"',
  )
  return { form, self: frameworkVersion(id).self, systems }
}
