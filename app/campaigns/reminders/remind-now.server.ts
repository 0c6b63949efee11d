import { formVersion } from '~/assessment/content.server'
import { now } from '~/platform/clock/now.server'
import type { Tx } from '~/platform/db/db.server'
import { refuse } from '~/platform/http/errors'
import { formatDate, formatNumber, vietnamDay } from '~/platform/i18n/format'
import type { Locale } from '~/platform/i18n/locale'
import { getT } from '~/platform/i18n/translate'
import { paths } from '~/paths'
import { inSentence } from '~/people/places/places.server'
import { queueMail } from '~/platform/mail/outbox.server'
import { phaseOf } from '../campaign'
import type { CampaignRecord } from '../find-campaign.server'
import { titleOf } from '../survey-pages.server'
import type { FormProgress } from '../response-rates.server'
import { officesOf, peopleToMail } from './recipients.server'
import type { Proposed } from './mail-form'
import { fill, type PlaceValues, type Receiver, type Wording } from './wording'

/** A commune that lacks answers. */
export type Lacking = {
  code: string
  name: string
  asked: number
  missing: number
  form: FormProgress | null
}

/** What is written to whom; null: nothing to them. */
export type Wordings = { office: Wording | null; person: Record<Locale, Wording> | null }

export function isRunning(campaign: CampaignRecord): boolean {
  return phaseOf(campaign, vietnamDay(now())) === 'running'
}

/** Throws the clear answer unless the campaign takes answers today: nobody is reminded of what is over. */
export function requireRunning(campaign: CampaignRecord): void {
  const phase = phaseOf(campaign, vietnamDay(now()))
  if (phase === 'running') return
  if (phase === 'waiting') throw refuse('campaignNotOpen', { date: formatDate(campaign.opensOn) })
  if (phase === 'draft') throw refuse('notFound')
  throw refuse('campaignClosed', { date: formatDate(campaign.closedAt ?? campaign.closesOn) })
}

/** The texts that the product proposes; offices read Vietnamese. */
export function proposedTexts(): Proposed {
  const proposed = (receiver: Receiver, locale: Locale): Wording => {
    const t = getT(locale, 'reminders')
    const parts = (['hello', 'about', 'open', 'thanks'] as const).map((part) => {
      const said = t(`proposed.${receiver}.${part}`)
      return part === 'open' ? `${said}\n[${t('place.link')}]` : said
    })
    return { title: t(`proposed.${receiver}.title`), text: parts.join('\n\n') }
  }
  return {
    office: proposed('office', 'vi'),
    person: proposed('person', 'vi'),
    personEn: proposed('person', 'en'),
  }
}

/** What stands in the places of a message to the office of a commune. */
export function officeValues(campaign: CampaignRecord, commune: Lacking, origin: string): PlaceValues {
  return {
    campaign: campaign.title,
    commune: inSentence(commune.name),
    missing: formatNumber('vi', commune.missing),
    asked: formatNumber('vi', commune.asked),
    until: formatDate(campaign.closesOn),
    form: commune.form !== null && commune.form !== 'submitted' ? getT('vi', 'reminders')('formToo') : '',
    link: origin + paths.missing(campaign.id, { commune: commune.code }),
  }
}

export function personValues(campaign: CampaignRecord, locale: Locale, origin: string): PlaceValues {
  return {
    campaign: titleOf(campaign, locale),
    until: formatDate(campaign.closesOn),
    minutes: String(formVersion(campaign.personFormVersionId).minutes),
    link: origin + paths.survey(campaign.id),
  }
}

type Mailing = {
  campaign: CampaignRecord
  communes: readonly Lacking[]
  wordings: Wordings
  origin: string
  createdBy: string | null
}

/** Queues the messages; returns the communes that got any, and how many messages there are. */
export function mailReminders(
  tx: Pick<Tx, 'sql'>,
  { campaign, communes, wordings, origin, createdBy }: Mailing,
): { reached: Lacking[]; messages: number } {
  const codes = communes.map(({ code }) => code)
  const reached = new Set<string>()
  let messages = 0
  const queue = (code: string, to: string, { title, text }: Wording, locale: Locale, values: PlaceValues) => {
    const written = { title: fill(title, locale, values), text: fill(text, locale, values) }
    queueMail(tx, { kind: 'reminder', subject: campaign.id, to, ...written, createdBy })
    reached.add(code)
    messages += 1
  }
  // Read first: an address that stands for an office and a person gets what the office gets.
  const { people } = wordings.person ? peopleToMail(tx.sql, campaign.id, codes) : { people: [] }
  const offices = new Set<string>()
  if (wordings.office) {
    const found = officesOf(tx.sql, codes)
    for (const commune of communes)
      for (const address of found.get(commune.code)!.addresses) {
        queue(commune.code, address, wordings.office, 'vi', officeValues(campaign, commune, origin))
        offices.add(address)
      }
  }
  for (const { communeCode, address, locale } of people)
    if (wordings.person && !offices.has(address))
      queue(communeCode, address, wordings.person[locale], locale, personValues(campaign, locale, origin))
  return { reached: communes.filter(({ code }) => reached.has(code)), messages }
}
