import type { DraftItem } from '~/assessment/item'
import { isWeighed } from '~/assessment/item'
import type { Message } from '~/formats/message'
import { locales, type Bilingual, type Locale } from '~/platform/i18n/locale'
import { base64Of } from './base64'
import { escapeAttribute, escapeMarkup } from './html-entities'
import { pictureKind } from './picture-kind'
import { cleanText, oneLine } from './plain-text'

/** The percentages that Moodle takes for an answer (question/engine/bank.php, fraction_options_full). */
const fractions = [
  100, 90, 83.33333, 80, 75, 70, 66.66667, 60, 50, 40, 33.33333, 30, 25, 20, 16.66667, 14.28571, 12.5,
  11.11111, 10, 5, 0,
]
const forbidden = /[^\P{Cc}\n\r\t]|\p{Cs}|[\ufffe\uffff]/gu

/** Writes the texts of one item as Moodle XML, in one language or in both, and remembers what was lost of them. */
export class MoodleMarkup {
  private control = 0
  private readonly rounded = new Set<number>()

  constructor(
    private readonly locale: Locale,
    readonly both: boolean,
  ) {}

  /** A text as HTML: lines, and where the languages differ each marked for the filter Multi-Language Content. */
  html(text: Bilingual | undefined): string {
    const made = (locale: Locale) =>
      escapeMarkup(this.clean(text?.[locale] ?? ''))
        .replaceAll('{mlang', '&#123;mlang')
        .replaceAll('\n', '<br>')
    if (!this.both || !text || text.vi === text.en) return made(this.locale)
    return locales.map((locale) => `<span lang="${locale}" class="multilang">${made(locale)}</span>`).join('')
  }

  /** A text that is no HTML there, which nothing can mark: what people type in `locale`, or in either language. */
  typed(text: Bilingual): string[] {
    const all = (this.both ? locales : [this.locale]).map((locale) => oneLine(this.clean(text[locale])))
    return [...new Set(all)].filter((each) => each !== '')
  }

  /** Segments of a text with gaps keep the spaces at their ends, so they come cleaned already. */
  segment(text: Bilingual): string {
    const made = (locale: Locale) =>
      escapeMarkup(text[locale]).replaceAll('{', '&#123;').replaceAll('\n', '<br>')
    if (!this.both || text.vi === text.en) return made(this.locale)
    return locales.map((locale) => `<span lang="${locale}" class="multilang">${made(locale)}</span>`).join('')
  }

  clean(text: string): string {
    this.control += text.match(forbidden)?.length ?? 0
    return cleanText(text)
  }

  /** `<name format="html">` with a text that is HTML. */
  element(name: string, html: string, more = ''): string {
    return `<${name} format="html"><text>${cdata(html)}</text>${more}</${name}>`
  }

  /** An `<answer>`, with what is told to those who give it. */
  answer(fraction: number, text: string, feedback?: Bilingual, more = ''): string {
    const told = feedback ? this.element('feedback', this.html(feedback)) : ''
    return `<answer fraction="${fraction}" format="html"><text>${text}</text>${more}${told}</answer>`
  }

  /** What each of the options brings in percent, as near as Moodle allows. */
  fractionsOf(options: readonly { correct?: boolean; weight?: number }[], wrong: number): number[] {
    const right = options.filter(({ correct }) => correct).length
    const weighed = isWeighed(options)
    const share = wrong === 0 ? 100 : 100 / Math.max(1, right)
    return options.map(({ correct, weight }) =>
      this.allowed(weighed ? (weight ?? 0) : correct ? share : wrong === 0 || right === 0 ? 0 : -share),
    )
  }

  allowed(fraction: number): number {
    const nearest = fractions.reduce((best, each) =>
      Math.abs(each - Math.abs(fraction)) < Math.abs(best - Math.abs(fraction)) ? each : best,
    )
    if (Math.abs(nearest - Math.abs(fraction)) > 0.001) this.rounded.add(fraction)
    return nearest === 0 ? 0 : Math.sign(fraction) * nearest
  }

  /** The picture of an item as HTML and as a file that stands in the question. */
  picture(
    item: Pick<DraftItem, 'picture'>,
    pictures: ReadonlyMap<string, Uint8Array>,
  ): { html: string; file: string; losses: Message[] } {
    const none = { html: '', file: '', losses: [] }
    if (!item.picture) return none
    const { src, alt } = item.picture
    const bytes = pictures.get(src)
    if (!bytes || !pictureKind(bytes)) {
      const key = bytes ? 'loss.pictureBad' : 'loss.pictureMissing'
      return { ...none, losses: [{ key, values: { src: oneLine(src).slice(0, 80) } }] }
    }
    const name = oneLine(this.clean(src)).split('/').at(-1) || 'picture'
    const shown = (text: string) =>
      `<img src="@@PLUGINFILE@@/${encodeURIComponent(name)}" alt="${escapeAttribute(oneLine(this.clean(text))).replaceAll('{', '&#123;')}">`
    const html =
      this.both && alt.vi !== alt.en
        ? locales.map((each) => `<span lang="${each}" class="multilang">${shown(alt[each])}</span>`).join('')
        : shown(alt[this.locale])
    const file = `<file name="${escapeAttribute(name)}" path="/" encoding="base64">${base64Of(bytes)}</file>`
    return { html: `<p>${html}</p>`, file, losses: [] }
  }

  losses(): Message[] {
    return [
      ...(this.rounded.size > 0
        ? [
            {
              key: 'loss.weights',
              values: { what: Array.from(this.rounded, (each) => `${Number(each.toFixed(2))} %`).join(', ') },
            },
          ]
        : []),
      ...(this.control > 0 ? [{ key: 'moodle.control', values: { count: this.control } }] : []),
    ]
  }
}

/** HTML as it stands in XML: in CDATA, which it cannot end. */
export function cdata(html: string): string {
  return /[&<>]/.test(html) ? `<![CDATA[${html.replaceAll(']]>', ']]]]><![CDATA[>')}]]>` : html
}
