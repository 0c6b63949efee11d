// Items, persons, fit, reliability and differential functioning of a response matrix as JSON (docs/measure.schema.json).
import { parseArgs } from 'node:util'
import { measureTable } from '../app/assessment/calibration/measure-table'
import { mmlModels, type MmlModel } from '../app/assessment/calibration/mml'
import { parseResponses } from '../app/assessment/calibration/parse-responses'
import { mmlPriors, type MmlPrior } from '../app/assessment/calibration/penalty'
import { translateMessage } from '../app/platform/i18n/translate'
import { fail, readBytes, writeJson } from './table-script'

const usage = `npm run --silent measure -- responses.csv [--model ${mmlModels.join('|')}] [--prior ${mmlPriors.join('|')}] [--group column] [--out result.json]`

const help = `${usage}

Measures a response matrix from outside and prints JSON, as docs/measure.schema.json describes it.

responses.csv   First line: names of the items. Each further line is a person. Separated by commas, semicolons, tabs or
                spaces; UTF-8 or UTF-16. Answers are whole numbers from 0 to 50 (1 right, 0 wrong, or scores); empty, NA
                or NaN is a missing answer. No column of identities or line numbers.
                Items whose answers are not 0, 1, 2, … are recoded in their order: values and the note "recoded" say how.
--model         2pl (default), rasch (a = 1), common-a (one free a), grm, gpcm. theta ~ N(0, 1), logit P = a(theta - b).
                Items with more than two categories follow gpcm, or grm under --model grm.
--prior         none (default): the data alone. weak: log a ~ N(0, 0.5²), b ~ N(0, 2²).
--group         A column of group names (not an item) to be compared for differential functioning.
--out           Writes the JSON to this file. Without it the JSON goes to standard output; npm run prints two lines of
                its own before it unless it is called with --silent.

What is wrong with the file is told on standard error by line and column, and the command ends with 1.`

function readArguments() {
  try {
    return parseArgs({
      options: {
        model: { type: 'string', default: '2pl' },
        prior: { type: 'string', default: 'none' },
        group: { type: 'string' },
        out: { type: 'string' },
        help: { type: 'boolean', short: 'h', default: false },
      },
      allowPositionals: true,
    })
  } catch (error) {
    return fail([error instanceof Error ? error.message : String(error), usage])
  }
}

const { values, positionals } = readArguments()
if (values.help) {
  console.log(help)
  process.exit(0)
}
const [file, ...others] = positionals
if (file === undefined || others.length > 0) fail(['Name one file of responses.', usage])
if (!mmlModels.includes(values.model as MmlModel))
  fail([`--model ${values.model}: one of ${mmlModels.join(', ')}.`])
if (!mmlPriors.includes(values.prior as MmlPrior))
  fail([`--prior ${values.prior}: one of ${mmlPriors.join(', ')}.`])

const read = parseResponses(readBytes(file, usage), { group: values.group })
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
writeJson(result, values.out)
