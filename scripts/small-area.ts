// The area-level model of docs/measurement.md fitted to a table of areas, as JSON (docs/small-area.schema.json).
import { parseArgs } from 'node:util'
import { areaReport } from '../app/gaps/area/area-report'
import { parseAreas } from '../app/gaps/area/parse-areas'
import { translateMessage } from '../app/platform/i18n/translate'
import { fail, readBytes, writeJson } from './table-script'

const usage = 'npm run --silent small-area -- areas.csv [--factor column]… [--out result.json]'

const help = `${usage}

Fits the area-level model of Fay and Herriot by restricted maximum likelihood and prints JSON, as
docs/small-area.schema.json describes it.

areas.csv   First line: names of the columns, among them area, estimate and variance (of the estimate: its standard error
            squared); every other column is a covariate. Separated by commas, semicolons, tabs or spaces; UTF-8 or UTF-16.
            An intercept is always there. An area without a sample has estimate and variance empty (or NA) and gets the
            value of the regression. A covariate of text becomes one coefficient for each name but the first in order.
--factor    A column of figures that are names of groups, such as a region's number; may be given several times.
--out       Writes the JSON to this file. Without it the JSON goes to standard output; npm run prints two lines of its
            own before it unless it is called with --silent.

What is wrong with the file is told on standard error by line and column, and the command ends with 1.`

function readArguments() {
  try {
    return parseArgs({
      options: {
        factor: { type: 'string', multiple: true },
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
if (file === undefined || others.length > 0) fail(['Name one file of areas.', usage])
const read = parseAreas(readBytes(file, usage), { factors: values.factor })
if (!read.ok)
  fail(
    read.problems.map(({ line, column, ...message }) => {
      const place = column === null ? `line ${line}` : `line ${line}, column ${column}`
      return `${file}: ${place}: ${translateMessage('en', 'measure', message)}`
    }),
  )
writeJson(areaReport(read.table), values.out)
