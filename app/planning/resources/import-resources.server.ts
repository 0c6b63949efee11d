import { fold } from '~/formats/fold'
import type { Message } from '~/formats/message'
import { readWorkbook } from '~/formats/workbook.server'
import { writeWorkbook } from '~/formats/write-workbook.server'
import { fileMessages } from '~/people/roster/messages'
import { communesIn } from '~/people/places/places.server'
import { inTransaction } from '~/platform/db/db.server'
import { getT } from '~/platform/i18n/translate'
import { audit } from '~/platform/log/audit.server'
import type { Actor } from '~/platform/policy/actor'
import { plannableModules } from '../past-effects.server'
import { spanText } from '../spans'
import { readResources, type ImportFault } from './import-rows'
import { allTrainers, allVenues, travelOf } from './resources.server'
import { resourcesProvince, storeTrainer, storeVenue } from './save-resource.server'
import { storeHours } from './travel.server'

const limitMb = 5

export type ResourcesUpload =
  | { kind: 'file'; message: Message; mend: Message }
  | { kind: 'faults'; faults: ImportFault[] }
  | { kind: 'stored'; trainers: number; venues: number; travel: number }

/**
 * Takes in a workbook of trainers, venues and hours on the road: all of it, or, where anything is wrong, nothing. A trainer
 * or venue of the same name is changed. Who is not in the workbook stays as before.
 */
export async function importResources(actor: Actor, file: Uint8Array): Promise<ResourcesUpload> {
  const provinceCode = resourcesProvince(actor)
  const limit = limitMb * 1024 * 1024
  if (file.length > limit) return { kind: 'file', ...fileMessages({ code: 'too-big', limit }) }
  const tables = await readWorkbook(Buffer.from(file))
  if (!tables.ok) return { kind: 'file', ...fileMessages(tables.problem) }
  const { read, faults } = readResources(tables.sheets, {
    communes: communesIn(provinceCode),
    modules: plannableModules(),
    venues: allVenues(provinceCode).map(({ name }) => name),
  })
  if (faults.length > 0) return { kind: 'faults', faults }
  return inTransaction(async (tx) => {
    const trainers = new Map(allTrainers(provinceCode, tx).map(({ name, id }) => [fold(name), id]))
    const venues = new Map(allVenues(provinceCode, tx).map(({ name, id }) => [fold(name), id]))
    for (const each of read.trainers)
      storeTrainer(tx, provinceCode, trainers.get(fold(each.name)) ?? null, each)
    for (const each of read.venues) {
      const key = fold(each.name)
      venues.set(key, storeVenue(tx, provinceCode, venues.get(key) ?? null, each))
    }
    for (const { venue, commune, hours } of read.travel)
      storeHours(tx, venues.get(fold(venue))!, [{ commune, hours }])
    const counts = {
      trainers: read.trainers.length,
      venues: read.venues.length,
      travel: read.travel.length,
    }
    await audit(tx, actor.accountId, 'plan-resources.import', provinceCode, counts)
    return { kind: 'stored', ...counts }
  })
}

/** The workbook to fill in, with what is known now in it; headings are Vietnamese whatever the reader's language. */
export async function resourcesWorkbook(actor: Actor): Promise<Buffer> {
  const provinceCode = resourcesProvince(actor)
  const t = getT('vi', 'planning')
  const communes = communesIn(provinceCode)
  const venues = allVenues(provinceCode).sort((a, b) => (a.name < b.name ? -1 : 1))
  const trainers = allTrainers(provinceCode).sort((a, b) => (a.name < b.name ? -1 : 1))
  const hours = new Map(travelOf(provinceCode).map((each) => [`${each.venue} ${each.commune}`, each.hours]))
  const names = new Map(communes.map(({ code, name }) => [code, name]))
  const modules = plannableModules()
  const spans = (list: [string, string][]) => list.map(spanText).join('; ')
  return writeWorkbook([
    {
      name: t('workbook.trainers'),
      columns: [
        { header: t('trainer.name'), width: 28 },
        { header: t('workbook.modules'), width: 60 },
        { header: t('trainer.days'), kind: 'integer' },
        { header: t('trainer.daysPerWeek'), kind: 'integer' },
        { header: t('workbook.away'), width: 40 },
        { header: t('trainer.email'), width: 28 },
      ],
      rows: trainers.map((each) => [
        each.name,
        each.modules
          .map((code) => modules.find((module) => module.code === code)?.title.vi ?? code)
          .join('; '),
        each.days,
        each.daysPerWeek,
        spans(each.away),
        each.email,
      ]),
    },
    {
      name: t('workbook.venues'),
      columns: [
        { header: t('venue.name'), width: 40 },
        { header: t('venue.commune'), width: 24 },
        { header: t('venue.seats'), kind: 'integer' },
        { header: t('venue.rooms'), kind: 'integer' },
        { header: t('workbook.away'), width: 40 },
      ],
      rows: venues.map((each) => [
        each.name,
        each.commune ? (names.get(each.commune) ?? each.commune) : null,
        each.seats,
        each.rooms,
        spans(each.closed),
      ]),
    },
    {
      name: t('workbook.travel'),
      columns: [
        { header: t('workbook.code'), width: 10 },
        { header: t('travel.commune'), width: 26 },
        ...venues.map(({ name }) => ({ header: name, kind: 'number' as const, width: 16 })),
      ],
      rows: communes.map(({ code, name }) => [
        code,
        name,
        ...venues.map(({ id }) => hours.get(`${id} ${code}`) ?? null),
      ]),
    },
    {
      name: t('workbook.lists'),
      columns: [
        { header: t('workbook.module'), width: 60 },
        { header: t('workbook.moduleCode'), width: 24 },
      ],
      rows: modules.map(({ code, title }) => [title.vi, code]),
    },
  ])
}
