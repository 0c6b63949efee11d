import { nfc } from '~/formats/fold'
import type { Message } from '~/formats/message'
import { type Bilingual, type Locale, locales } from '~/platform/i18n/locale'
import { htmlLosses, plainText } from './html-text'
import { languagesOf } from './moodle-languages'
import { MoodlePictures } from './moodle-pictures'
import { cleanText } from './plain-text'
import { childOf, childrenOf, textIn, type XmlElement } from './safe-xml'

const markdown = /\*\*|__|\]\(|`|(?:^|<br>)(?:#{1,6}|[*+]) /

/**
 * Reads the texts of one question of Moodle XML, and remembers what was lost of them. In a question that marks
 * anything as of a language, what is not marked holds for both; in another, texts fill `locale` alone.
 */
export class MoodleTexts {
  readonly pictures = new MoodlePictures()
  private readonly lost = new Set<string>()
  private readonly foreign = new Set<string>()
  private marks = false
  /** Whether the question holds both languages. */
  readonly both: boolean

  constructor(
    question: XmlElement,
    private readonly locale: Locale,
  ) {
    this.both = marked(question)
  }

  /** The text of an element such as questiontext, feedback or answer; empty for none. */
  of(element: XmlElement | undefined, change: (html: string) => string = (html) => html): Bilingual {
    if (!element) return { vi: '', en: '' }
    this.pictures.take(childrenOf(element, 'file'))
    const html = htmlOf(element)
    if (element.attributes.get('format') === 'markdown' && markdown.test(html)) this.marks = true
    return this.html(change(html))
  }

  /** A text that is HTML already. */
  html(html: string): Bilingual {
    const languages = languagesOf(html)
    if (!languages) {
      const text = this.read(html)
      return this.inAll(text)
    }
    const others = [...languages.keys()].filter(
      (language) => language !== 'vi' && language !== 'en' && language !== 'other',
    )
    others.forEach((language) => this.foreign.add(language))
    const rest =
      languages.get('other') ?? (languages.has('vi') || languages.has('en') ? '' : languages.get(others[0]!))
    const texts = locales.map((locale) => this.read(languages.get(locale) ?? rest ?? '', locale))
    return { vi: texts[0]!, en: texts[1]! }
  }

  /** A text that is no HTML: in every language that the question holds. */
  plain(text: string): Bilingual {
    return this.inAll(cleanText(text))
  }

  losses(): Message[] {
    return [
      ...htmlLosses(this.lost),
      ...(this.marks ? [{ key: 'gift.markdown' }] : []),
      ...(this.foreign.size > 0
        ? [{ key: 'moodle.languages', values: { what: [...this.foreign].join(', ').slice(0, 80) } }]
        : []),
      ...this.pictures.losses(),
    ]
  }

  private inAll(text: string): Bilingual {
    return this.both ? { vi: text, en: text } : { vi: '', en: '', [this.locale]: text }
  }

  private read(html: string, locale?: Locale): string {
    const plain = plainText(html)
    plain.lost.forEach((what) => this.lost.add(what))
    plain.images.forEach((image) => this.pictures.show(image, locale))
    return cleanText(plain.text)
  }
}

/** The HTML of an element, whatever its `format` (docs.moodle.org/en/Moodle_XML_format, "Tags common to all"). */
function htmlOf(element: XmlElement): string {
  const inner = childOf(element, 'text')
  const text = nfc(inner ? textIn(inner) : ownText(element)).trim()
  switch (element.attributes.get('format')) {
    case 'plain_text':
      return escaped(text).replaceAll('\n', '<br>')
    case 'moodle_auto_format':
    case 'wiki_like':
    case 'markdown':
      return text.replaceAll('\n', '<br>')
    default:
      return text
  }
}

/** Files of before Moodle 1.9 have the text in the element itself. */
function ownText(element: XmlElement): string {
  return element.children.filter((child) => typeof child === 'string').join('')
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;')
}

function marked(element: XmlElement): boolean {
  return element.children.some((child) =>
    typeof child === 'string'
      ? /multilang|\{mlang|<lang\b/i.test(child) && languagesOf(child) !== null
      : marked(child),
  )
}
