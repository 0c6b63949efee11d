import type { Locale } from '~/platform/i18n/locale'
import type { Actor } from '~/platform/policy/actor'
import { can } from '~/platform/policy/policy'
import type { ModuleVersion } from './module'
import { practiceList, type PracticeCard } from './practice/practice-views.server'

/** The practice tasks of a module with how far the reader is; none for who may not do any. */
export function practiceOf(
  actor: Actor | null,
  module: Pick<ModuleVersion, 'practice'>,
  locale: Locale,
): PracticeCard[] {
  if (module.practice.length === 0 || !actor) return []
  if (!can(actor, 'practice.own')) return []
  const tasks = practiceList(actor, locale)
  return module.practice.flatMap((code) => tasks.find((each) => each.code === code) ?? [])
}
