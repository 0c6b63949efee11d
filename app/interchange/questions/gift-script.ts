import type { DraftItem } from '~/assessment/item'
import type { Message } from '~/formats/message'
import type { Locale } from '~/platform/i18n/locale'
import { cleanText } from './plain-text'

/**
 * The texts of one item as GIFT writes them. Where a sign of HTML stands in one of them the whole question is marked
 * `[plain]`; a text that begins as a format, a weight, a comment or a category does is marked so as well.
 */
export class GiftScript {
  readonly isPlain: boolean
  private arrows = false

  constructor(
    private readonly item: DraftItem,
    private readonly locale: Locale,
  ) {
    this.isPlain = hasMarkup(item, locale)
  }

  /** A text with every sign of GIFT escaped, lines as \n. It is not cleaned here. */
  static escaped(text: string): string {
    return text.replace(/[\\~=#{}:]/g, '\\$&').replaceAll('\n', '\\n')
  }

  /** The text that the question begins with. */
  stem(text: string): string {
    const marked = this.isPlain || /^(?:\[|\/\/|\$)/.test(text)
    return `${marked ? '[plain]' : ''}${GiftScript.escaped(text)}`
  }

  /** A text inside the braces. */
  part(text: string): string {
    return `${/^[[%]/.test(text) ? '[plain]' : ''}${GiftScript.escaped(text)}`
  }

  feedback(text: string): string {
    return `#${text === '' ? '' : this.part(text)}`
  }

  /** The general feedback, which is the explanation. */
  general(): string {
    const text = cleanText(this.item.explanation[this.locale])
    return text === '' ? '' : `####${this.part(text)}`
  }

  /** An arrow would make a matching question, and cannot be escaped. */
  arrowless(text: string): string {
    if (text.includes('->')) this.arrows = true
    return text.replaceAll('->', '→')
  }

  losses(): Message[] {
    return this.arrows ? [{ key: 'text.arrow' }] : []
  }
}

/** Whether a text in the language could be taken for HTML. */
function hasMarkup(value: unknown, locale: Locale): boolean {
  if (typeof value !== 'object' || value === null) return false
  return Object.entries(value).some(([key, part]) =>
    key === locale && typeof part === 'string' ? /[<&]/.test(part) : hasMarkup(part, locale),
  )
}
