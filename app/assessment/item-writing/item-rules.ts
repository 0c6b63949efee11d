import type { Message } from '~/formats/message'
import { locales, type Locale } from '~/platform/i18n/locale'
import type { Item } from '../item'
import { numbersIn, pairsIn, questionIn, quotesIn, sentencesIn, wordsIn } from './words'

// The rules of docs/authoring.md, after Haladyna, Downing and Rodriguez 2002 (Appl. Meas. Educ. 15:309), with limits
// that can be counted.

/** The most syllables (Vietnamese) or words (English) of a stem, a sentence of it, an option. */
const longest: Record<Locale, { stem: number; sentence: number; option: number }> = {
  vi: { stem: 65, sentence: 32, option: 20 },
  en: { stem: 60, sentence: 32, option: 20 },
}

const ofAllAbove: Record<Locale, RegExp> = {
  vi: /(tất cả|cả) (các )?(đáp án|phương án|ý|câu|điều|việc)( nêu)? (trên|này|đó)|không (có )?(đáp án|phương án|ý) nào|(^|\s)cả [a-dA-D](,| và) |các ý trên/iu,
  en: /\b(all|none|both|any) of (the )?(above|these|them)\b|\b(both|neither) [a-d] (and|nor) [a-d]\b/iu,
}

const negative: Record<Locale, RegExp[]> = {
  vi: [
    /(việc|câu|điều|ý|cách|phương án|cái|tệp|thư|địa chỉ|người|nơi|loại|bước) nào (\S+ ){0,2}(không|chưa|sai)(\s|\?|$)/iu,
    /ngoại trừ|không phải là\s*\?/iu,
    /(^|\s)(TRỪ|KHÔNG|SAI)(?=[\s?.,]|$)/u,
  ],
  en: [
    /\b(which|who)( \w+){0,4} (should|must|can|could|may|would|is|are|do|does)( \w+){0,2} (not|never)\b/iu,
    /\b(which)( \w+){0,4} (incorrect|wrong|false|untrue)\b/iu,
    /\b(EXCEPT|NOT|WRONG)\b/u,
  ],
}

const absolute: Record<Locale, RegExp> = {
  vi: /(^|\s)(luôn luôn|không bao giờ|tuyệt đối|hoàn toàn không|trong mọi trường hợp)(?=[\s,.;]|$)/iu,
  en: /\b(always|never|absolutely|under no circumstances|in every case)\b/iu,
}

/** What is wrong with how an item is written, as keys of the texts of content; empty when nothing is. */
export function writingFaults(item: Item): Message[] {
  return [
    ...locales.flatMap((locale) => localeFaults(item, locale)),
    ...twinFaults(item),
    ...wholeFaults(item),
  ]
}

