import { fold } from '~/formats/fold'
import type { Message } from '~/formats/message'
import { pictureSize } from '~/formats/picture-size'
import type { Bilingual, Locale } from '~/platform/i18n/locale'
import { htmlLosses, plainText } from '../html-text'
import { cleanText, inOne } from '../plain-text'
import { childrenOf, markupIn, textIn, type XmlElement } from '../safe-xml'
import type { Responses } from './responses'
import { attribute, elementsUnder, isInteraction, named, replaced } from './tree'

/** What never is part of a text: it is read on its own. */
const apart = new Set(['feedbackInline', 'feedbackBlock', 'rubricBlock', 'stylesheet', 'apipAccessibility'])

type Shown = { src: string; alt: string }

/** The texts, feedback and pictures of one assessmentItem, and what of them could not be taken. */
export class Texts {
  private readonly lost = new Set<string>()
  private readonly images: Shown[] = []
  private readonly feedback: { outcome: string; id: string; title: string; text: string; used: boolean }[]
  readonly losses: Message[] = []

  constructor(
    readonly locale: Locale,
    private readonly files: ReadonlyMap<string, Uint8Array>,
    /** The folder of the item's file in the package. */
    private readonly folder: string,
    private readonly item: XmlElement,
    private readonly responses: Responses,
  ) {
    const inline = elementsUnder(item).filter(
      ({ name }) => name === 'feedbackInline' || name === 'feedbackBlock',
    )
    this.feedback = [...childrenOf(item, 'modalFeedback'), ...inline].map((element) => ({
      outcome: attribute(element, 'outcomeIdentifier'),
      id: attribute(element, 'showHide') === 'hide' ? '' : attribute(element, 'identifier'),
      title: attribute(element, 'title'),
      text: this.of(element),
      used: false,
    }))
  }

  /** The text of what stands in an element. `put` says what stands in place of some elements. */
  of(
    element: XmlElement,
    put: (each: XmlElement) => XmlElement | string | null | undefined = () => undefined,
  ): string {
    const whole = replaced(element, (each) => {
      const instead = put(each)
      if (instead !== undefined) return instead
      if (apart.has(each.name)) return null
      if (isInteraction(each)) return prompt(each)
      return each.name === 'object' && isPicture(each) ? imageOf(each) : undefined
    })
    const plain = plainText(markupIn(whole))
    plain.lost.forEach((what) => this.lost.add(what))
    this.images.push(...plain.images)
    return cleanText(plain.text)
  }

  both(text: string): Bilingual {
    return inOne(this.locale, text)
  }

  /** `feedback` of a part, as a property: what a press of `key` in answer to `response` shows. */
  told(response: string, key: string, byName = true): { feedback?: Bilingual } {
    const found = this.feedbackOn(response, key, byName)
    const text = found.map((each) => each.text).filter(Boolean)
    return text.length > 0 ? { feedback: this.both(text.join('\n')) } : {}
  }

  /** The title of that feedback. */
  titleOn(response: string, key: string): string {
    return cleanText(this.feedbackOn(response, key, false)[0]?.title ?? '')
  }

  private feedbackOn(response: string, key: string, byName: boolean) {
    const leads = this.responses.branches.filter(
      (branch) => branch.responses.includes(response) && branch.compared.join() === key,
    )
    const found = this.feedback.filter(
      ({ outcome, id }) =>
        id !== '' &&
        ((this.responses.direct.get(outcome) === response && id === key) ||
          leads.some(({ sets }) => sets.get(outcome)?.includes(id)) ||
          (byName && id === key)),
    )
    for (const each of found) each.used = true
    return found
  }

  /** What is shown whatever was answered; the rest that belongs to no part is lost. Asked last. */
  explanation(): string {
    const shown: string[] = []
    for (const { outcome, id, text, title, used } of this.feedback) {
      if (used || (text === '' && title === '')) continue
      const general =
        id !== '' && (this.responses.isAlways(outcome, id) || /^(?:general|solution|explanation)/i.test(id))
      if (general) shown.push(text || title)
      else this.losses.push({ key: 'loss.generalFeedback', values: { what: (text || title).slice(0, 200) } })
    }
    return shown.join('\n')
  }

