import { fileName } from '~/formats/file-name'
import type { CellValue } from '~/formats/table'
import { writeWorkbook, type SheetOut } from '~/formats/write-workbook.server'
import { now } from '~/platform/clock/now.server'
import { reader } from '~/platform/db/db.server'
import { refuse } from '~/platform/http/errors'
import { formatDateTime } from '~/platform/i18n/format'
import type { Locale } from '~/platform/i18n/locale'
import { getT } from '~/platform/i18n/translate'
import type { Actor } from '~/platform/policy/actor'
import { listMissing, type MissingPerson } from '../list-missing.server'
import { titleOf } from '../survey-pages.server'
import { answerSheet } from './answer-sheet.server'
import { formLetters } from './form-code'
import { paperCampaign, paperProfiles, requireTaking } from './paper-campaign.server'
import { paperForm } from './paper-form.server'
import { inPositionOrder } from './position-names.server'

type Options = { locale: Locale; sample: boolean }

/** The workbook in which answers on paper are typed: a sheet for each main position, a row for each person without an answer. */
export async function answersWorkbook(
  actor: Actor,
  id: string,
  communeCode: string | null,
  options: Options,
): Promise<{ name: string; body: Buffer }> {
  const campaign = paperCampaign(actor, reader, id)
  requireTaking(campaign)
  const { locale } = options
  const t = getT(locale, 'paper')
  const sample: CellValue[][] = options.sample ? [[getT(locale, 'ui')('sample')]] : []
  const missing = listMissing(actor, id, communeCode, locale)
  const positions = mainPositions(id)
  const people = new Map<string, MissingPerson[]>()
  for (const person of missing.people.filter(({ started }) => !started)) {
    const key = positions.get(person.personId) ?? ''
    people.set(key, [...(people.get(key) ?? []), person])
  }
  const sheets: SheetOut[] = []
  for (const profile of inPositionOrder(paperProfiles(reader, campaign), locale)) {
    const rows = people.get(profile.code)
    if (!rows) continue
    const forms = formLetters.map((_, parallel) => paperForm(campaign, profile, parallel))
    sheets.push(answerSheet(profile.position, forms, rows.map(personCells), options, sample))
  }
  if (missing.communeForms && campaign.communeFormVersionId) {
    const rows = missing.communeForms.filter(({ started }) => !started)
    const cells = rows.map(({ code, name }) => [code, name])
    if (rows.length > 0)
      sheets.push(answerSheet(t('sheet.communeForm'), [paperForm(campaign, null, 0)], cells, options, sample))
  }
  const place = missing.communes.find(({ code }) => code === communeCode)?.name ?? ''
  if (communeCode !== null && !place) throw refuse('notFound')
  const title = titleOf(campaign, locale)
  const facts = [title, place || t('sheet.everyCommune'), formatDateTime(now())]
  return {
    name: fileName([t('sheet.file'), place, title], 'xlsx'),
    body: await writeWorkbook([methodSheet(facts, locale, sample), ...sheets]),
  }
}

const personCells = ({ staffCode, communeName, name }: MissingPerson): CellValue[] => [
  staffCode,
  communeName,
  name,
]

function mainPositions(campaignId: string): Map<string, string> {
  const rows = reader.sql.all<{ personId: string; positionCode: string }>(
    'SELECT personId, positionCode FROM Invitee WHERE campaignId = ?',
    campaignId,
  )
  return new Map(rows.map(({ personId, positionCode }) => [personId, positionCode]))
}

const steps = ['1', '2', '3', '4', '5', '6', '7', '8', '9', '10'] as const

function methodSheet(facts: string[], locale: Locale, sample: CellValue[][]): SheetOut {
  const t = getT(locale, 'paper')
  return {
    name: t('method.sheet'),
    columns: [
      { header: t('method.title'), width: 26 },
      { header: '', width: 110 },
    ],
    rows: [
      ...sample,
      [t('method.campaign'), facts[0]!],
      [t('method.commune'), facts[1]!],
      [t('method.madeAt'), facts[2]!],
      ...steps.map((step): CellValue[] => [t(`method.${step}.name`), t(`method.${step}`)]),
    ],
  }
}
