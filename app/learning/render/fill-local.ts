import type { FactText } from '~/people/places/local-facts'
import { escapeHtml } from './markup'
import type { Rendered } from './rendered'

/** What stands in a text in the place of `[[code]]`. */
export type LocalTexts = ReadonlyMap<string, FactText>

/** A place as markup.ts writes it and sanitising lets through; nothing that an author writes comes out like this. */
const place = /<span class="local">\[\[([a-z0-9-]+)\]\]<\/span>/g

/** A rendered text with the local facts of its reader put in; a value is text whatever it holds. */
export function fillLocal(rendered: Rendered, texts: LocalTexts): Rendered {
  const fill = (html: string) =>
    html.replace(place, (all, code: string) => {
      const found = texts.get(code)
      return found ? `<span class="local">${localMarkup(found)}</span>` : all
    })
  return {
    ...rendered,
    parts: rendered.parts.map((part) => (part.kind === 'html' ? { ...part, html: fill(part.html) } : part)),
    summary: fill(rendered.summary),
  }
}

function localMarkup({ text, call }: FactText): string {
  const words = escapeHtml(text)
  return call ? `<a href="tel:${escapeHtml(call)}">${unbroken(words)}</a>` : words
}

/** A number stays on its line. */
function unbroken(number: string): string {
  return number.replaceAll(' ', '\u00a0').replaceAll('-', '\u2011')
}
