import { escapeAttribute, escapeMarkup } from '../html-entities'

type Attributes = Record<string, string | number | boolean | undefined>

/**
 * An element with its attributes; those that are undefined are left out. The content is XML already.
 *
 * @example element('value', {}, escapeMarkup('a < b')) // '<value>a &lt; b</value>'
 */
export function element(name: string, attributes: Attributes = {}, ...content: string[]): string {
  const written = Object.entries(attributes).map(([key, value]) =>
    value === undefined ? '' : ` ${key}="${escapeAttribute(String(value))}"`,
  )
  const inside = content.join('')
  return `<${name}${written.join('')}${inside === '' ? '/>' : `>${inside}</${name}>`}`
}

/** A text of several lines where no blocks may stand. Texts come here cleaned of what XML cannot hold. */
export function inline(text: string): string {
  return text.split('\n').map(escapeMarkup).join('<br/>')
}

/** A text of several lines as a block of XHTML; an empty text is none. */
export function paragraph(text: string): string {
  return text === '' ? '' : element('p', {}, inline(text))
}

/** The first line of every file. */
export const declaration = '<?xml version="1.0" encoding="UTF-8"?>\n'
