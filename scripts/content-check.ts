// npm run content:check [folder] [--lang=vi|en]: says whether content/ is whole, and how to mend what is not.
import path from 'node:path'
import { parseArgs } from 'node:util'
import { checkContent, checkReport } from '../app/learning/check-content.server'
import { parseLocale } from '../app/platform/i18n/locale'

const { values, positionals } = parseArgs({
  options: { lang: { type: 'string', default: 'vi' } },
  allowPositionals: true,
})
const folder = positionals[0] ?? 'content'
const checked = await checkContent(path.resolve(folder))
console.log(checkReport(checked, folder, parseLocale(values.lang)))
process.exitCode = checked.problems.length > 0 ? 1 : 0
