import type { DraftFault, DraftKind } from '../drafts/draft-kind'
import { draftModuleSchema, textsOfModule, type DraftModule } from './draft-module'
import { moduleFrom, moduleLists, moduleTree, shownBy } from './module-tree'

/** Modules in the studio. */
export const moduleDrafts: DraftKind<DraftModule> = {
  schema: draftModuleSchema,
  summaryOf: ({ code, title, competencies: [first] }) => ({
    code,
    title: title.vi.trim() || title.en.trim(),
    competency: first?.code ?? null,
    level: first?.level ?? null,
  }),
  textsOf: textsOfModule,
  faultsOf: lacking,
  treeOf: moduleTree,
  read: moduleFrom,
  lists: moduleLists,
  shown: shownBy,
  copied: (data) => ({ ...data, moved: {} }),
}

/** What a module lacks, whatever its texts say; what is wrong with those is found when it is checked with its questions. */
function lacking(data: DraftModule): DraftFault[] {
  const faults = textsOfModule(data).flatMap(({ path, text }): DraftFault[] => {
    const [vi, en] = [text.vi.trim() === '', text.en.trim() === '']
    if (!vi && !en) return []
    return [{ key: vi && en ? 'fault.empty' : vi ? 'fault.emptyVi' : 'fault.emptyEn', path }]
  })
  if (data.code !== '' && !/^[a-z0-9]+(-[a-z0-9]+)*$/.test(data.code))
    faults.push({ key: 'fault.moduleCode', path: 'code' })
  if (data.for.length === 0) faults.push({ key: 'fault.audience', path: 'for' })
  if (data.competencies.length === 0 || data.competencies.some(({ level }) => level === null))
    faults.push({ key: 'fault.competencies', path: 'competencies' })
  if (data.lessons.length === 0) faults.push({ key: 'fault.noLesson', path: 'lessons' })
  if (data.quiz.items.length === 0) faults.push({ key: 'fault.noQuestion', path: 'quiz.items' })
  return faults
}
