import path from 'node:path'
import { readContent } from '~/assessment/content-files'
import { folderMissing, readContentFiles } from '~/assessment/read-content.server'
import { allCompetencies, type Framework } from '~/competency/framework'
import { profileFramework } from '~/competency/target-profile'
import { inFileOrder, type Problem } from '~/formats/problem'
import type { Locale } from '~/platform/i18n/locale'
import { getT, translateMessage } from '~/platform/i18n/translate'
import { encodePictures } from './encode-pictures.server'
import { readPackFiles } from './pack-files.server'
import { checkModules } from './pack/check-modules'
import type { Known } from './pack/pack-file'

export type ContentCheck = {
  problems: Problem[]
  counts: { modules: number; lessons: number; teaching: number; items: number; forms: number }
}

/** Whether content/ is whole, by its files alone: what `npm run content:check` says. Pictures are encoded to be weighed. */
export async function checkContent(folder: string): Promise<ContentCheck> {
  const { files, problems: unread } = await readContentFiles(folder)
  const { pack, problems } = readContent(files)
  const counts = { modules: 0, lessons: 0, teaching: 0, items: pack.items.length, forms: pack.forms.length }
  const framework = pack.frameworks.find(({ value }) => value.framework.code === profileFramework)
  // Without a framework every competency would be unknown, which says nothing about the modules.
  if (!framework) return { problems: [...unread, ...problems], counts }
  const modules = path.join(folder, 'modules')
  const read = await readPackFiles(modules)
  const { whole, folders, problems: wrong } = checkModules(read.files, knownFrom(framework.value.framework))
  if (folders.size === 0) wrong.push(folderMissing('modules'))
  const heavy: Problem[] = []
  for (const each of whole.values()) {
    heavy.push(...(await encodePictures(modules, each)).problems)
    counts.modules += 1
    counts.lessons += each.module.lessons.length
    counts.teaching += each.items.length
  }
  return { problems: [...unread, ...problems, ...inFileOrder([...wrong, ...heavy])], counts }
}

/** What `npm run content:check` prints: a line for each problem, then the sum. */
export function checkReport({ problems, counts }: ContentCheck, folder: string, locale: Locale): string {
  const t = getT(locale, 'content')
  const lines = problems.map((problem) => {
    const place = `${path.join(folder, problem.file)}:${problem.line}`
    return `${place}  ${translateMessage(locale, 'content', problem)}`
  })
  const sum = lines.length > 0 ? t('check.summary', { count: lines.length }) : t('check.whole', { ...counts })
  return [...lines, ...(lines.length > 0 ? [''] : []), sum].join('\n')
}

/** What a framework gives for modules to name. */
export function knownFrom(framework: Framework): Known {
  return {
    competencies: new Set(allCompetencies(framework).map(({ code }) => code)),
    levels: new Set(framework.levels.map(({ level }) => level)),
  }
}
