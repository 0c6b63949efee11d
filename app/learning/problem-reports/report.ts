import { z } from 'zod'

/** What somebody can tell of: a lesson, a question, a practice task. */
export const reportedKinds = ['lesson', 'item', 'practice'] as const
export type ReportedKind = (typeof reportedKinds)[number]

/** What is wrong with it. */
export const reportedFaults = ['wrong', 'unclear', 'language', 'display', 'other'] as const
export type ReportedFault = (typeof reportedFaults)[number]

export const reportLimits = { text: 1000, aDay: 20 }

export const reportSchema = z.object({
  what: z.enum(reportedFaults, { error: 'what.missing' }),
  text: z
    .string({ error: 'text.missing' })
    .trim()
    .min(1, 'text.missing')
    .max(reportLimits.text, 'text.long')
    .transform((text) => text.normalize('NFC')),
})

export const handleSchema = z.object({
  answer: z
    .string({ error: 'answer.missing' })
    .trim()
    .min(1, 'answer.missing')
    .max(reportLimits.text, 'answer.long')
    .transform((text) => text.normalize('NFC')),
})

/** What an address names: `infosec@2/phishing`, `4.1-1a@2`, `share-file@1`; null where it names nothing of the kind. */
export function readSubject(
  kind: string | null,
  of: string | null,
): { kind: ReportedKind; versionId: string; lesson: string | null } | null {
  const known = reportedKinds.find((each) => each === kind)
  const [, versionId, lesson = null] = /^([a-z0-9.-]+@\d{1,6})(?:\/([a-z0-9-]+))?$/.exec(of ?? '') ?? []
  if (!known || !versionId || (lesson !== null) !== (known === 'lesson')) return null
  return { kind: known, versionId, lesson }
}
