import { fileName } from '~/formats/file-name'
import type { CellValue } from '~/formats/table'
import { writeWorkbook, type SheetOut } from '~/formats/write-workbook.server'
import { now } from '~/platform/clock/now.server'
import { formatDateTime } from '~/platform/i18n/format'
import type { Locale } from '~/platform/i18n/locale'
import { getT } from '~/platform/i18n/translate'
import { listMissing, type MissingList } from './list-missing.server'
import type { Actor } from '~/platform/policy/actor'

export type MissingFile = { name: string; body: Buffer }

/** The list of who has not submitted as a spreadsheet; its first sheet says what it is and when it was made. */
export async function missingWorkbook(
  actor: Actor,
  id: string,
  communeCode: string | null,
  options: { locale: Locale; sample: boolean },
): Promise<MissingFile> {
  const list = listMissing(actor, id, communeCode, options.locale)
  const t = getT(options.locale, 'campaigns')
  const sampleLine: CellValue[][] = options.sample ? [[getT(options.locale, 'ui')('sample')]] : []
  const sheets = [aboutSheet(list, options.locale, sampleLine), peopleSheet(list, options.locale, sampleLine)]
  if (list.communeForms) {
    sheets.push({
      name: t('export.forms'),
      columns: [
        { header: t('rates.commune'), width: 30 },
        { header: t('missing.state'), width: 18 },
      ],
      rows: [
        ...sampleLine,
        ...list.communeForms.map(({ name, started }) => [
          name,
          t(started ? 'form.started' : 'form.notStarted'),
        ]),
      ],
    })
  }
  const place = list.communes.find(({ code }) => code === communeCode)?.name ?? ''
  return {
    name: fileName([t('export.file'), place, list.campaign.title], 'xlsx'),
    body: await writeWorkbook(sheets),
  }
}

function aboutSheet(list: MissingList, locale: Locale, sampleLine: CellValue[][]): SheetOut {
  const t = getT(locale, 'campaigns')
  return {
    name: t('export.about'),
    columns: [
      { header: t('export.title'), width: 60 },
      { header: '', width: 40 },
    ],
    rows: [
      ...sampleLine,
      [t('export.campaign'), list.campaign.title],
      [t('export.madeAt'), formatDateTime(now())],
      [t('export.people'), list.people.length],
      ...(list.communeForms ? [[t('export.communeForms'), list.communeForms.length]] : []),
      [t('export.care')],
    ],
  }
}

function peopleSheet(list: MissingList, locale: Locale, sampleLine: CellValue[][]): SheetOut {
  const t = getT(locale, 'campaigns')
  return {
    name: t('export.list'),
    columns: [
      { header: t('rates.commune'), width: 26 },
      { header: t('missing.name'), width: 28 },
      { header: t('missing.staffCode'), width: 16 },
      { header: t('missing.position'), width: 34 },
      { header: t('missing.state'), width: 18 },
      { header: t('missing.account'), width: 20 },
    ],
    rows: [
      ...sampleLine,
      ...list.people.map((person) => [
        person.communeName,
        person.name,
        person.staffCode,
        person.position,
        t(person.started ? 'form.started' : 'form.notStarted'),
        t(person.activated ? 'missing.activated' : 'missing.notActivated'),
      ]),
    ],
  }
}
