import { keyFaults, sizeFaults, stemFaults, type BankItem } from '~/assessment/item-writing/bank-rules'
import { writingFaults } from '~/assessment/item-writing/item-rules'
import type { ContentPack } from '~/assessment/content-files'
import { allCompetencies, type Targets } from '~/competency/framework'
import { inFileOrder, type Problem } from '~/formats/problem'
import type { PackModule } from './pack/check-module'

/** How the items of content/ are written: each by itself, where the keys stand, and that none stands twice. */
export function bankProblems(pack: ContentPack, modules: ReadonlyMap<string, PackModule>): Problem[] {
  const measuring: BankItem[] = pack.items.map(({ value, file, line }) => ({ item: value, file, line }))
  const teaching = [...modules].flatMap(([folder, { items, lines }]) =>
    items.map((item): BankItem => ({
      item,
      file: `modules/${folder}/items.yaml`,
      line: lines[item.code] ?? 1,
    })),
  )
  const all = [...measuring, ...teaching]
  return inFileOrder([
    ...all.flatMap(({ item, file, line }) => writingFaults(item).map((fault) => ({ ...fault, file, line }))),
    ...keyFaults(all),
    ...stemFaults(all),
  ])
}

type Profile = { position: string; targets: Targets }

/** Where there is less content than it takes to measure and to teach. */
export function sizeProblems(
  pack: ContentPack,
  modules: ReadonlyMap<string, PackModule>,
  profiles: readonly Profile[],
): Problem[] {
  const items = pack.items.map(({ value }) => value)
  const faults = sizeFaults({
    items,
    ...needsOf(profiles),
    competencies: pack.frameworks.flatMap(({ value }) =>
      allCompetencies(value.framework).map(({ code }) => code),
    ),
    practice: pack.practice.filter(({ value }) => value.purpose === 'teach').length,
    modules: modules.size,
  })
  return faults.map((fault) => ({ ...fault, file: 'items', line: 1 }))
}

/** The levels that profiles use of each competency, and how many positions need it. */
export function needsOf(profiles: readonly Profile[]): {
  levels: Map<string, Set<number>>
  positions: Map<string, number>
} {
  const levels = new Map<string, Set<number>>()
  const positions = new Map<string, number>()
  for (const { targets } of profiles)
    for (const [code, level] of Object.entries(targets)) {
      levels.set(code, (levels.get(code) ?? new Set()).add(level))
      positions.set(code, (positions.get(code) ?? 0) + 1)
    }
  return { levels, positions }
}
