import type { DraftItem } from '~/assessment/item'
import type { Message } from '~/formats/message'
import { locales, type Bilingual, type Locale } from '~/platform/i18n/locale'
import { getT } from '~/platform/i18n/translate'
import { acceptedOf, numberOf, type Accepted } from './moodle-answers'
import { optionsOf, valueOf, type MoodleAnswer, type Option } from './moodle-choices'
import { readCloze, type ClozeGap } from './moodle-cloze'
import type { MoodleTexts } from './moodle-texts'
import { oneLine } from './plain-text'
import { decodeEntities } from './html-entities'
import { childOf, childrenOf, type XmlElement } from './safe-xml'

type Gaps = Extract<DraftItem, { kind: 'gaps' }>
type Parts = { options: Option[] } | { answers: Accepted[]; exact?: boolean }
export type GapsRead = Pick<Gaps, 'stem' | 'text' | 'gaps'>

/** Stand around the number of a gap until the text around it is whole. No text of anybody's has them. */
const [opening, closing] = ['\ue000', '\ue001']
const mark = (index: number) => `${opening}${index}${closing}`
const marks = /\ue000(\d+)\ue001/g
/** Ends what has to be done, where the text says so itself as files of our own do. */
const stemEnd = '\ue002'
/** The class of what has to be done in a text with gaps. */
export const stemClass = 'stem'
const unmarked = (html: string) => {
  const clean = html.replace(/[\ue000-\ue002]/g, '')
  return clean.startsWith(`<div class="${stemClass}">`) ? clean.replace('</div>', `${stemEnd}</div>`) : clean
}
const empty: Bilingual = { vi: '', en: '' }

/** More gaps in one text are no question that anybody answers. */
const mostGaps = 200

/** `cloze`: gaps stand in the text with their answers. Null where it has none, or one that no item of ours can hold. */
export function readClozeItem(
  question: XmlElement,
  texts: MoodleTexts,
  losses: Message[],
  locale: Locale,
): GapsRead | null {
  const found: ClozeGap[] = []
  const whole = texts.of(childOf(question, 'questiontext'), (html) =>
    readCloze(unmarked(html))
      .map((part) => (typeof part === 'string' ? part : mark(found.push(part) - 1)))
      .join(''),
  )
  if (found.length > mostGaps) {
    losses.push({ key: 'moodle.manyGaps', values: { limit: mostGaps } })
    return null
  }
  if (found.some(({ kind }) => kind === 'several')) {
    losses.push({ key: 'loss.kind', values: { kind: 'cloze (MULTIRESPONSE)' } })
    return null
  }
  if (new Set(found.map(({ points }) => points)).size > 1)
    losses.push({
      key: 'loss.weights',
      values: {
        what: found
          .map(({ points }) => points)
          .join(', ')
          .slice(0, 80),
      },
    })
  const gaps = found.map((gap) => gapOf(gap, texts, losses))
  return inText(whole, gaps, texts, losses, locale)
}

function gapOf({ kind, answers }: ClozeGap, texts: MoodleTexts, losses: Message[]): Parts {
  const read = (text: (html: string) => Bilingual) =>
    answers.map((answer): MoodleAnswer => ({
      text: text(answer.text),
      fraction: Math.min(100, Math.max(-100, answer.fraction)),
      feedback: texts.html(answer.feedback),
    }))
  if (kind === 'chosen')
    return {
      options: optionsOf(
        read((html) => texts.html(html)),
        true,
        losses,
      ),
    }
  const typed = (html: string) => texts.plain(oneLine(decodeEntities(html)))
  if (kind !== 'number')
    return {
      answers: acceptedOf(read(typed), losses),
      ...(kind === 'exact' ? { exact: true } : {}),
    }
  const tolerances = new Set<string>()
  const number = (html: string): Bilingual => {
    const [value = '', tolerance = ''] = decodeEntities(html).split(':')
    if ((numberOf(tolerance) ?? 0) !== 0) tolerances.add(tolerance.trim())
    const [point, comma] = [value.trim().replace(',', '.'), value.trim().replace('.', ',')]
    return numberOf(value) === null ? texts.plain(oneLine(value)) : { vi: comma, en: point }
  }
  const accepted = acceptedOf(read(number), losses)
  if (tolerances.size > 0)
    losses.push({ key: 'moodle.gapTolerance', values: { what: [...tolerances].join(', ').slice(0, 80) } })
  return { answers: accepted }
}

