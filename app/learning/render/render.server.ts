import type { Bilingual, Locale } from '~/platform/i18n/locale'
import { refuse } from '~/platform/http/errors'
import type { ModuleVersion } from '../module'
import { tokensToRender } from '../pack/markdown'
import { headingTexts, lessonMarkup } from './markup'
import type { Rendered } from './rendered'
import { sanitise } from './sanitise.server'

// A version never changes, so what was rendered once stays right; a new version has a hash of its own.
const made = new Map<string, Rendered>()

/** A lesson of a version as markup and places of checks. With a `prefix` it is part of a page with other lessons. */
export function renderLesson(
  version: ModuleVersion,
  lessonCode: string,
  locale: Locale,
  prefix = '',
): Rendered {
  const lesson = version.lessons.find(({ code }) => code === lessonCode)
  if (!lesson) throw refuse('notFound')
  return render(version, lesson, locale, prefix, `lesson/${lessonCode}`)
}

/** What those read who teach others with a module. */
export function renderGuide(version: ModuleVersion, locale: Locale, prefix = ''): Rendered {
  if (!version.guide) throw refuse('notFound')
  return render(version, { text: version.guide, title: version.title, checks: [] }, locale, prefix, 'guide')
}

/** A text of the product's own documentation, in the same fixed set of markup. */
export function renderDocument(text: Bilingual, name: string, locale: Locale): Rendered {
  const none = { code: '', figures: {}, hash: name }
  return render(none, { text, title: { vi: name, en: name }, checks: [] }, locale, '', 'document')
}

type Text = Pick<ModuleVersion['lessons'][number], 'text' | 'title' | 'checks'>

function render(
  version: Pick<ModuleVersion, 'code' | 'figures' | 'hash'>,
  text: Text,
  locale: Locale,
  prefix: string,
  name: string,
): Rendered {
  const id = `${version.hash}/${name}/${locale}/${prefix}`
  const known = made.get(id)
  if (known) return known
  const rendered = renderText(version, text, locale, prefix)
  made.set(id, rendered)
  return rendered
}

/** A text that is still being written, rendered as a lesson is and not kept. */
export function renderText(
  module: Pick<ModuleVersion, 'code' | 'figures'>,
  { text, title, checks }: Text,
  locale: Locale,
  prefix: string,
): Rendered {
  const twins = headingTexts(tokensToRender(text[locale === 'vi' ? 'en' : 'vi']))
  const page = { module, title: title[locale], locale, prefix, twins, checks }
  const { parts, headings, summary } = lessonMarkup(tokensToRender(text[locale]), page)
  return {
    parts: parts.map((part) => (part.kind === 'html' ? { ...part, html: sanitise(part.html) } : part)),
    headings,
    summary: sanitise(summary),
  }
}
