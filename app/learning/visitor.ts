import { z } from 'zod'
import type { ItemAnswer } from '~/assessment/scoring/score'
import type { Progress } from './progress'

// What a visitor has learned travels in a cookie of the visitor's own machine, so its text is kept short: lists by
// place, without names.

const answer: z.ZodType<ItemAnswer | null> = z.union([
  z.string(),
  z.array(z.string()),
  z.tuple([z.number(), z.number()]),
  z.record(z.string(), z.string()),
  z.number(),
  z.null(),
])

/** Items are places in the quiz of the version; an answer stands in a list of its own, so that null says "I do not know". */
export type VisitorAttempt = {
  id: string
  number: number
  versionId: string
  items: number[]
  answers: ([] | [ItemAnswer | null])[]
  /** For each item of the quiz of the version a digit: how often earlier attempts asked it. */
  asked: string
  /** Seconds since 1970; kept where the quiz has a limit of time. */
  startedAt?: number
}

export type VisitorModule = {
  read: string[]
  lastLesson: string | null
  /** Seconds since 1970, as all times here. */
  lastAt: number
  bestScore: number | null
  passedAt: number | null
  /** The newest version whose quiz was passed. */
  passedVersion?: number | null
  finishedAt: number | null
  finishedVersion?: number | null
  attempt: VisitorAttempt | null
}

/** By code of module. */
export type VisitorRecord = Record<string, VisitorModule>

const time = z.number().int().nonnegative()
const version = z.number().int().min(1)
const line = z.tuple([
  z.string(),
  z.array(z.string()),
  z.string().nullable(),
  time,
  z.number().min(0).max(1).nullable(),
  time.nullable(),
  version.nullable(),
  time.nullable(),
  version.nullable(),
  z
    .tuple([
      z.string(),
      z.number().int().min(1),
      z.string(),
      z.array(z.number().int().nonnegative()),
      z.array(z.union([z.tuple([]), z.tuple([answer])])),
      z.string().regex(/^\d*$/),
      time.optional(),
    ])
    .nullable(),
])
const lines = z.array(line)

export function newVisitorModule(at: number): VisitorModule {
  return {
    read: [],
    lastLesson: null,
    lastAt: at,
    bestScore: null,
    passedAt: null,
    finishedAt: null,
    attempt: null,
  }
}

export function recordToText(record: VisitorRecord): string {
  const list = Object.entries(record).map(([code, { attempt: a, ...m }]): z.infer<typeof line> => [
    code,
    m.read,
    m.lastLesson,
    m.lastAt,
    m.bestScore === null ? null : Math.floor(m.bestScore * 1e4 + 1e-6) / 1e4,
    m.passedAt,
    m.passedVersion ?? null,
    m.finishedAt,
    m.finishedVersion ?? null,
    a && [
      ...([a.id, a.number, a.versionId, a.items, a.answers, a.asked] as const),
      ...(a.startedAt === undefined ? ([] as const) : ([a.startedAt] as const)),
    ],
  ])
  return JSON.stringify(list)
}

/** Bytes that a record takes in a cookie: typed answers have letters of two and three. */
export function bytesOf(record: VisitorRecord): number {
  return new TextEncoder().encode(recordToText(record)).length
}

/** The record that a text holds; null where it holds none. */
export function recordFromText(text: string): VisitorRecord | null {
  let list: z.infer<typeof lines>
  try {
    list = lines.parse(JSON.parse(text))
  } catch {
    return null
  }
  return Object.fromEntries(
    list.map(
      ([
        code,
        read,
        lastLesson,
        lastAt,
        bestScore,
        ...[passedAt, passedVersion, finishedAt, finishedVersion, a]
      ]) => {
        const attempt = a && {
          id: a[0],
          number: a[1],
          versionId: a[2],
          items: a[3],
          answers: a[4],
          asked: a[5],
          ...(a[6] === undefined ? {} : { startedAt: a[6] }),
        }
        const passed = { passedAt, passedVersion }
        const finished = { finishedAt, finishedVersion }
        return [code, { read, lastLesson, lastAt, bestScore, ...passed, ...finished, attempt }]
      },
    ),
  )
}

/**
 * The record with as much of it as fits into `max` bytes: what was left longest ago goes first, its attempt before
 * the rest. The module `keep`, where somebody is at work, stays.
 */
export function fitted(record: VisitorRecord, keep: string, max: number): VisitorRecord {
  const kept = { ...record }
  const others = Object.keys(kept)
    .filter((code) => code !== keep)
    .sort((a, b) => kept[a]!.lastAt - kept[b]!.lastAt)
  const tooLong = () => bytesOf(kept) > max
  for (const code of others) if (tooLong()) kept[code] = { ...kept[code]!, attempt: null }
  for (const code of others) if (tooLong()) Reflect.deleteProperty(kept, code)
  return kept
}

const moment = (seconds: number | null) => (seconds === null ? null : new Date(seconds * 1000).toISOString())

/** What the record holds of a module; lessons read are those of all modules, each `module/lesson`. */
export function visitorProgress(record: VisitorRecord, moduleCode: string): Progress | null {
  const known = Object.hasOwn(record, moduleCode) ? record[moduleCode]! : null
  if (!known) return null
  const { attempt: _, lastAt, passedAt, finishedAt, ...rest } = known
  return {
    ...rest,
    moduleCode,
    read: Object.entries(record).flatMap(([code, { read }]) => read.map((lesson) => `${code}/${lesson}`)),
    lastAt: moment(lastAt),
    passedAt: moment(passedAt),
    passedVersion: rest.passedVersion ?? null,
    finishedAt: moment(finishedAt),
    finishedVersion: rest.finishedVersion ?? null,
  }
}
