import type { TextFormat } from 'gift-pegjs'
import type { Message } from '~/formats/message'
import { unheld } from './gift-grammar'
import { htmlLosses, plainText } from './html-text'
import { cleanText } from './plain-text'

const looksLikeHtml = /<\/?[a-z!][^<>]*>|&(?:[a-z]{2,8}|#\d{1,7}|#x[\da-f]{1,6});/i
const markdown = /\*\*|__|^\s*#{1,6}\s|\]\(|^\s*[*+]\s|`/m

/** Reads the texts of one question, and remembers what was lost of them. */
export class GiftTexts {
  private readonly lost = new Set<string>()
  private readonly missing = new Set<string>()
  private marks = false

  /** A text without markup; '' for none. */
  of(text: TextFormat | null | undefined): string {
    if (!text) return ''
    const whole = unheld(text.text)
    if (text.format === 'markdown' && markdown.test(whole)) this.marks = true
    if (text.format === 'plain' || !(text.format === 'html' || looksLikeHtml.test(whole)))
      return cleanText(whole)
    const plain = plainText(whole)
    plain.lost.forEach((what) => this.lost.add(what))
    plain.images.forEach(({ src }) => this.missing.add(src.slice(0, 80)))
    return cleanText(plain.text)
  }

  losses(): Message[] {
    return [
      ...htmlLosses(this.lost),
      ...(this.marks ? [{ key: 'gift.markdown' }] : []),
      ...Array.from(this.missing, (src) => ({ key: 'loss.pictureMissing', values: { src } })),
    ]
  }
}
