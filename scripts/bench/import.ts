/** Reads files of 5,000 questions of each format: seconds, memory for reading, memory in all. `npm run bench:import` */
import { execFileSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { draftItemSchema, type DraftItem } from '../../app/assessment/item'
import { writeWorkbook } from '../../app/formats/write-workbook.server'
import { writeAiken } from '../../app/interchange/questions/aiken-write'
import { writeGift } from '../../app/interchange/questions/gift-write'
import { writeMoodleXml } from '../../app/interchange/questions/moodle-write'
import { writePack } from '../../app/interchange/questions/pack/write-pack.server'
import { writeQtiPackage } from '../../app/interchange/questions/qti/qti-package.server'
import { readUpload } from '../../app/interchange/questions/read-upload.server'
import { sheetWords } from '../../app/interchange/questions/sheet-locale'
import { writeQuestionSheet } from '../../app/interchange/questions/sheet-write'

const count = Number(process.argv[2] ?? 5000)

const items = Array.from({ length: count }, (_, i): DraftItem => {
  const option = (id: string, n: number) => ({
    id,
    vi: `Phương án ${n} của câu ${i + 1}: nộp hồ sơ điện tử có ký số`,
    en: `Option ${n} of question ${i + 1}: hand in an electronic dossier, signed digitally`,
    ...(n === (i % 4) + 1 && { correct: true }),
    feedback: { vi: `Vì quy định ở điều ${n}.`, en: `Because article ${n} says so.` },
  })
  return draftItemSchema.parse({
    code: `bench-${i + 1}`,
    purpose: 'teach',
    competency: '7.3',
    level: (i % 4) + 1,
    kind: 'single',
    stem: {
      vi: `Câu ${i + 1}: khi tiếp nhận hồ sơ của công dân, cán bộ một cửa cần làm gì trước tiên?`,
      en: `Question ${i + 1}: what does the one-stop clerk do first with a citizen's dossier?`,
    },
    options: [option('a', 1), option('b', 2), option('c', 3), option('d', 4)],
    explanation: { vi: 'Theo quy chế một cửa.', en: 'By the rules of the one-stop shop.' },
  })
})

const encode = (text: string) => new TextEncoder().encode(text)
const files: [string, () => Promise<Uint8Array> | Uint8Array][] = [
  [
    'xlsx',
    async () => {
      const { columns, rows } = writeQuestionSheet(items, sheetWords('vi'))
      return new Uint8Array(await writeWorkbook([{ name: 'Câu hỏi', columns, rows }]))
    },
  ],
  ['aiken', () => encode(writeAiken(items, 'vi').content)],
  ['gift', () => encode(writeGift(items, 'vi').content)],
  ['moodle', () => encode(writeMoodleXml(items, 'vi', new Map()).content)],
  ['qti', () => new Uint8Array(writeQtiPackage(items, 'vi', '2.1', new Map()).content)],
  ['pack', () => new Uint8Array(writePack(items, () => null).content)],
]

/** In a process of its own, so that the high-water mark of its memory is that of reading. */
async function measure(path: string): Promise<void> {
  const bytes = new Uint8Array(readFileSync(path))
  globalThis.gc?.()
  const before = process.memoryUsage().rss
  const start = performance.now()
  const { found } = await readUpload(bytes, 'vi')
  const seconds = (performance.now() - start) / 1000
  const peak = process.resourceUsage().maxRSS * 1024
  const taken = found.questions.filter(({ item }) => item !== null).length
  const cells = [taken, (bytes.length / 1e6).toFixed(1), seconds.toFixed(2)]
  const memory = [Math.round((peak - before) / 1e6), Math.round(peak / 1e6)]
  console.log([...cells, ...memory].map((cell) => String(cell).padStart(11)).join(''))
  if (found.problem) console.error(found.problem)
}

if (process.argv[3]) await measure(process.argv[3])
else {
  const heads = ['questions', 'file MB', 'seconds', 'reading MB', 'process MB']
  console.log('format  ' + heads.map((head) => head.padStart(11)).join(''))
  const folder = mkdtempSync(path.join(tmpdir(), 'bench-import-'))
  for (const [format, make] of files) {
    const file = path.join(folder, format)
    writeFileSync(file, await make())
    process.stdout.write(format.padEnd(8))
    execFileSync(process.execPath, [...process.execArgv, process.argv[1]!, '0', file], { stdio: 'inherit' })
  }
  rmSync(folder, { recursive: true })
}
