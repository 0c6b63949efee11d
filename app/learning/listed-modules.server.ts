import { findCompetency } from '~/competency/framework'
import { latestFramework } from '~/competency/frameworks.server'
import { profileFramework } from '~/competency/target-profile'
import type { Locale } from '~/platform/i18n/locale'
import { can } from '~/platform/policy/policy'
import { cardOf, reasonView, type ModuleCard, type ReasonView } from './card'
import { audienceFirst } from './catalogue'
import { certificatesOf } from './certificates/list.server'
import type { Learner } from './learner.server'
import { isOpen, type ModuleVersion } from './module'
import { currentModules } from './modules.server'
import { allProgress } from './progress.server'
import { recommend, type Need } from './recommend'
import { needsOf, type LearnerNeeds } from './recommend.server'

export type ListedModule = { card: ModuleCard; reason: ReasonView | null }

/** The modules that somebody may read. */
export function readableModules({ actor }: Learner): ModuleVersion[] {
  const modules = currentModules()
  return can(actor, 'modules.read') ? modules : modules.filter(isOpen)
}

/** Modules as they stand in a list, with the reader's progress and certificates. */
export function listModules(learner: Learner, modules: ModuleVersion[], locale: Locale): ListedModule[] {
  const progress = allProgress(learner)
  const certificates = new Map(
    learner.kind === 'person'
      ? certificatesOf(learner.personId).map(({ moduleCode, number }) => [moduleCode, number])
      : [],
  )
  return modules.map((module) => ({
    card: cardOf(module, locale, progress.get(module.code) ?? null, certificates.get(module.code) ?? null),
    reason: null,
  }))
}

/** The module that a visitor of this machine left last and has not finished. */
export function leftOnThisMachine(learner: Learner, locale: Locale): ModuleCard | null {
  if (learner.kind === 'person') return null
  const modules = readableModules(learner).filter(({ code }) => Object.hasOwn(learner.record, code))
  const begun = listModules(learner, modules, locale).filter(({ card }) => card.standing === 'begun')
  return begun.map(({ card }) => card).sort((a, b) => latestFirst(a.lastAt, b.lastAt))[0] ?? null
}

/** The parts of a person's own list, in this order. */
export const ownParts = ['begun', 'first', 'more', 'finished'] as const
export type OwnPart = (typeof ownParts)[number]

export type OwnModules = Record<OwnPart, ListedModule[]> & Pick<LearnerNeeds, 'basis' | 'audience'>

type PersonLearner = Extract<Learner, { kind: 'person' }>

/** The modules of a person: begun ones, what to learn first and why, what else is for them, finished ones. */
export function ownModules(learner: PersonLearner, locale: Locale): OwnModules {
  const { needs, audience, basis } = needsOf(learner.personId)
  const modules = audienceFirst(readableModules(learner), audience)
  const list = listModules(learner, modules, locale)
  const at = (standing: ModuleCard['standing']) => list.filter(({ card }) => card.standing === standing)
  const finished = at('finished')
  const advice = recommend(modules, needs, audience, new Set(finished.map(({ card }) => card.code)))
  const advised = withReasons(advice, list, modules, locale)
  const taken = new Set(advised.map(({ card }) => card.code))
  return {
    audience,
    basis,
    begun: at('begun')
      .map((each) => advised.find(({ card }) => card.code === each.card.code) ?? each)
      .sort((a, b) => latestFirst(a.card.lastAt, b.card.lastAt)),
    first: advised.filter(({ card }) => card.standing === 'new'),
    more: at('new').filter(({ card }) => !taken.has(card.code) && card.audiences.includes(audience)),
    finished: finished.sort((a, b) => latestFirst(a.card.finishedAt, b.card.finishedAt)),
  }
}

const latestFirst = (a: string | null, b: string | null) => (b ?? '').localeCompare(a ?? '')

/** What closes the gaps of one survey result. */
export type GapAdvice = {
  /** The most useful first; those already learned too. */
  modules: ListedModule[]
  /** Names of the competencies below their target that no module closes yet. */
  uncovered: string[]
}

export function modulesForGaps(learner: PersonLearner, needs: Need[], locale: Locale): GapAdvice {
  const modules = readableModules(learner)
  const { audience } = needsOf(learner.personId)
  const advice = recommend(modules, needs, audience, new Set()).filter(({ reason }) => reason.kind === 'gap')
  const covered = advice.flatMap(({ reason }) => (reason.kind === 'gap' ? reason.competencies : []))
  const { framework } = latestFramework(profileFramework)
  return {
    modules: withReasons(advice, listModules(learner, modules, locale), modules, locale),
    uncovered: needs.flatMap(({ competency, level, target }) =>
      level !== null && level < target && !covered.includes(competency)
        ? [findCompetency(framework, competency)?.short[locale] ?? competency]
        : [],
    ),
  }
}

function withReasons(
  advice: ReturnType<typeof recommend>,
  list: ListedModule[],
  modules: ModuleVersion[],
  locale: Locale,
): ListedModule[] {
  const { framework } = latestFramework(profileFramework)
  return advice.flatMap(({ module, reason }) => {
    const known = list.find(({ card }) => card.code === module)
    return known ? [{ ...known, reason: reasonView(reason, framework, modules, locale) }] : []
  })
}
