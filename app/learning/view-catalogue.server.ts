import { allCompetencies, type Competency } from '~/competency/framework'
import { latestFramework } from '~/competency/frameworks.server'
import { profileFramework } from '~/competency/target-profile'
import type { Locale } from '~/platform/i18n/locale'
import { can } from '~/platform/policy/policy'
import { audienceFirst, byCompetency, catalogueQuery, searchModules, type CatalogueQuery } from './catalogue'
import type { Learner } from './learner.server'
import {
  listModules,
  ownModules,
  ownParts,
  readableModules,
  type ListedModule,
  type OwnPart,
} from './listed-modules.server'
import type { ModuleVersion } from './module'
import { needsOf, type Basis } from './recommend.server'

export type CatalogueGroup = { key: string; modules: ListedModule[] } & (
  { kind: 'own'; part: OwnPart } | { kind: 'competency'; name: string } | { kind: 'plain' }
)

export type Catalogue = {
  query: CatalogueQuery
  /** A person has a work of one's own here; an account without a person reads all; a visitor reads what is open. */
  who: 'person' | 'account' | 'visitor'
  /** This machine remembers something that was learned without an account. */
  remembered: boolean
  /** On what the person's own list rests; null in the other views. */
  basis: Basis | null
  groups: CatalogueGroup[]
  /** Whether the reader may do practice tasks. */
  practice: boolean
}

/** The modules that somebody may read, as the address asks for them. */
export function viewCatalogue(learner: Learner, search: URLSearchParams, locale: Locale): Catalogue {
  const query = catalogueQuery(search, learner.kind === 'person' ? 'mine' : 'all')
  const { actor } = learner
  const practice = actor !== null && can(actor, 'practice.own')
  if (learner.kind === 'person' && query.view === 'mine') {
    const own = ownModules(learner, locale)
    const groups = ownParts.map((part) => ({ kind: 'own' as const, key: part, part, modules: own[part] }))
    return {
      query,
      who: 'person',
      remembered: false,
      practice,
      basis: own.basis,
      groups: groups.filter(({ modules }) => modules.length > 0),
    }
  }
  const who = learner.kind === 'person' ? 'person' : learner.actor ? 'account' : 'visitor'
  const competencies = allCompetencies(latestFramework(profileFramework).framework)
  const modules = audienceFirst(readableModules(learner), audienceOf(learner))
  const found = query.q ? searchModules(modules, competencies, query.q) : modules
  const list = listModules(learner, found, locale)
  const groups =
    query.view === 'competency'
      ? competencyGroups(found, list, competencies, query.competency, locale)
      : list.length > 0
        ? [{ kind: 'plain' as const, key: 'all', modules: list }]
        : []
  const remembered = learner.kind === 'visitor' && Object.keys(learner.record).length > 0
  return { query, who, remembered, basis: null, groups, practice }
}

function audienceOf(learner: Learner) {
  if (learner.kind === 'person') return needsOf(learner.personId).audience
  return learner.actor ? null : 'citizen'
}

function competencyGroups(
  modules: ModuleVersion[],
  list: ListedModule[],
  competencies: Competency[],
  wanted: string,
  locale: Locale,
): CatalogueGroup[] {
  const groups = byCompetency(modules, competencies)
  const asked = groups.filter(({ competency }) => competency.code === wanted)
  return (asked.length > 0 ? asked : groups).map(({ competency, modules: teaching }) => ({
    kind: 'competency',
    key: competency.code,
    name: competency.name[locale],
    modules: list.filter(({ card }) => teaching.some(({ code }) => code === card.code)),
  }))
}
