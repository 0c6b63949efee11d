import { createHash, randomUUID } from 'node:crypto'
import type { Message } from '~/formats/message'
import { now } from '~/platform/clock/now.server'
import { inTransaction } from '~/platform/db/db.server'
import { audit } from '~/platform/log/audit.server'
import type { Actor } from '~/platform/policy/actor'
import { authorise } from '~/platform/policy/require.server'
import { workProvince } from '../places/work-province.server'
import { firstOptions } from './import-row.server'
import { fileMessages } from './messages'
import { startReading } from './reading.server'
import { uploadLimitMb } from './read-tables.server'

export type StartAnswer =
  { id: string; fault?: never } | { fault: { message: Message; mend: Message }; id?: never }

/**
 * Takes a roster in and begins to read it. Nothing of it counts before it is confirmed. The same file sent
 * twice while it is being looked at is the same import.
 */
export async function startImport(
  actor: Actor,
  upload: { fileName: string; file: Uint8Array },
): Promise<StartAnswer> {
  const provinceCode = workProvince(actor, 'roster.import')
  authorise(actor, 'roster.import', { provinceCode })
  const { file } = upload
  const fileName =
    upload.fileName
      .normalize('NFC')
      .replace(/^.*[/\\]/, '')
      .slice(0, 200) || 'danh_sach'
  if (file.length === 0) return { fault: fileMessages({ code: 'empty' }) }
  if (file.length > uploadLimitMb * 1024 * 1024)
    return { fault: fileMessages({ code: 'too-big', limit: uploadLimitMb * 1024 * 1024 }) }
  const fileHash = createHash('sha256').update(file).digest('hex')
  const { accountId } = actor
  const id = await inTransaction(async (tx) => {
    const underWay = { provinceCode, accountId, fileHash, state: { in: ['reading', 'preview'] } } as const
    const same = await tx.rosterImport.findFirst({
      where: { ...underWay, state: { in: [...underWay.state.in] } },
      select: { id: true },
    })
    if (same) return same.id
    const made = randomUUID()
    await tx.rosterImport.create({
      data: {
        id: made,
        provinceCode,
        accountId,
        fileName,
        fileHash,
        file: Buffer.from(file),
        options: JSON.stringify(firstOptions),
        state: 'reading',
        createdAt: now(),
      },
    })
    await audit(tx, accountId, 'roster.upload', made)
    return made
  })
  startReading(id)
  return { id }
}
