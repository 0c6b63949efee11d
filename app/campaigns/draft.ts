import { z } from 'zod'
import { parseDateText } from '~/ui/date-text'

/** What a campaign may be made of: what the form offers, and what it accepts. */
export type DraftChoices = {
  provinceCode: string
  provinceName: string
  /** `kind` is the word that the name begins with: Xã, Phường, Đặc khu. */
  communes: { code: string; name: string; kind: string }[]
  positions: {
    code: string
    name: { vi: string; en: string }
    department: { code: string; vi: string; en: string }
  }[]
  personForms: FormChoice[]
  communeForms: FormChoice[]
}
export type FormChoice = {
  id: string
  code: string
  version: number
  minutes: number
  title: { vi: string; en: string }
}

/** How the quiz is asked: items chosen one by one for each person, or the same ones for every target profile. */
export const quizModes = ['adaptive', 'fixed'] as const
export type QuizMode = (typeof quizModes)[number]

/** A campaign before it opens. */
export type Draft = {
  title: string
  titleEn: string | null
  personFormVersionId: string
  communeFormVersionId: string | null
  quizMode: QuizMode
  communeCodes: string[]
  /** Null asks every position. */
  positionCodes: string[] | null
  opensOn: string
  closesOn: string
}

export const titleLimit = 120
/** A campaign longer than this is a slip of the keyboard, such as a wrong year. */
export const longestDays = 366

const day = (missing: string) =>
  z.string({ error: missing }).transform((text, context) => {
    const iso = parseDateText(text)
    if (iso) return iso
    context.addIssue({ code: 'custom', message: 'draft.date.unreadable' })
    return z.NEVER
  })

const title = z
  .string({ error: 'draft.title.missing' })
  .trim()
  .min(1, 'draft.title.missing')
  .max(titleLimit, 'draft.title.long')
const titleEn = z.string().trim().max(titleLimit, 'draft.title.long').optional()
const wholeOrSome = z.enum(['all', 'some'], { error: 'draft.choose' })

const oneOf = (known: Set<string>, missing: string) =>
  z.string({ error: missing }).refine((code) => known.has(code), { error: missing })
const someOf = (known: Set<string>, unknown: string) =>
  z
    .array(z.string())
    .default([])
    .refine((codes) => codes.every((code) => known.has(code)), { error: unknown })

const datesRead = z.object({ opensOn: z.iso.date(), closesOn: z.iso.date() })
// A check across fields runs as soon as its own fields can be read, so that everything wrong is said at once.
const readable = (needed: z.ZodType) => (payload: { value: unknown }) =>
  needed.safeParse(payload.value).success
const codes = (each: { code: string }[]) => new Set(each.map(({ code }) => code))
const ids = (each: { id: string }[]) => new Set(each.map(({ id }) => id))

/** The form of a draft. `today` is Vietnam's day. */
export function draftSchema(choices: Omit<DraftChoices, 'provinceName'>, today: string) {
  return z
    .object({
      title,
      titleEn,
      personForm: oneOf(ids(choices.personForms), 'draft.personForm.missing'),
      communeForm: oneOf(ids(choices.communeForms), 'draft.communeForm.unknown').optional(),
      quizMode: z.enum(quizModes, { error: 'draft.choose' }),
      whichCommunes: wholeOrSome,
      communes: someOf(codes(choices.communes), 'draft.communes.unknown'),
      whichPositions: wholeOrSome,
      positions: someOf(codes(choices.positions), 'draft.positions.unknown'),
      opensOn: day('draft.opensOn.missing').refine((iso) => iso >= today, { error: 'draft.opensOn.past' }),
      closesOn: day('draft.closesOn.missing').refine((iso) => iso >= today, { error: 'draft.closesOn.past' }),
    })
    .refine(({ opensOn, closesOn }) => closesOn >= opensOn, {
      path: ['closesOn'],
      error: 'draft.closesOn.before',
      when: readable(datesRead),
    })
    .refine(({ opensOn, closesOn }) => dayNumber(closesOn) - dayNumber(opensOn) <= longestDays, {
      path: ['closesOn'],
      error: 'draft.closesOn.far',
      when: readable(datesRead),
    })
    .refine(({ whichCommunes, communes }) => whichCommunes === 'all' || communes.length > 0, {
      path: ['communes'],
      error: 'draft.communes.none',
      when: readable(z.object({ whichCommunes: wholeOrSome, communes: z.array(z.string()) })),
    })
    .refine(({ whichPositions, positions }) => whichPositions === 'all' || positions.length > 0, {
      path: ['positions'],
      error: 'draft.positions.none',
      when: readable(z.object({ whichPositions: wholeOrSome, positions: z.array(z.string()) })),
    })
    .transform((value): Draft => ({
      title: value.title,
      titleEn: value.titleEn ?? null,
      personFormVersionId: value.personForm,
      communeFormVersionId: value.communeForm ?? null,
      quizMode: value.quizMode,
      communeCodes: value.whichCommunes === 'all' ? choices.communes.map(({ code }) => code) : value.communes,
      positionCodes: value.whichPositions === 'all' ? null : value.positions,
      opensOn: value.opensOn,
      closesOn: value.closesOn,
    }))
}

function dayNumber(iso: string): number {
  return Date.parse(`${iso}T00:00:00Z`) / 86_400_000
}

/** The form that puts the last day of an open campaign later. */
export function extensionSchema(closesOn: string, today: string) {
  return z.object({
    closesOn: day('draft.closesOn.missing')
      .refine((iso) => iso >= today, { error: 'draft.closesOn.past' })
      .refine((iso) => iso > closesOn, { error: 'extend.notLater' })
      .refine((iso) => dayNumber(iso) - dayNumber(today) <= longestDays, { error: 'draft.closesOn.far' }),
  })
}

/** How a draft stands in its form again. */
export function draftToFields(draft: Draft, choices: Pick<DraftChoices, 'communes'>) {
  const whole = choices.communes.every(({ code }) => draft.communeCodes.includes(code))
  return {
    title: draft.title,
    titleEn: draft.titleEn ?? '',
    personForm: draft.personFormVersionId,
    communeForm: draft.communeFormVersionId ?? '',
    quizMode: draft.quizMode,
    whichCommunes: whole ? 'all' : 'some',
    communes: whole ? [] : draft.communeCodes,
    whichPositions: draft.positionCodes === null ? 'all' : 'some',
    positions: draft.positionCodes ?? [],
    opensOn: draft.opensOn,
    closesOn: draft.closesOn,
  }
}

/** What a new draft begins with: everybody, the first form of each kind, an adaptive quiz, two weeks from today. */
export function emptyDraft(
  choices: Pick<DraftChoices, 'communes' | 'personForms' | 'communeForms'>,
  today: string,
): Draft {
  const twoWeeksOn = new Date((dayNumber(today) + 14) * 86_400_000).toISOString().slice(0, 10)
  return {
    title: '',
    titleEn: null,
    personFormVersionId: choices.personForms[0]?.id ?? '',
    communeFormVersionId: choices.communeForms[0]?.id ?? null,
    quizMode: 'adaptive',
    communeCodes: choices.communes.map(({ code }) => code),
    positionCodes: null,
    opensOn: today,
    closesOn: twoWeeksOn,
  }
}
