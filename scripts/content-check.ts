// npm run content:check [folder] [--lang=vi|en]: says whether content/ is whole, and how to mend what is not.
import path from 'node:path'
import { parseArgs } from 'node:util'
import { checkContent } from '../app/learning/check-content.server'
import { parseLocale } from '../app/platform/i18n/locale'
import { getT, translateMessage } from '../app/platform/i18n/translate'

const { values, positionals } = parseArgs({
  options: { lang: { type: 'string', default: 'vi' } },
  allowPositionals: true,
})
const folder = positionals[0] ?? 'content'
const locale = parseLocale(values.lang)
const t = getT(locale, 'content')

const { problems, counts } = await checkContent(path.resolve(folder))
for (const problem of problems) {
  const place = `${path.join(folder, problem.file)}:${problem.line}`
  console.log(`${place}  ${translateMessage(locale, 'content', problem)}`)
}
if (problems.length > 0) console.log('')
console.log(
  problems.length > 0 ? t('check.summary', { count: problems.length }) : t('check.whole', { ...counts }),
)
process.exitCode = problems.length > 0 ? 1 : 0