/** `gapselect` and `ddwtos`: `[[2]]` takes the second of the choices, beside those of its group. */
export function readChosenGaps(
  question: XmlElement,
  texts: MoodleTexts,
  losses: Message[],
  locale: Locale,
): GapsRead | null {
  const choices = [...childrenOf(question, 'selectoption'), ...childrenOf(question, 'dragbox')].map(
    (choice) => ({
      text: texts.of(choice),
      group: valueOf(choice, 'group') || '1',
    }),
  )
  const gaps: Parts[] = []
  const whole = texts.of(childOf(question, 'questiontext'), (html) =>
    unmarked(html).replace(/\[\[(\d{1,4})\]\]/g, (source, number: string) => {
      const right = choices[Number(number) - 1]
      if (!right || gaps.length > mostGaps) return source
      const answers = choices
        .filter(({ group }) => group === right.group)
        .map((choice): MoodleAnswer => ({
          text: choice.text,
          fraction: choice === right ? 100 : 0,
          feedback: empty,
        }))
      return mark(gaps.push({ options: optionsOf(answers, true, losses) }) - 1)
    }),
  )
  if (gaps.length > mostGaps) {
    losses.push({ key: 'moodle.manyGaps', values: { limit: mostGaps } })
    return null
  }
  return inText(whole, gaps, texts, losses, locale)
}

/** The text with its gaps under names of ours; lines before that of the first gap are what has to be done. */
function inText(
  whole: Bilingual,
  gaps: readonly Parts[],
  texts: MoodleTexts,
  losses: Message[],
  locale: Locale,
): GapsRead | null {
  if (gaps.length === 0) {
    losses.push({ key: 'moodle.noGap' })
    return null
  }
  const inOrder = (text: string) => Array.from(text.matchAll(marks), (found) => Number(found[1]))
  const every = gaps.map((_, i) => i)
  const complete = (text: string) => {
    const order = inOrder(text)
    return order.length === gaps.length && new Set(order).size === gaps.length
  }
  let [used, languages]: [number[], readonly Locale[]] = [every, locales.filter((each) => whole[each] !== '')]
  if (!languages.every((each) => complete(whole[each]))) {
    // Each language has gaps of its own, of which one item holds one set.
    const kept =
      inOrder(whole[locale]).length > 0
        ? locale
        : (languages.find((each) => inOrder(whole[each]).length > 0) ?? locale)
    used = [...new Set(inOrder(whole[kept]))]
    if (languages.length > 1) losses.push({ key: 'moodle.gapLanguages' })
    languages = [kept]
  }
  const prefix = prefixFor(languages.map((each) => whole[each]).join())
  const named = new Map(used.map((index, i) => [index, `${prefix}${i + 1}`]))
  const stem = { ...empty }
  const text = { ...empty }
  const chosen = used[0] !== undefined && 'options' in gaps[used[0]]!
  for (const each of languages) {
    const parts = partsOf(whole[each])
    stem[each] = parts.stem ?? getT(each, 'interchange')(chosen ? 'gift.chosenStem' : 'gift.typedStem')
    text[each] = parts.text.replace(marks, (_, index: string) => `{${named.get(Number(index)) ?? ''}}`)
  }
  return { stem, text, gaps: used.map((index) => ({ id: named.get(index)!, ...gaps[index]! })) }
}

/** A letter that begins the names of gaps, so that none is in the text already. */
function prefixFor(text: string): string {
  const letters = [...'gabcdefhijklmnopqrstuvwxyz']
  return letters.find((letter) => !text.includes(`{${letter}`)) ?? 'g'
}

function partsOf(whole: string): { stem: string | null; text: string } {
  const cut = whole.indexOf(stemEnd)
  if (cut >= 0) return { stem: whole.slice(0, cut).trim(), text: whole.slice(cut + 1).trim() }
  const line = whole.lastIndexOf('\n', whole.indexOf(opening))
  return line < 0
    ? { stem: null, text: whole }
    : { stem: whole.slice(0, line).trim(), text: whole.slice(line + 1) }
}
