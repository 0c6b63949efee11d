import { csvLine, csvMark } from '~/formats/csv'
import type { Download } from '~/formats/download'
import { fileName } from '~/formats/file-name'
import type { SheetColumn } from '~/formats/sheet-xml'
import { streamWorkbook } from '~/formats/stream-workbook.server'
import type { CellValue } from '~/formats/table'
import { piecesOf } from '~/formats/text-pieces.server'
import { vietnamDay } from '~/platform/i18n/format'
import type { Locale } from '~/platform/i18n/locale'
import { getT } from '~/platform/i18n/translate'
import type { Actor } from '~/platform/policy/actor'
import { requestsOf, type Requests } from './requests-of.server'

type File = Download<AsyncGenerator<Uint8Array, void, undefined>>

/** The requests of a campaign as a table, one row a request and commune, as a workbook or as CSV; for a planner. */
export function requestsFile(actor: Actor, campaignId: string, kind: 'xlsx' | 'csv', locale: Locale): File {
  const found = requestsOf(actor, campaignId)
  const t = getT(locale, 'requests')
  const name = fileName([t('title'), found.campaign.title[locale]], kind)
  const [columns, rows] = [columnsOf(locale), rowsOf(found, locale)]
  if (kind === 'csv') {
    const heads = csvMark + csvLine(columns.map(({ header }) => header))
    return { name, body: piecesOf([heads, ...rows.map((row) => csvLine(row))]) }
  }
  const mark = found.campaign.sample ? getT(locale, 'ui')('sample') : undefined
  const sheet = { name: t('title'), columns, frozen: 2, head: mark, rows: mark ? [[mark], ...rows] : rows }
  return { name, body: streamWorkbook([sheet]) }
}

function columnsOf(locale: Locale): SheetColumn[] {
  const t = getT(locale, 'requests')
  const text = (key: Parameters<typeof t>[0], width: number): SheetColumn => ({ header: t(key), width })
  return [
    text('file.commune', 10),
    text('column.commune', 26),
    text('column.who', 26),
    { header: t('column.request'), width: 60, kind: 'wrapped' },
    text('file.kind', 18),
    text('column.state', 18),
    text('field.inCharge', 34),
    { header: t('field.dueOn'), kind: 'date' },
    { header: t('field.answer'), width: 50, kind: 'wrapped' },
    { header: t('field.reason'), width: 40, kind: 'wrapped' },
    { header: t('file.at'), kind: 'date' },
    text('file.note', 16),
  ]
}

function rowsOf({ groups, campaign }: Requests, locale: Locale): CellValue[][] {
  const t = getT(locale, 'requests')
  const day = (value: string | null) => (value === null ? null : new Date(`${value}T00:00:00Z`))
  const sample = campaign.sample ? getT(locale, 'ui')('sample.short') : null
  return groups.flatMap(({ who, requests }) =>
    requests.flatMap(({ text, isOwnWords, communes }) =>
      communes.map((each): CellValue[] => [
        each.code,
        each.name,
        t(`who.${who ?? 'nobody'}`),
        text[locale],
        t(isOwnWords ? 'kind.own' : 'kind.choice'),
        t(`state.${each.state}`),
        each.inCharge,
        day(each.dueOn),
        each.answer,
        each.reason,
        each.at === null ? null : day(vietnamDay(new Date(each.at))),
        sample,
      ]),
    ),
  )
}
