import type { Locale } from '~/platform/i18n/locale'
import type { Values } from '~/platform/i18n/translate'
import { faultOfText, faultOfTitle, type Receiver, type Wording } from './wording'

/** The texts of a form, each with the names of its two fields. */
export const wordingFields = {
  office: { receiver: 'office', locale: 'vi', title: 'officeTitle', text: 'officeText' },
  person: { receiver: 'person', locale: 'vi', title: 'personTitle', text: 'personText' },
  personEn: { receiver: 'person', locale: 'en', title: 'personTitleEn', text: 'personTextEn' },
} as const satisfies Record<string, { receiver: Receiver; locale: Locale; title: string; text: string }>
export type WordingName = keyof typeof wordingFields

export type Proposed = Record<WordingName, Wording>

/** What a form of reminders by mail says: what is written, and what is wrong with which field. */
export type ReadMail = {
  office: Wording | null
  person: Record<Locale, Wording> | null
  errors: Record<string, string>
  values: Record<string, Values>
}

/**
 * Reads a form as typed. A text that the form did not show is the proposed one. What goes to nobody is not judged, and
 * something has to go to somebody.
 */
export function readMail(typed: Record<string, string>, proposed: Proposed): ReadMail {
  const errors: Record<string, string> = {}
  const values: Record<string, Values> = {}
  const [toOffice, toPeople] = [typed.toOffice === 'yes', typed.toPeople === 'yes']
  const read = (name: WordingName, wanted: boolean): Wording => {
    const { receiver, locale, title, text } = wordingFields[name]
    const wording = { title: typed[title] ?? proposed[name].title, text: typed[text] ?? proposed[name].text }
    if (!wanted) return wording
    for (const [field, fault] of [
      [title, faultOfTitle(wording.title, receiver, locale)],
      [text, faultOfText(wording.text, receiver, locale)],
    ] as const) {
      if (!fault) continue
      errors[field] = fault.key
      if (fault.values) values[field] = fault.values
    }
    return wording
  }
  const office = read('office', toOffice)
  const person = { vi: read('person', toPeople), en: read('personEn', toPeople) }
  if (!toOffice && !toPeople) errors.toOffice = 'mail.nobody'
  return { office: toOffice ? office : null, person: toPeople ? person : null, errors, values }
}
