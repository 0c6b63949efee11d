import { draftItemSchema, type DraftItem } from '~/assessment/item'
import { writeWorkbook } from '~/formats/write-workbook.server'
import type { Locale } from '~/platform/i18n/locale'
import { getT } from '~/platform/i18n/translate'
import type { Actor } from '~/platform/policy/actor'
import { authorise } from '~/platform/policy/require.server'
import examples from './sheet-examples.json'
import { sheetWords } from './sheet-locale'
import { writeQuestionSheet, type QuestionSheet } from './sheet-write'

/** Rows of the sheet that explains, in order; each is a text `template.help.<key>`. */
const help = [
  'row',
  'languages',
  'kinds',
  'single',
  'truefalse',
  'matching',
  'ordering',
  'numeric',
  'short',
  'gaps',
  'competency',
  'examples',
] as const

const wide = /^(?:stem|text|explanation)\./
const columnsOf = ({ columns }: QuestionSheet) =>
  columns.map(({ key, header }) => ({
    header,
    width: wide.test(key) ? 44 : key.startsWith('option') ? 26 : 16,
  }))

/** An empty sheet of questions with an example of every kind, which is never read, and a sheet that explains the columns. */
export function questionTemplate(actor: Actor, locale: Locale): Promise<Buffer> {
  authorise(actor, 'studio.write')
  const t = getT(locale, 'interchange')
  const items = examples.map((each) => draftItemSchema.parse(each))
  const sheet = writeQuestionSheet(items, sheetWords(locale), true)
  const code = sheet.columns.findIndex(({ key }) => key === 'code')
  const rows = sheet.rows.map((row, i) =>
    row.map((cell, at) => (at === code ? t('template.example', { number: i + 1 }) : cell)),
  )
  return writeWorkbook([
    { name: t('template.sheet'), columns: columnsOf(sheet), rows },
    {
      name: t('template.helpSheet'),
      columns: [
        { header: t('template.topic'), width: 26 },
        { header: t('template.text'), width: 100 },
      ],
      rows: help.map((key) => [t(`template.topic.${key}`), t(`template.help.${key}`)]),
    },
  ])
}

/** Items as a workbook of one sheet, with what each lost on the way. */
export async function questionWorkbook(items: DraftItem[], locale: Locale) {
  const sheet = writeQuestionSheet(items, sheetWords(locale))
  const name = getT(locale, 'interchange')('template.sheet')
  const content = await writeWorkbook([{ name, columns: columnsOf(sheet), rows: sheet.rows }])
  return { content, losses: sheet.losses }
}
