import { itemVersion } from '~/assessment/content.server'
import {
  measuringOf,
  parametersInForce,
  type Measuring,
  type MeasuringVersions,
} from '~/assessment/measuring.server'
import { latestFramework } from '~/competency/frameworks.server'
import { standardInForce } from '~/competency/standards.server'
import { profileFramework } from '~/competency/target-profile'
import { reader, type Reader, type Tx } from '~/platform/db/db.server'
import { parallelForms, type FormItem, type ParallelForms } from './forms'

/** The two forms of a class and what they measure by. Once somebody has begun they stay as they are. */
export type ClassQuiz = ParallelForms & MeasuringVersions

type From = { sql: Pick<Reader['sql'], 'get' | 'all'> }

// Kinds that are scored at once and need nothing but a page.
const askedKinds = ['single', 'multiple', 'truefalse', 'matching', 'ordering', 'numeric']

/** The quiz of a class as it is fixed, or as it would be now; null where the bank holds too little of its competencies. */
export function quizOf(from: From, classId: string): ClassQuiz | null {
  const row = from.sql.get<{ quiz: string | null; competencies: string }>(
    'SELECT quiz, competencies FROM TrainingClass WHERE id = ?',
    classId,
  )
  if (row?.quiz) return JSON.parse(row.quiz) as ClassQuiz
  return row ? assembled(from, JSON.parse(row.competencies) as string[]) : null
}

/** The quiz of a class, fixed from now on. */
export function fixQuiz(tx: Pick<Tx, 'sql'>, classId: string): ClassQuiz | null {
  const quiz = quizOf(tx, classId)
  if (quiz)
    tx.sql.run(
      'UPDATE TrainingClass SET quiz = ? WHERE id = ? AND quiz IS NULL',
      JSON.stringify(quiz),
      classId,
    )
  return quiz
}

export function scaleOf(quiz: ClassQuiz): Measuring {
  const { frameworkVersionId, standardId, parameterVersionId } = quiz
  return measuringOf({ frameworkVersionId, standardId, parameterVersionId })
}

function assembled(from: From, competencies: string[]): ClassQuiz | null {
  const versions = {
    frameworkVersionId: latestFramework(profileFramework).id,
    standardId: standardInForce(profileFramework).id,
    parameterVersionId: parametersInForce(),
  }
  const scale = measuringOf(versions)
  const rows = from.sql.all<{ id: string }>(
    `SELECT id, max(version) FROM ItemVersion WHERE purpose = 'measure' AND retired = 0
     AND competency IN (SELECT value FROM json_each(?)) GROUP BY code ORDER BY code`,
    JSON.stringify(competencies),
  )
  const items = rows.flatMap(({ id }) => formItem(scale, id))
  const forms = parallelForms(items, competencies)
  return forms.before.length > 0 ? { ...forms, ...versions } : null
}

function formItem(scale: Measuring, id: string): FormItem[] {
  const { competency, level, family, kind, pilot } = itemVersion(id)
  if (pilot || !askedKinds.includes(kind) || !scale.dimensionOf.has(competency)) return []
  const { b } = scale.parametersOf(id)
  const difficulty = Array.isArray(b) ? b.reduce((sum, each) => sum + each, 0) / b.length : b
  return [{ id, competency, level, family: family ?? null, difficulty }]
}

/** How many questions each form of a class has; 0 where it has no quiz. */
export function quizLength(classId: string): number {
  return quizOf(reader, classId)?.before.length ?? 0
}
