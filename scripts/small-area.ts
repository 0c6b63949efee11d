// npm run small-area -- areas.csv [--factor column]…: fits the area-level model of docs/measurement.md and prints JSON.
import { readFileSync } from 'node:fs'
import { parseArgs } from 'node:util'
import { areaReport } from '../app/gaps/area/area-report'
import { parseAreas } from '../app/gaps/area/parse-areas'
import { translateMessage } from '../app/platform/i18n/translate'

const usage = 'npm run small-area -- areas.csv [--factor column]…'

function stop(lines: string[]): never {
  for (const line of lines) console.error(line)
  process.exit(1)
}

function asked() {
  try {
    return parseArgs({ options: { factor: { type: 'string', multiple: true } }, allowPositionals: true })
  } catch (error) {
    return stop([error instanceof Error ? error.message : String(error), usage])
  }
}

function bytesOf(file: string): Uint8Array {
  try {
    return readFileSync(file)
  } catch {
    return stop([`The file ${file} cannot be read.`])
  }
}

const { values, positionals } = asked()
const file = positionals[0]
if (!file || positionals.length > 1) stop([usage])
const read = parseAreas(bytesOf(file), { factors: values.factor })
if (!read.ok)
  stop(
    read.problems.map(({ line, column, ...message }) => {
      const place = column === null ? `line ${line}` : `line ${line}, column ${column}`
      return `${file}, ${place}: ${translateMessage('en', 'measure', message)}`
    }),
  )
process.stdout.write(`${JSON.stringify(areaReport(read.table), null, 2)}\n`)
