import { z } from 'zod'
import { parseDateText } from '~/ui/date-text'
import { tidyText, tidyTime } from './typed'

export const mostSessions = 40
/** Empty rows for sessions at the end of the form. */
export const spareSessions = 3

const line = (missing: string, most: number) =>
  z
    .string({ error: missing })
    .transform(tidyText)
    .pipe(z.string().min(1, { error: missing }).max(most, { error: 'form.long' }))
const list = z.preprocess(
  (value) => (value === undefined ? [] : Array.isArray(value) ? (value as unknown[]) : [value]),
  z.array(z.string().max(40)).max(200),
)
const whole = (from: number, to: number, fault: string) =>
  z
    .string()
    .transform((text) => text.trim().replace(/%$/, '').trim())
    .pipe(z.string().regex(/^\d{1,4}$/, { error: fault }))
    .transform(Number)
    .pipe(z.number().min(from, { error: fault }).max(to, { error: fault }))

const typedSession = z.object({
  id: z.string().optional(),
  date: z.string().optional(),
  startsAt: z.string().optional(),
  endsAt: z.string().optional(),
  place: z.string().optional(),
  trainer: z.string().optional(),
})

/** A session of the form; `id` is that of one that is stored. */
export type SessionInput = {
  id: string | null
  date: string
  startsAt: string
  endsAt: string
  place: string
  trainer: string
}

const sessions = z
  .array(typedSession.optional())
  .max(mostSessions + spareSessions)
  .transform((rows, context): SessionInput[] => {
    const read = rows.flatMap((row, i) => {
      const session =
        row &&
        readSession(row, (name, message) => context.addIssue({ code: 'custom', path: [i, name], message }))
      return session ? [session] : []
    })
    if (read.length === 0 && context.issues.length === 0)
      context.addIssue({ code: 'custom', path: [0, 'date'], message: 'form.session.none' })
    if (read.length > mostSessions)
      context.addIssue({ code: 'custom', path: [mostSessions, 'date'], message: 'form.session.many' })
    return read
  })

type Fault = (name: string, message: string) => void

/** One row; null where nothing was typed, or where something is wrong. */
function readSession(row: z.infer<typeof typedSession>, fault: Fault): SessionInput | null {
  const { id = null, date, startsAt, endsAt, place, trainer } = row
  if (![date, startsAt, endsAt, place, trainer].some((text) => text?.trim())) return null
  const day = parseDateText(date ?? '')
  const from = tidyTime(startsAt ?? '')
  const until = tidyTime(endsAt ?? '')
  const where = tidyText(place ?? '').slice(0, 200)
  if (!day) fault('date', date ? 'form.session.date.wrong' : 'form.session.date')
  if (!from) fault('startsAt', 'form.session.time')
  if (!until) fault('endsAt', 'form.session.time')
  if (from && until && until <= from) fault('endsAt', 'form.session.order')
  if (!where) fault('place', 'form.session.place')
  if (!day || !from || !until || until <= from || !where) return null
  return {
    id,
    date: day,
    startsAt: from,
    endsAt: until,
    place: where,
    trainer: tidyText(trainer ?? '').slice(0, 200),
  }
}

/** What makes a class. Messages are keys of the namespace `classes`. */
export const classSchema = z.object({
  titleVi: line('form.titleVi.missing', 150),
  titleEn: z
    .string()
    .transform(tidyText)
    .pipe(z.string().max(150, { error: 'form.long' }))
    .optional(),
  aimVi: line('form.aimVi.missing', 500),
  aimEn: z
    .string()
    .transform(tidyText)
    .pipe(z.string().max(500, { error: 'form.long' }))
    .optional(),
  competencies: list,
  modules: list,
  seats: whole(1, 2000, 'form.seats.wrong').optional(),
  minShare: whole(1, 100, 'form.percent'),
  passPercent: whole(1, 100, 'form.percent').optional(),
  sessions: z.preprocess((value) => value ?? [], sessions),
})

export type ClassInput = z.output<typeof classSchema>

export const cancelSchema = z.object({
  reason: z
    .string({ error: 'cancel.reason.missing' })
    .transform(tidyText)
    .pipe(z.string().min(5, { error: 'cancel.reason.missing' }).max(300, { error: 'form.long' })),
})
