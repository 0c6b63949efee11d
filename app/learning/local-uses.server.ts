import { locales, type Locale } from '~/platform/i18n/locale'
import type { LessonPlace } from './card'
import { currentModules } from './modules.server'
import { localCodes } from './pack/local-places'

export type LocalUse = LessonPlace & { module: string; moduleTitle: string }

/** The lessons in which each local fact stands, by its code. */
export function localUses(locale: Locale): Map<string, LocalUse[]> {
  const uses = new Map<string, LocalUse[]>()
  for (const module of currentModules())
    module.lessons.forEach(({ code, title, text }, at) => {
      const use = {
        code,
        number: at + 1,
        title: title[locale],
        module: module.code,
        moduleTitle: module.title[locale],
      }
      const named = new Set(locales.flatMap((each) => localCodes(text[each])))
      for (const fact of named) uses.set(fact, [...(uses.get(fact) ?? []), use])
    })
  return uses
}
