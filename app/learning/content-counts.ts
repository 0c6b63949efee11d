import type { ContentPack } from '~/assessment/content-files'
import type { Item } from '~/assessment/item'
import { allCompetencies } from '~/competency/framework'
import { locales } from '~/platform/i18n/locale'
import type { PackModule } from './pack/check-module'

export type ContentCounts = {
  modules: number
  lessons: number
  teaching: number
  items: number
  forms: number
  practice: number
  families: number
  /** Items that measure, by what they are. */
  kinds: [string, number][]
  cognitive: [string, number][]
  levels: [string, number][]
  /** Texts of items in each language; an item has both or is refused. */
  languages: [string, number][]
  matrix: CoverageRow[]
}

/** One competency: its measuring items by level, its teaching items, modules and practice tasks. */
export type CoverageRow = {
  competency: string
  vi: string
  en: string
  levels: Record<string, number>
  measuring: number
  teaching: number
  modules: string[]
  practice: string[]
}

export function countContent(pack: ContentPack, modules: ReadonlyMap<string, PackModule>): ContentCounts {
  const items = pack.items.map(({ value }) => value)
  const whole = [...modules.values()]
  const teaching = whole.flatMap((each) => each.items)
  const practice = pack.practice.map(({ value }) => value)
  return {
    modules: whole.length,
    lessons: whole.reduce((sum, { module }) => sum + module.lessons.length, 0),
    teaching: teaching.length,
    items: items.length,
    forms: pack.forms.length,
    practice: practice.length,
    families: new Set(items.flatMap(({ family }) => family ?? [])).size,
    kinds: tally(items, ({ kind }) => kind),
    cognitive: tally(items, (item) => item.cognitive ?? '–'),
    levels: tally(items, ({ level }) => String(level)),
    languages: locales.map((locale) => [locale, items.filter(({ stem }) => stem[locale]).length]),
    matrix: pack.frameworks.flatMap(({ value }) =>
      allCompetencies(value.framework).map(({ code, name }): CoverageRow => {
        const own = items.filter(({ competency }) => competency === code)
        return {
          competency: code,
          ...name,
          levels: Object.fromEntries(tally(own, ({ level }) => String(level))),
          measuring: own.length,
          teaching: teaching.filter(({ competency }) => competency === code).length,
          modules: whole.flatMap(({ module }) =>
            module.competencies.some((each) => each.code === code) ? [module.code] : [],
          ),
          practice: practice.flatMap(({ code: task, evidence }) =>
            evidence.some(({ competency }) => competency === code) ? [task] : [],
          ),
        }
      }),
    ),
  }
}

function tally(items: readonly Item[], of: (item: Item) => string): [string, number][] {
  const counts = new Map<string, number>()
  for (const item of items) counts.set(of(item), (counts.get(of(item)) ?? 0) + 1)
  return [...counts].sort(([a], [b]) => (a < b ? -1 : 1))
}

/** The coverage as docs/content-coverage.md has it. */
export function coverageTable({ matrix, ...counts }: ContentCounts): string {
  const levels = [...new Set(matrix.flatMap((row) => Object.keys(row.levels)))].sort()
  const line = (cells: readonly (string | number)[]) => `| ${cells.join(' | ')} |`
  const list = (pairs: [string, number][]) => pairs.map(([name, count]) => `${name} ${count}`).join(', ')
  const head = ['Competency', ...levels.map((level) => `Level ${level}`), 'Measuring']
  const rows = matrix.map((row) =>
    line([
      `${row.competency} ${row.vi} / ${row.en}`,
      ...levels.map((level) => row.levels[level] ?? 0),
      row.measuring,
      row.teaching,
      row.modules.join(', ') || '–',
      row.practice.join(', ') || '–',
    ]),
  )
  return [
    '# What content/ covers',
    '',
    'Made by `npm run content:coverage`; a test sees to it that it is up to date.',
    '',
    `- Items that measure: ${counts.items} (${list(counts.kinds)}; levels ${list(counts.levels)}; ${list(counts.cognitive)}); ${counts.families} clone families; texts ${list(counts.languages)}.`,
    `- Modules: ${counts.modules} with ${counts.lessons} lessons and ${counts.teaching} teaching items. Practice tasks: ${counts.practice}. Survey forms: ${counts.forms}.`,
    '',
    line([...head, 'Teaching', 'Modules', 'Practice tasks']),
    line([...head, '', '', ''].map(() => '---')),
    ...rows,
  ].join('\n')
}
