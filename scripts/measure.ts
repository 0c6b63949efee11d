// npm run measure -- responses.csv [--model rasch|common-a|2pl|grm|gpcm] [--prior none|weak] [--group column]
// prints items, persons, fit, reliability and differential functioning as JSON (docs/measure.schema.json).
import { readFileSync } from 'node:fs'
import { parseArgs } from 'node:util'
import { measureTable } from '../app/assessment/calibration/measure-table'
import { mmlModels, type MmlModel } from '../app/assessment/calibration/mml'
import { parseResponses } from '../app/assessment/calibration/parse-responses'
import { mmlPriors, type MmlPrior } from '../app/assessment/calibration/penalty'
import { translateMessage } from '../app/platform/i18n/translate'

const usage = `npm run measure -- responses.csv [--model ${mmlModels.join('|')}] [--prior ${mmlPriors.join('|')}] [--group column]`

function fail(lines: string[]): never {
  console.error(lines.join('\n'))
  process.exit(1)
}

function readArguments() {
  try {
    return parseArgs({
      options: {
        model: { type: 'string', default: '2pl' },
        prior: { type: 'string', default: 'none' },
        group: { type: 'string' },
      },
      allowPositionals: true,
    })
  } catch (error) {
    return fail([error instanceof Error ? error.message : String(error), usage])
  }
}

function readBytes(file: string): Uint8Array {
  try {
    return readFileSync(file)
  } catch {
    return fail([`${file}: this file cannot be read.`, usage])
  }
}

const { values, positionals } = readArguments()
const [file, ...others] = positionals
if (file === undefined || others.length > 0) fail(['Name one file of responses.', usage])
if (!mmlModels.includes(values.model as MmlModel))
  fail([`--model ${values.model}: one of ${mmlModels.join(', ')}.`])
if (!mmlPriors.includes(values.prior as MmlPrior))
  fail([`--prior ${values.prior}: one of ${mmlPriors.join(', ')}.`])

const read = parseResponses(readBytes(file), { group: values.group })
if (!read.ok) {
  fail(
    read.problems.map((problem) => {
      const place = `line ${problem.line}${problem.column === null ? '' : `, column ${problem.column}`}`
      return `${file}: ${place}: ${translateMessage('en', 'measure', problem)}`
    }),
  )
}
const result = measureTable(read.table, {
  model: values.model as MmlModel,
  prior: values.prior as MmlPrior,
})
process.stdout.write(`${JSON.stringify(result, null, 2)}\n`)
