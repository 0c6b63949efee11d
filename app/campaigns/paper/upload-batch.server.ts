import { randomUUID } from 'node:crypto'
import type { Message } from '~/formats/message'
import { fileMessages } from '~/people/roster/messages'
import type { TableProblem } from '~/formats/table'
import { now } from '~/platform/clock/now.server'
import { inTransaction, reader } from '~/platform/db/db.server'
import { audit } from '~/platform/log/audit.server'
import type { Actor } from '~/platform/policy/actor'
import { paperCampaign, requireTaking } from './paper-campaign.server'
import { paperContext } from './paper-context.server'
import { readUpload, uploadLimitMb } from './read-upload.server'

/** A text and the namespace that it stands in. */
type Told = Message & { of: 'roster' | 'paper' }
/** Why a file gives no preview. */
export type UploadFault = { message: Told; mend: Told }
export type UploadAnswer = { id: string; fault?: never } | { fault: UploadFault; id?: never }

/** Reads a workbook of answers and keeps what was read for a look; nothing of it counts before it is confirmed. */
export async function uploadBatch(
  actor: Actor,
  campaignId: string,
  upload: { fileName: string; file: Uint8Array },
): Promise<UploadAnswer> {
  const campaign = paperCampaign(actor, reader, campaignId)
  requireTaking(campaign)
  const { file } = upload
  if (file.length === 0) return { fault: ofFile({ code: 'empty' }) }
  const limit = uploadLimitMb * 1024 * 1024
  if (file.length > limit) return { fault: ofFile({ code: 'too-big', limit }) }
  const read = await readUpload({ file, context: await paperContext(campaign) })
  if (!read.ok) return { fault: read.fault === 'file' ? ofFile(read.problem) : ofPaper(read.fault) }
  const id = randomUUID()
  const { rows, problems, counts } = read
  await inTransaction(async (tx) => {
    await tx.paperBatch.create({
      data: {
        id,
        campaignId,
        accountId: actor.accountId,
        fileName: plainName(upload.fileName),
        rows: JSON.stringify(rows),
        problems: JSON.stringify(problems),
        state: 'preview',
        summary: JSON.stringify(counts),
        createdAt: now(),
      },
    })
    await audit(tx, actor.accountId, 'paper.upload', id, { ...counts })
  })
  return { id }
}

function plainName(name: string): string {
  return (
    name
      .normalize('NFC')
      .replace(/^.*[/\\]/, '')
      .slice(0, 200) || 'phieu_giay.xlsx'
  )
}

function ofFile(problem: TableProblem): UploadFault {
  const { message, mend } = fileMessages(problem)
  const told = problem.code === 'too-big' || (problem.code === 'not-xlsx' && problem.found === 'encrypted')
  return {
    message: { of: 'roster', ...message },
    mend: told ? { of: 'roster', ...mend } : { of: 'paper', key: 'file.mend' },
  }
}

/** A fault of our own, its text and its mend. */
export function ofPaper(fault: 'none' | 'notOurs' | 'nothingFilled'): UploadFault {
  return {
    message: { of: 'paper', key: `file.${fault}` },
    mend: { of: 'paper', key: `file.${fault}.mend` },
  }
}
