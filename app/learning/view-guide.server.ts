import { refuse } from '~/platform/http/errors'
import type { Locale } from '~/platform/i18n/locale'
import type { Actor } from '~/platform/policy/actor'
import { authorise } from '~/platform/policy/require.server'
import { localTexts } from './local-texts.server'
import { currentModule, newestModule } from './modules.server'
import { fillLocal } from './render/fill-local'
import { renderGuide } from './render/render.server'
import type { Rendered } from './render/rendered'

/** What those read who teach others with a module. */
export type GuideView = { module: { code: string; title: string }; rendered: Rendered }

export function viewGuide(actor: Actor, moduleCode: string, locale: Locale): GuideView {
  authorise(actor, 'modules.read')
  const module = currentModule(moduleCode)
  if (!module) throw refuse(newestModule(moduleCode) ? 'moduleWithdrawn' : 'notFound')
  if (!module.guide) throw refuse('notFound')
  const rendered = fillLocal(renderGuide(module, locale), localTexts(actor, locale))
  return { module: { code: module.code, title: module.title[locale] }, rendered }
}