  /** The picture that the item shows: `only` where its kind names it, else the first. Asked after all texts were. */
  picture(only?: XmlElement): { shown: { src: string; alt: Bilingual }; bytes: Uint8Array } | null {
    const first = only ? imageOf(only) : null
    const images = first
      ? [{ src: attribute(first, 'src'), alt: attribute(first, 'alt') }, ...this.images]
      : this.images
    let found: { shown: { src: string; alt: Bilingual }; bytes: Uint8Array } | null = null
    let more = 0
    for (const [i, { src, alt }] of images.entries()) {
      const path = this.pathOf(src)
      const bytes = this.files.get(path)
      const size = bytes ? pictureSize(bytes) : null
      if (!bytes || !size) {
        const key = bytes ? 'loss.pictureBad' : 'loss.pictureMissing'
        this.losses.push({ key, values: { src: src.slice(0, 80) } })
        if (only && i === 0) return null
      } else if (found) more += 1
      else found = { shown: { src: figureName(path, size.type), alt: this.both(alt) }, bytes }
    }
    if (more > 0) this.losses.push({ key: 'loss.pictures', values: { count: more } })
    return found
  }

  /** What was lost of texts, after all were asked for. */
  lostOfTexts(): Message[] {
    return htmlLosses(this.lost)
  }

  /** The path in the package of what an item refers to; one that leads out of it is none. */
  private pathOf(href: string): string {
    return packagePath(this.folder, href) ?? ''
  }

  /** What else than feedback stands beside a question, by who it is for. */
  rubrics(): { forLearners: string; forMarkers: XmlElement[] } {
    const blocks = named(this.item, 'rubricBlock')
    const mine = blocks.filter((block) => /\bcandidate\b/.test(attribute(block, 'view')))
    return {
      forLearners: mine
        .map((block) => this.of(block))
        .filter(Boolean)
        .join('\n'),
      forMarkers: blocks.filter((block) => !mine.includes(block)),
    }
  }
}

function prompt(interaction: XmlElement): XmlElement | null {
  const found = childrenOf(interaction, 'prompt')[0]
  return found ? { ...found, name: 'div', attributes: new Map() } : null
}

export const isPicture = (object: XmlElement) =>
  attribute(object, 'type').startsWith('image/') ||
  /\.(?:png|jpe?g|gif|webp)$/i.test(attribute(object, 'data'))

function imageOf(object: XmlElement): XmlElement {
  const alt = cleanText(textIn(object)).replace(/\n/g, ' ')
  return {
    ...object,
    name: 'img',
    attributes: new Map([
      ['src', attribute(object, 'data')],
      ['alt', alt],
    ]),
    children: [],
  }
}

/** Where `href` leads from `folder`, without `.` and `..`; null where that is no place in the package. */
export function packagePath(folder: string, href: string): string | null {
  if (/^[a-z][a-z0-9+.-]*:|^\/|\\/i.test(href)) return null
  let plain = href.split(/[?#]/)[0]!
  try {
    plain = decodeURIComponent(plain)
  } catch {
    // A name with a bare per cent sign stands for itself.
  }
  const parts: string[] = []
  for (const part of `${folder}/${plain}`.split('/')) {
    if (part === '..') {
      if (parts.pop() === undefined) return null
    } else if (part !== '' && part !== '.') parts.push(part)
  }
  return parts.join('/')
}

/** The name of a picture beside the item: its own where that is plain, else one made of it. */
function figureName(path: string, type: string): string {
  const own = path.replace(/^images\//, '')
  if (/^figures\/[a-z0-9][a-z0-9-]*\.(?:png|jpg|webp)$/.test(own)) return own
  const name = fold(
    own
      .split('/')
      .at(-1)!
      .replace(/\.[^.]*$/, ''),
  )
    .slice(0, 60)
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '')
  const ending = { 'image/png': 'png', 'image/gif': 'png', 'image/jpeg': 'jpg', 'image/webp': 'webp' }[type]
  return `figures/${name || 'picture'}.${ending ?? 'png'}`
}
