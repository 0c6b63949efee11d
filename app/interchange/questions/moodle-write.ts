import type { DraftItem } from '~/assessment/item'
import type { Message } from '~/formats/message'
import { locales, type Locale } from '~/platform/i18n/locale'
import { commonLosses } from './carried'
import type { WrittenFile } from './found'
import { escapeMarkup } from './html-entities'
import { MoodleMarkup } from './moodle-markup'
import { bodyOf, splitText } from './moodle-write-parts'
import { oneLine } from './plain-text'

const isOtherLanguage = ({ key }: Message) => key === 'text.otherVi' || key === 'text.otherEn'
type Made = { xml: string[]; losses: Message[] }
const usable = /^[a-z0-9][a-z0-9.-]*$/

/**
 * Items as Moodle XML (docs.moodle.org/en/Moodle_XML_format), which Moodle 3.9 and later and `readMoodleXml` read.
 * With `both` the texts of both languages stand in it, marked for Moodle's filter Multi-Language Content; otherwise
 * those of `locale` alone. `pictures` holds bytes by the `src` of an item's picture; they are put into the file. What
 * an item loses is told, and so is an item that the format has no form for, which is left out.
 */
export function writeMoodleXml(
  items: readonly DraftItem[],
  locale: Locale,
  pictures: ReadonlyMap<string, Uint8Array>,
  { both = false }: { both?: boolean } = {},
): WrittenFile {
  const losses: WrittenFile['losses'] = []
  const questions: string[] = []
  let category = ''
  for (const item of items) {
    const made = writeItem(item, locale, pictures, both)
    losses.push({ code: item.code, losses: made.losses })
    const own = oneLine(item.category ?? '')
    if (made.xml.length > 0 && own !== category) {
      category = own
      const path = own === '' ? '$course$/top' : `$course$/top/${own}`
      questions.push(
        `<question type="category"><category><text>${escapeMarkup(path)}</text></category></question>`,
      )
    }
    questions.push(...made.xml)
  }
  return {
    content: `<?xml version="1.0" encoding="UTF-8"?>\n<quiz>\n${questions.join('\n')}\n</quiz>\n`,
    losses,
  }
}

function writeItem(
  item: DraftItem,
  locale: Locale,
  pictures: ReadonlyMap<string, Uint8Array>,
  wanted: boolean,
): Made {
  const common = commonLosses({ ...item, picture: undefined } as DraftItem, locale)
  const speaksOther = common.some(isOtherLanguage)
  const sameGaps = item.kind !== 'gaps' || sameOrder(item)
  const both = wanted && speaksOther && sameGaps
  const markup = new MoodleMarkup(locale, both)
  const body = bodyOf(item, markup, locale)
  if (!body)
    return {
      xml: [],
      losses: [
        item.kind === 'point'
          ? { key: 'loss.kind', values: { kind: item.kind } }
          : { key: 'text.unfinished' },
      ],
    }
  const picture = markup.picture(item, pictures)
  const name = oneLine(markup.clean(item.name ?? ''))
  const xml = body.questions.map(({ type, stem, parts }, i) => {
    const own =
      name || item.code || oneLine(markup.clean(item.stem.vi || item.stem.en)).slice(0, 80) || `${i + 1}`
    const numbered = body.questions.length > 1 ? `${own} (${i + 1})` : own
    const shownFirst = item.kind === 'gaps'
    const text = shownFirst
      ? stem.replace('</div>', `</div>${picture.html}`)
      : `<p>${stem}</p>${picture.html}`
    const lines = [
      `<question type="${type}">`,
      `<name><text>${escapeMarkup(oneLine(numbered.slice(0, 250)))}</text></name>`,
      markup.element('questiontext', text, picture.file),
      markup.element('generalfeedback', markup.html(item.explanation)),
      ...(type === 'cloze' ? [] : ['<defaultgrade>1</defaultgrade>']),
      `<penalty>${type === 'truefalse' ? 1 : 0.3333333}</penalty>`,
      '<hidden>0</hidden>',
      `<idnumber>${usable.test(item.code) && body.questions.length === 1 ? item.code : ''}</idnumber>`,
      ...parts,
    ]
    return `${lines.join('\n  ')}\n</question>`
  })
  return {
    xml,
    losses: [
      ...common.filter((loss) => !both || !isOtherLanguage(loss)),
      ...(wanted && !sameGaps ? [{ key: 'moodle.gapOrder' }] : []),
      ...body.losses,
      ...picture.losses,
      ...markup.losses(),
    ],
  }
}

/** Whether the gaps stand in one order in both languages, so that one text can hold both. */
function sameOrder(item: Extract<DraftItem, { kind: 'gaps' }>): boolean {
  const [vi, en] = locales.map((locale) => splitText(item, item.text[locale])?.ids.join())
  return vi !== undefined && vi === en
}
