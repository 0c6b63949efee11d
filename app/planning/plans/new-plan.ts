import { fieldReader, type FieldFaults } from '../typed-fields'

export type NewPlan = { title: string; titleEn: string | null; campaign: string; budget: number }

/** What a plan begins with, as typed; keys of faults are texts of `planning`. */
export function readNewPlan(
  typed: Readonly<Record<string, string | undefined>>,
): { value: NewPlan; faults?: never } | { value?: never; faults: FieldFaults } {
  const field = fieldReader(typed)
  const campaign = field.raw('campaign')
  if (campaign === '') field.fault('campaign', 'new.campaign.missing')
  const titleEn = field.raw('titleEn')
  if (titleEn.length > 150) field.fault('titleEn', 'typed.long', { most: 150 })
  const value = {
    title: field.text('title', 150, 'new.title.missing'),
    titleEn: titleEn === '' ? null : titleEn,
    campaign,
    budget: field.money('budget'),
  }
  return Object.keys(field.faults.errors).length > 0 ? { faults: field.faults } : { value }
}
