import { reader, type GroupTx } from '~/platform/db/db.server'
import { dbDate } from '~/platform/db/sqlite.server'
import { issueCertificate } from './certificates/issue.server'
import type { ModuleVersion } from './module'
import { moduleVersion } from './modules.server'
import { isFinished, wasFinished, type Progress } from './progress'

type Sql = Pick<typeof reader.sql, 'all'>

const begunSql = `SELECT DISTINCT moduleVersionId AS id FROM LearningRecord WHERE personId = ? AND moduleCode = ?
  UNION SELECT moduleVersionId FROM QuizAttempt WHERE personId = ? AND moduleCode = ?`

/**
 * The newest version that a person has finished without its being noted yet: `module`, or one that the person began
 * with earlier. Asks the database only where a quiz was passed and `module` is not finished.
 */
export function dueForPerson(
  personId: string,
  module: ModuleVersion,
  progress: Progress | null,
  sql: Sql = reader.sql,
): ModuleVersion | null {
  if (progress?.passedVersion == null || wasFinished(module, progress)) return null
  const begun = sql.all<{ id: string }>(begunSql, personId, module.code, personId, module.code)
  return newestDue([module, ...begun.map(({ id }) => moduleVersion(id))], progress)
}

/** The same for a visitor, whose cookie knows the version of the last attempt and the one passed. */
export function dueForVisitor(
  module: ModuleVersion,
  progress: Progress | null,
  attemptVersion: string | undefined,
): ModuleVersion | null {
  if (progress?.passedVersion == null || wasFinished(module, progress)) return null
  const begun = [attemptVersion, `${module.code}@${progress.passedVersion}`]
  return newestDue([module, ...begun.flatMap((id) => (id ? (storedVersion(id) ?? []) : []))], progress)
}

function newestDue(versions: ModuleVersion[], progress: Progress): ModuleVersion | null {
  const due = versions.filter((each) => !wasFinished(each, progress) && isFinished(each, progress))
  return due.sort((a, b) => b.version - a.version)[0] ?? null
}

/** Null where a cookie outlived its version, as when the data was put back to an earlier day. */
export function storedVersion(versionId: string): ModuleVersion | null {
  const known = reader.sql.get('SELECT 1 FROM ModuleVersion WHERE id = ?', versionId)
  return known ? moduleVersion(versionId) : null
}

const passedScoreSql = `SELECT MAX(score) AS score FROM QuizAttempt WHERE personId = ? AND moduleCode = ? AND passed = 1
  AND CAST(substr(moduleVersionId, instr(moduleVersionId, '@') + 1) AS INTEGER) >= ?`

/** Notes that a version is finished and certifies it, with the best score in its quiz. The day of the first time stays. */
export function finishModule(tx: GroupTx, personId: string, module: ModuleVersion, at: Date): void {
  tx.sql.run(
    `UPDATE Enrolment SET finishedAt = coalesce(finishedAt, ?), finishedVersionId = ?
     WHERE personId = ? AND moduleCode = ?`,
    dbDate(at),
    module.id,
    personId,
    module.code,
  )
  const passed = tx.sql.get<{ score: number | null }>(passedScoreSql, personId, module.code, module.version)
  issueCertificate(tx, { personId, module, score: passed?.score ?? 0, at })
}