function localeFaults(item: Item, locale: Locale): Message[] {
  const faults: Message[] = []
  const fault = (key: string, values: Message['values'] = {}) =>
    faults.push({ key: `writing.${key}`, values: { item: item.code, language: locale, ...values } })
  const stem = item.stem[locale]
  const most = longest[locale]
  if (wordsIn(stem).length > most.stem) fault('longStem', { count: wordsIn(stem).length, limit: most.stem })
  for (const sentence of sentencesIn(stem)) {
    const count = wordsIn(sentence).length
    if (count > most.sentence) fault('longSentence', { count, limit: most.sentence })
  }
  const asked = questionIn(stem)
  if (negative[locale].some((pattern) => pattern.test(asked))) fault('negative')
  if (item.kind === 'truefalse') {
    for (const { id, ...statement } of item.statements) {
      if (absolute[locale].test(statement[locale])) fault('absolute', { option: id })
      const count = wordsIn(statement[locale]).length
      if (count > most.sentence) fault('longOption', { option: id, count, limit: most.sentence })
    }
  }
  if (!('options' in item)) return faults
  const texts = item.options.map((option) => ({
    text: option[locale],
    right: option.correct === true,
    id: option.id,
  }))
  for (const { text, id } of texts) {
    if (ofAllAbove[locale].test(text)) fault('allAbove', { option: id })
    if (absolute[locale].test(text)) fault('absolute', { option: id })
    if (wordsIn(text).length > most.option)
      fault('longOption', { option: id, count: wordsIn(text).length, limit: most.option })
  }
  if (new Set(texts.map(({ text }) => text.toLowerCase())).size < texts.length) fault('sameOption')
  const lengths = texts.map(({ text }) => text.length)
  if (Math.max(...lengths) > 1.6 * Math.min(...lengths) + 12)
    fault('uneven', { longest: Math.max(...lengths), shortest: Math.min(...lengths) })
  if (item.kind === 'single') {
    const key = texts.find(({ right }) => right)
    const wrong = texts.filter(({ right }) => !right)
    const mean = wrong.reduce((sum, { text }) => sum + text.length, 0) / wrong.length
    if (key && key.text.length > 1.25 * mean + 6)
      fault('longKey', { key: key.text.length, mean: Math.round(mean) })
    if (
      key &&
      clue(
        stem,
        key.text,
        wrong.map(({ text }) => text),
      )
    )
      fault('clue')
  }
  return faults
}

/** Whether the key alone takes up the words of the stem: five pairs of words more than any wrong option does. */
function clue(stem: string, key: string, wrong: readonly string[]): boolean {
  const pairs = pairsIn(stem)
  const shared = (text: string) => [...pairsIn(text)].filter((pair) => pairs.has(pair)).length
  return shared(key) >= Math.max(...wrong.map(shared)) + 5
}

/** Both languages are one item: as many sentences, the same numbers, as many pieces in quotation marks. */
function twinFaults(item: Item): Message[] {
  const { vi, en } = item.stem
  const values = { item: item.code }
  const faults: Message[] = []
  if (sentencesIn(vi).length !== sentencesIn(en).length)
    faults.push({
      key: 'writing.sentences',
      values: { ...values, vi: sentencesIn(vi).length, en: sentencesIn(en).length },
    })
  if (quotesIn(vi) !== quotesIn(en)) faults.push({ key: 'writing.quotes', values })
  const parts = [
    item.stem,
    ...('options' in item ? item.options : []),
    ...('steps' in item ? item.steps : []),
    ...('pairs' in item ? item.pairs.flatMap(({ left, right }) => [left, right]) : []),
    ...('statements' in item ? item.statements : []),
    ...('gaps' in item ? [item.text] : []),
  ]
  for (const part of parts) {
    const [here, there] = [
      numbersIn(part.vi, 'vi').sort().join(' '),
      numbersIn(part.en, 'en').sort().join(' '),
    ]
    if (here !== there)
      faults.push({
        key: 'writing.numbers',
        values: { ...values, vi: here.replaceAll('·', ','), en: there.replaceAll('·', '.') },
      })
  }
  return faults
}

/** What a measuring item must carry besides its texts. */
function wholeFaults(item: Item): Message[] {
  if (item.purpose !== 'measure') return []
  const faults: Message[] = []
  const values = { item: item.code }
  if (item.cognitive === undefined) faults.push({ key: 'writing.cognitive', values })
  if (item.difficulty === undefined) faults.push({ key: 'writing.difficulty', values })
  // Whoever says the same of every statement should not be right.
  if (item.kind === 'truefalse' && new Set(item.statements.map(({ correct }) => correct)).size === 1)
    faults.push({ key: 'writing.oneSided', values })
  const wrong =
    'options' in item
      ? item.options.filter(({ correct }) => !correct)
      : 'pairs' in item
        ? (item.extra ?? [])
        : []
  for (const { id, feedback } of wrong)
    if (!feedback) faults.push({ key: 'writing.rationale', values: { ...values, option: id } })
  return faults
}
