import { fileKind } from '~/formats/file-kind'
import {
  fileProblem,
  namedTable,
  readNamedCsv,
  refuseTable,
  type CellProblem,
  type NamedTable,
  type Read,
} from '~/formats/number-table'
import { readWorkbook } from '~/formats/workbook.server'
import { inTransaction } from '~/platform/db/db.server'
import { queueJob } from '~/platform/jobs/jobs.server'
import type { Actor } from '~/platform/policy/actor'
import { authorise } from '~/platform/policy/require.server'
import type { MeasureChoices } from './measure-choices'
import { measureTask, uploadLimits } from './measure-run'
import { measureJob } from './run-measure.server'

type Upload = { fileName: string; file: Uint8Array }
export type StartedMeasure = { id: string } | { problems: CellProblem[] } | { busy: string }

/** Reads a table and has it worked on; what is wrong with it is told at once. One table a person at a time. */
export async function startMeasure(
  actor: Actor,
  choices: MeasureChoices,
  { fileName, file }: Upload,
): Promise<StartedMeasure> {
  authorise(actor, 'measure.use')
  const named = await readNamed(file)
  const read = named.ok ? measureTask(named.table, choices) : named
  if (!read.ok) return { problems: read.problems }
  const createdBy = actor.accountId
  const name = fileName
    .normalize('NFC')
    .replace(/^.*[/\\]/, '')
    .slice(0, 200)
  return inTransaction(async (tx): Promise<StartedMeasure> => {
    const under = tx.sql.get<{ id: string }>(
      "SELECT id FROM Job WHERE kind = ? AND createdBy = ? AND state IN ('queued', 'running')",
      measureJob,
      createdBy,
    )
    if (under) return { busy: under.id }
    return {
      id: queueJob(tx, { kind: measureJob, subject: `${createdBy}:${name}`, input: read.table, createdBy }),
    }
  })
}

/** The first sheet that is not hidden, or a CSV; told by what the file is and not by its name. */
async function readNamed(file: Uint8Array): Promise<Read<NamedTable>> {
  const kind = fileKind(Buffer.from(file))
  if (kind === 'text' || kind === 'unknown') return readNamedCsv(file, uploadLimits)
  const read = await readWorkbook(Buffer.from(file), uploadLimits)
  if (!read.ok) return refuseTable([fileProblem(read.problem)])
  const sheet = read.sheets.find(({ hidden }) => !hidden) ?? read.sheets[0]!
  return namedTable(sheet.rows)
}
