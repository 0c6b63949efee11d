// npm run content:check [folder] [--lang=vi|en] [--coverage]: says whether content/ is whole, and how to mend what is not;
// with --coverage what it covers, as docs/content-coverage.md has it. What ships is asked for its full size too.
import path from 'node:path'
import { parseArgs } from 'node:util'
import { checkContent, checkReport } from '../app/learning/check-content.server'
import { coverageTable } from '../app/learning/content-counts'
import { parseLocale } from '../app/platform/i18n/locale'

const { values, positionals } = parseArgs({
  options: { lang: { type: 'string', default: 'vi' }, coverage: { type: 'boolean', default: false } },
  allowPositionals: true,
})
const folder = positionals[0] ?? 'content'
const checked = await checkContent(path.resolve(folder), { edition: positionals.length === 0 })
console.log(
  values.coverage ? coverageTable(checked.counts) : checkReport(checked, folder, parseLocale(values.lang)),
)
process.exitCode = checked.problems.length > 0 ? 1 : 0
