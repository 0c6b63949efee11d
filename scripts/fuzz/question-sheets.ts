import { readFileSync } from 'node:fs'
import { readCsv } from '../../app/formats/csv'
import { fileKind } from '../../app/formats/file-kind'
import { readWorkbook } from '../../app/formats/workbook.server'
import { writeWorkbook } from '../../app/formats/write-workbook.server'
import { writeZip } from '../../app/formats/zip.server'
import { decodeQuestions } from '../../app/interchange/questions/decode-text'
import type { FoundFile } from '../../app/interchange/questions/found'
import { readItemFile, readPack } from '../../app/interchange/questions/pack/read-pack.server'
import { readQuestionSheet } from '../../app/interchange/questions/sheet-read'

const fixture = (name: string) => readFileSync(`tests/fixtures/questions/${name}`)
const nothing: FoundFile = { questions: [], problem: null }

/** The fixture as a workbook. */
export async function sheetSeeds(): Promise<Uint8Array[]> {
  const read = readCsv(fixture('sheet/cau-hoi.csv'))
  const [head = [], ...rows] = read.ok ? read.sheets[0]!.rows : []
  const columns = head.map((header) => ({ header: String(header) }))
  return [new Uint8Array(await writeWorkbook([{ name: 'Câu hỏi', columns, rows }]))]
}

/** A workbook, or a table of text. */
export async function readSheet(bytes: Uint8Array): Promise<FoundFile> {
  const zipped = fileKind(bytes) === 'zip'
  const read = zipped ? await readWorkbook(Buffer.from(bytes)) : readCsv(bytes)
  return read.ok ? readQuestionSheet(read.sheets, 'vi') : nothing
}

export function packSeeds(): Promise<Uint8Array[]> {
  return Promise.resolve([new Uint8Array(writeZip([['items/7.3.yaml', fixture('pack/items.yaml')]]))])
}

/** A pack, or one file of it. */
export function readPackFile(bytes: Uint8Array): FoundFile {
  if (fileKind(bytes) === 'zip') return readPack(Buffer.from(bytes))
  const decoded = decodeQuestions(bytes)
  return decoded ? readItemFile(decoded.text) : nothing
}
