import path from 'node:path'
import { readContent } from '~/assessment/content-files'
import { folderMissing, readContentFiles } from '~/assessment/read-content.server'
import { allCompetencies, type Framework } from '~/competency/framework'
import { readProfiles } from '~/competency/load-profiles.server'
import { profileFramework } from '~/competency/target-profile'
import { inFileOrder, type Problem } from '~/formats/problem'
import { readFactsOf } from '~/people/places/local-facts.server'
import type { Locale } from '~/platform/i18n/locale'
import { getT, translateMessage } from '~/platform/i18n/translate'
import { bankProblems, sizeProblems } from './check-bank'
import { countContent, type ContentCounts } from './content-counts'
import { encodePictures } from './encode-pictures.server'
import { readPackFiles } from './pack-files.server'
import { checkModules } from './pack/check-modules'
import type { Known } from './pack/pack-file'

export type ContentCheck = {
  problems: Problem[]
  counts: ContentCounts
}

/**
 * Whether content/ is whole and well written, by its files alone: what `npm run content:check` says. Pictures are encoded
 * to be weighed. `edition` asks for as much as the edition that ships has.
 */
export async function checkContent(folder: string, { edition = false } = {}): Promise<ContentCheck> {
  const { files, problems: unread } = await readContentFiles(folder)
  const { pack, problems } = readContent(files, { play: true })
  const framework = pack.frameworks.find(({ value }) => value.framework.code === profileFramework)
  // Without a framework every competency would be unknown, which says nothing about the modules.
  if (!framework) return { problems: [...unread, ...problems], counts: countContent(pack, new Map()) }
  const modules = path.join(folder, 'modules')
  const local = readFactsOf(folder)
  const tasks = pack.practice.flatMap(({ value }) => (value.purpose === 'teach' ? [value.code] : []))
  const read = await readPackFiles(modules)
  const {
    whole,
    folders,
    problems: wrong,
  } = checkModules(
    read.files,
    knownFrom(framework.value.framework, tasks, new Set(local.facts.map(({ code }) => code))),
    { standard: true },
  )
  if (folders.size === 0) wrong.push(folderMissing('modules'))
  const heavy: Problem[] = []
  for (const each of whole.values()) heavy.push(...(await encodePictures(modules, each)).problems)
  const written = bankProblems(pack, whole)
  const few = edition ? sizeProblems(pack, whole, await readProfiles(folder)) : []
  return {
    problems: [
      ...unread,
      ...problems,
      ...local.problems,
      ...strayFacts(files),
      ...inFileOrder([...wrong, ...heavy]),
      ...written,
      ...few,
    ],
    counts: countContent(pack, whole),
  }
}

/** Local facts are filled in where lessons and guides are read; elsewhere their codes would be shown. */
function strayFacts(files: ReadonlyMap<string, string>): Problem[] {
  return [...files].flatMap(([file, text]) =>
    text.split('\n').flatMap((line, at) =>
      [...line.matchAll(/\[\[([a-z-]+)\]\]/g)].map(([, code]): Problem => ({
        file,
        line: at + 1,
        key: 'local.outside',
        values: { code: code! },
      })),
    ),
  )
}

/** What `npm run content:check` prints: a line for each problem, then the sum. */
export function checkReport({ problems, counts }: ContentCheck, folder: string, locale: Locale): string {
  const t = getT(locale, 'content')
  const lines = problems.map((problem) => {
    const place = `${path.join(folder, problem.file)}:${problem.line}`
    return `${place}  ${translateMessage(locale, 'content', problem)}`
  })
  const sum = lines.length > 0 ? t('check.summary', { count: lines.length }) : t('check.whole')
  return [...lines, ...(lines.length > 0 ? [''] : []), ...countLines(counts, locale), sum].join('\n')
}

/** What there is, by kind, level, language and competency. */
function countLines({ matrix, ...counts }: ContentCounts, locale: Locale): string[] {
  const t = getT(locale, 'content')
  const list = (pairs: [string, number][]) => pairs.map(([name, count]) => `${name} ${count}`).join(', ')
  return [
    t('count.modules', {
      modules: counts.modules,
      lessons: counts.lessons,
      teaching: counts.teaching,
      practice: counts.practice,
      forms: counts.forms,
    }),
    t('count.items', { count: counts.items, families: counts.families }),
    t('count.by', {
      kinds: list(counts.kinds),
      levels: list(counts.levels),
      cognitive: list(counts.cognitive),
      languages: list(counts.languages),
    }),
    ...matrix.map(
      ({ competency, levels, measuring, teaching }) =>
        `  ${t('count.competency', { competency, count: measuring, levels: list(Object.entries(levels)), teaching })}`,
    ),
    '',
  ]
}

/** What modules may name; `tasks` are the practice tasks that teach. */
export function knownFrom(framework: Framework, tasks: string[], locals: Set<string>): Known {
  return {
    practice: new Set(tasks),
    locals,
    competencies: new Set(allCompetencies(framework).map(({ code }) => code)),
    levels: new Set(framework.levels.map(({ level }) => level)),
  }
}
