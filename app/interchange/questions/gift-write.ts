import type { DraftItem } from '~/assessment/item'
import type { Message } from '~/formats/message'
import type { Locale } from '~/platform/i18n/locale'
import { getT } from '~/platform/i18n/translate'
import { commonLosses } from './carried'
import type { WrittenFile } from './found'
import { categoryMark } from './gift-blocks'
import { answersText, choicesText, plainNumber, type Written } from './gift-write-parts'
import { GiftScript } from './gift-script'
import { cleanText, oneLine } from './plain-text'

type Of<K extends DraftItem['kind']> = Extract<DraftItem, { kind: K }>

/**
 * Items as GIFT (docs.moodle.org, "GIFT format") in one language, which gift-pegjs and `readGift` read. A true/false
 * table becomes one question a statement; what has no form there is left out, and told.
 */
export function writeGift(items: readonly DraftItem[], locale: Locale): WrittenFile {
  const losses: WrittenFile['losses'] = []
  const written: string[] = []
  let category = ''
  for (const item of items) {
    const made = blocksOf(item, locale)
    losses.push({ code: item.code, losses: made.losses })
    const own = oneLine(item.category ?? '')
    if (made.blocks.length > 0 && own !== category) {
      written.push(`${categoryMark} ${own === '' ? '$course$/top' : own}`)
      category = own
    }
    written.push(...made.blocks)
  }
  return { content: written.map((block) => `${block}\n`).join('\n'), losses }
}

function blocksOf(item: DraftItem, locale: Locale): { blocks: string[]; losses: Message[] } {
  if (item.kind === 'truefalse') return tableBlocks(item, locale)
  const script = new GiftScript(item, locale)
  const body = bodyOf(item, locale, script)
  if ('key' in body) return { blocks: [], losses: [body] }
  return {
    blocks: [`${headOf(item, null)}${body.text}`],
    losses: [...commonLosses(item, locale), ...body.losses, ...script.losses()],
  }
}

/** The comment with the code, and the title. */
function headOf(item: DraftItem, number: number | null): string {
  const code = /^[a-z0-9][a-z0-9.-]*$/.test(item.code) && number === null ? `// [id:${item.code}]\n` : ''
  const name = oneLine(item.name ?? '')
  return `${code}${name === '' ? '' : `::${GiftScript.escaped(number === null ? name : `${name} (${number})`)}::`}`
}

const unfinished: Message = { key: 'text.unfinished' }

/** The text of an item with its answers, or why it is not written. */
function bodyOf(
  item: Exclude<DraftItem, Of<'truefalse'>>,
  locale: Locale,
  script: GiftScript,
): Written | Message {
  const stem = cleanText(item.stem[locale])
  if (stem === '' && item.kind !== 'gaps') return unfinished
  const ask = (answers: string): string => `${script.stem(stem)} {${answers}${script.general()}}`
  switch (item.kind) {
    case 'single':
    case 'multiple': {
      const choices = choicesText(item, item.options, locale, script)
      return 'key' in choices ? choices : { text: ask(choices.text), losses: choices.losses }
    }
    case 'short': {
      const answers = answersText(item.answers, locale, script)
      if ('key' in answers) return answers
      return {
        text: ask(answers.text),
        losses: [...answers.losses, ...(item.exact ? [{ key: 'text.exact' }] : [])],
      }
    }
    case 'gaps':
      return gapText(item, locale, script)
    case 'matching': {
      const pairs = item.pairs.map(
        ({ left, right }) => [cleanText(left[locale]), cleanText(right[locale])] as const,
      )
      const extra = (item.extra ?? []).map((part) => cleanText(part[locale]))
      if (pairs.length < 1 || [...pairs.flat(), ...extra].includes('')) return unfinished
      const told = [...item.pairs, ...(item.extra ?? [])].some(
        ({ feedback }) => cleanText(feedback?.[locale] ?? '') !== '',
      )
      const lines = [
        ...pairs.map(
          ([left, right]) => `\n\t=${script.part(script.arrowless(left))} -> ${GiftScript.escaped(right)}`,
        ),
        ...extra.map((text) => `\n\t= -> ${GiftScript.escaped(text)}`),
      ]
      return { text: ask(`${lines.join('')}\n`), losses: told ? [{ key: 'text.feedback' }] : [] }
    }
    case 'numeric': {
      const unit = oneLine(item.unit?.[locale] ?? '')
      const losses = unit === '' ? [] : [{ key: 'text.unit', values: { what: unit } }]
      return { text: ask(`#${plainNumber(item.answer)}:${plainNumber(item.tolerance)}`), losses }
    }
    case 'essay':
      return { text: ask(''), losses: [{ key: 'text.essay' }] }
    case 'ordering':
    case 'point':
      return { key: 'loss.kind', values: { kind: item.kind } }
  }
}

/** A text with one gap, the answers standing in it. */
function gapText(item: Of<'gaps'>, locale: Locale, script: GiftScript): Written | Message {
  const [gap] = item.gaps
  if (!gap || item.gaps.length !== 1) return { key: 'text.severalGaps', values: { count: item.gaps.length } }
  const around = cleanText(item.text[locale]).split(`{${gap.id}}`)
  const [before, after] = around as [string, string]
  if (around.length !== 2 || after.trim() === '') return { key: 'text.gapPlace' }
  // Only a text before the gap can be marked as plain.
  const unmarked = before.trim() === '' && script.isPlain
  if (unmarked || /^\s*\[(?:html|markdown|plain|moodle)\]/.test(after)) return { key: 'text.gapPlace' }
  const made =
    'options' in gap
      ? choicesText(
          { kind: keysIn(gap.options) > 1 ? 'multiple' : 'single', inText: true },
          gap.options,
          locale,
          script,
        )
      : answersText(gap.answers, locale, script)
  if ('key' in made) return made
  const usual = getT(locale, 'interchange')('options' in gap ? 'gift.chosenStem' : 'gift.typedStem')
  const stem = cleanText(item.stem[locale])
  const losses = [
    ...made.losses,
    ...(stem === '' || stem === usual ? [] : [{ key: 'text.gapStem' }]),
    ...('exact' in gap && gap.exact ? [{ key: 'text.exact' }] : []),
  ]
  const start = before.trim() === '' ? '' : script.stem(before)
  return { text: `${start}{${made.text}${script.general()}}${GiftScript.escaped(after)}`, losses }
}

const keysIn = (options: readonly { correct?: boolean }[]) => options.filter(({ correct }) => correct).length

function tableBlocks(item: Of<'truefalse'>, locale: Locale): { blocks: string[]; losses: Message[] } {
  const stem = cleanText(item.stem[locale])
  const statements = item.statements.map((statement) => cleanText(statement[locale]))
  if (stem === '' || statements.length === 0 || statements.includes(''))
    return { blocks: [], losses: [unfinished] }
  const script = new GiftScript(item, locale)
  const blocks = item.statements.map(({ correct, feedback }, i) => {
    const told = cleanText(feedback?.[locale] ?? '')
    const word = correct ? 'TRUE' : 'FALSE'
    const answers = told === '' ? word : `${word}${script.feedback(told)}${script.feedback(told)}`
    return `${headOf(item, i + 1)}${script.stem(`${stem}\n${statements[i]!}`)} {${answers}${script.general()}}`
  })
  return {
    blocks,
    losses: [
      ...commonLosses(item, locale),
      { key: 'loss.split', values: { count: blocks.length } },
      ...(item.scoring === 'all' ? [{ key: 'text.scoringAll' }] : []),
    ],
  }
}
