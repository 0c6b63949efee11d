import type { Sheet, SheetAnnex, SheetBlock, SheetPicture } from '~/formats/administrative/sheet'
import { linesOf } from '~/formats/administrative/plain-text'
import type { ChartName } from '~/gaps/charts/chart-names'
import { getT } from '~/platform/i18n/translate'
import { parseDateText } from '~/ui/date-text'
import { dateParts, room } from './date-line'
import type { Draft, DraftPart, HeadField } from './draft'
import type { DocumentLanguage } from './kinds'
import type { Section } from './wording'

export type Pictures = ReadonlyMap<ChartName, SheetPicture>
type Numbers = { table: number; picture: number }

/** A draft with the words that hold, in the parts of the prescribed format: numbered, and ended as a document ends. */
export function assemble(
  draft: Draft,
  sections: readonly Section[],
  language: DocumentLanguage,
  pictures: Pictures,
): Sheet {
  const t = getT(language, 'official')
  const words = new Map(sections.map(({ key, text }) => [key, text]))
  const field = (key: HeadField) => words.get(key) ?? ''
  const isLetter = draft.typeName === ''
  const day = field('date') === '' ? '' : (parseDateText(field('date')) ?? '')
  const about = field('about')
  const placeDate = t('sheet.placeDate', { place: field('place'), ...dateParts(day) })
  const numbers: Numbers = { table: 0, picture: 0 }
  const blocksOf = (parts: readonly DraftPart[]) => blocks(parts, words, language, pictures, numbers)
  const body: SheetBlock[] = [
    ...linesOf(field('basis')).map((text): SheetBlock => ({ kind: 'line', text, basis: true })),
    ...blocksOf(draft.parts),
  ]
  const number = field('number').startsWith('/') ? room(6) + field('number') : field('number')
  const annexes = draft.annexes.map((annex): SheetAnnex => ({
    label: t('sheet.annex', {
      number: draft.annexes.length > 1 ? ` ${roman(draft.annexes.indexOf(annex) + 1)}` : '',
    }),
    title: annex.title,
    under: t(isLetter ? 'sheet.annexOfLetter' : 'sheet.annexOf', {
      type: draft.typeName,
      number,
      issuer: field('issuer'),
      ...dateParts(day),
    }),
    landscape: annex.landscape,
    blocks: blocksOf(annex.parts),
  }))
  const to = linesOf(field('to')).map(bare)
  return {
    language,
    title: isLetter ? about : `${draft.typeName} ${about}`,
    marks: [
      ...(draft.sample ? [t('sheet.sample')] : []),
      ...(language === 'en' ? [t('sheet.translation')] : []),
    ],
    nation: t('sheet.nation'),
    motto: t('sheet.motto'),
    superior: field('superior'),
    issuer: field('issuer'),
    number: t('sheet.number', { number }),
    subject: isLetter ? t('sheet.subject', { about }) : '',
    placeDate,
    typeName: draft.typeName,
    about: isLetter ? '' : about,
    to: to.length > 0 ? { label: t('sheet.to'), names: to } : null,
    body: ended(body),
    recipients: {
      label: t('sheet.recipients'),
      lines: filed(linesOf(field('recipients')).map(bare), t('sheet.filed')),
    },
    signature: {
      authority: linesOf(field('authority')),
      title: field('signerTitle'),
      name: field('signerName'),
    },
    annexes,
  }
}

/** A line of a list without its dash and its end. */
const bare = (line: string) => line.replace(/^[-–•]\s*/, '').replace(/\s*[;.]$/, '')

/** The copy that is filed stands last. */
function filed(lines: string[], copy: string): string[] {
  const start = copy.split(':')[0]!
  const copies = lines.filter((line) => line.startsWith(start))
  return [...lines.filter((line) => !line.startsWith(start)), ...(copies.length > 0 ? copies : [copy])]
}

/** The last line of a document ends with `./.`. */
function ended(body: SheetBlock[]): SheetBlock[] {
  const at = body.findLastIndex(({ kind }) => kind === 'line')
  return body.map((block, i) =>
    i === at && block.kind === 'line'
      ? { ...block, text: `${block.text.replace(/[.;:,/\s]+$/, '')}./.` }
      : block,
  )
}

function blocks(
  parts: readonly DraftPart[],
  words: ReadonlyMap<string, string>,
  language: DocumentLanguage,
  pictures: Pictures,
  numbers: Numbers,
): SheetBlock[] {
  const t = getT(language, 'official')
  const counts = [0, 0]
  return parts.flatMap((part, i): SheetBlock[] => {
    switch (part.kind) {
      case 'heading': {
        if (!holds(parts.slice(i + 1), part.level, words, pictures)) return []
        const count = (counts[part.level - 1]! += 1)
        if (part.level === 1) counts[1] = 0
        const text =
          part.level === 1
            ? `${roman(count)}. ${part.text.toLocaleUpperCase(language)}`
            : `${count}. ${part.text}`
        return [{ kind: 'heading', level: part.level, text }]
      }
      case 'words':
        return linesOf(words.get(part.key) ?? '').map((text) => ({ kind: 'line', text }))
      case 'table': {
        const { caption } = part.table
        if (part.table.rows.length === 0) return []
        const number = caption === '' ? 0 : (numbers.table += 1)
        return [
          {
            kind: 'table',
            table: { ...part.table, caption: caption === '' ? '' : t('sheet.table', { number, caption }) },
          },
        ]
      }
      case 'chart': {
        const picture = pictures.get(part.chart)
        if (!picture) return []
        const number = (numbers.picture += 1)
        return [
          {
            kind: 'picture',
            picture: { ...picture, title: t('sheet.figure', { number, title: part.title }) },
          },
        ]
      }
    }
  })
}

/** Whether something stands under a heading, before the next one of its rank. */
function holds(
  after: readonly DraftPart[],
  level: 1 | 2,
  words: ReadonlyMap<string, string>,
  pictures: Pictures,
): boolean {
  for (const part of after) {
    if (part.kind === 'heading' && part.level <= level) return false
    if (part.kind === 'words' && linesOf(words.get(part.key) ?? '').length > 0) return true
    if (part.kind === 'table' && part.table.rows.length > 0) return true
    if (part.kind === 'chart' && pictures.has(part.chart)) return true
  }
  return false
}

const digits = ['', 'I', 'II', 'III', 'IV', 'V', 'VI', 'VII', 'VIII', 'IX']
export function roman(number: number): string {
  return `${'X'.repeat(Math.floor(number / 10))}${digits[number % 10]}`
}
