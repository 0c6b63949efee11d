import type { Competency } from '~/competency/framework'
import { fold } from '~/formats/fold'
import type { Audience, Module } from './module'

/** `mine`: for the work of the person who asks. */
export const catalogueViews = ['mine', 'all', 'competency'] as const
export type CatalogueView = (typeof catalogueViews)[number]

/** What the address of the catalogue asks for; a search goes through all modules. */
export type CatalogueQuery = { view: CatalogueView; competency: string; q: string }

/** `search` of the address, with the first view where it names none that there is. */
export function catalogueQuery(search: URLSearchParams, first: CatalogueView): CatalogueQuery {
  const q = (search.get('q') ?? '').replace(/\s+/g, ' ').trim().slice(0, 100)
  const asked = catalogueViews.find((view) => view === search.get('view')) ?? first
  const view = asked === 'mine' && first !== 'mine' ? first : asked
  return { view: q ? 'all' : view, competency: q ? '' : (search.get('competency') ?? ''), q }
}

type Listed = Pick<Module, 'code' | 'for' | 'title' | 'aim' | 'lessons' | 'competencies'>

/** Modules that hold every word of `q`, with or without marks, in either language. */
export function searchModules<M extends Listed>(
  modules: readonly M[],
  competencies: readonly Competency[],
  q: string,
): M[] {
  const words = fold(q).split(' ')
  return modules.filter((module) => {
    const text = searchText(module, competencies)
    return words.every((word) => text.includes(word))
  })
}

function searchText(module: Listed, competencies: readonly Competency[]): string {
  const taught = competencies.filter(({ code }) => teaches(module, code))
  const pairs = [
    module.title,
    module.aim,
    ...module.lessons.map(({ title }) => title),
    ...taught.flatMap(({ name, short }) => [name, short]),
  ]
  return fold(pairs.flatMap(({ vi, en }) => [vi, en]).join(' '))
}

const teaches = ({ competencies }: Listed, wanted: string) => competencies.some(({ code }) => code === wanted)

/** The competencies that some module teaches, in the order of the framework, each with its modules. */
export function byCompetency<M extends Listed>(
  modules: readonly M[],
  competencies: readonly Competency[],
): { competency: Competency; modules: M[] }[] {
  return competencies.flatMap((competency) => {
    const own = modules.filter((module) => teaches(module, competency.code))
    return own.length > 0 ? [{ competency, modules: own }] : []
  })
}

/** Modules for `audience` first, the rest as they stood. */
export function audienceFirst<M extends Listed>(modules: readonly M[], audience: Audience | null): M[] {
  if (!audience) return [...modules]
  const own = (module: M) => module.for.includes(audience)
  return [...modules.filter(own), ...modules.filter((module) => !own(module))]
}
