import type { ClassSession } from '~/classes/class'

export type LetterKind = 'summons' | 'change' | 'cancellation'

/** Where a letter is: still to be printed, on its way by e-mail, not accepted there, sent, or handed over on paper. */
export type LetterState = 'toPrint' | 'queued' | 'failed' | 'sent' | 'handed'

/** `mail` is the state of its message; that of an old one that went out is gone. */
export function letterState(
  { mailId, handedAt }: { mailId: string | null; handedAt: string | null },
  mail: 'queued' | 'sent' | 'failed' | null,
): LetterState {
  if (handedAt !== null) return 'handed'
  if (mailId === null) return 'toPrint'
  return mail ?? 'sent'
}

type Arriving = {
  state: LetterState
  readAt: string | null
  kind: LetterKind
  /** Whether the last day of the class is past, and whether every seat of the commune has a name. */
  over: boolean
  full: boolean
}

/**
 * Whether somebody still has to do something so that a letter arrives. One that was opened in the product has arrived; nobody
 * needs one about a class that is over, nor an invitation to name people who are named.
 */
export function isWaiting({ state, readAt, kind, over, full }: Arriving): boolean {
  if (readAt !== null || over || (kind === 'summons' && full)) return false
  return state === 'toPrint' || state === 'failed'
}

/**
 * What a letter tells of when and where, as eight letters: the same sessions give the same, whatever their order (FNV-1a, 32
 * bits), so that a class that was moved since can be told.
 */
export function toldOf(
  sessions: readonly Pick<ClassSession, 'date' | 'startsAt' | 'endsAt' | 'place'>[],
): string {
  const text = sessions
    .map(({ date, startsAt, endsAt, place }) => `${date} ${startsAt} ${endsAt} ${place}`)
    .sort()
    .join('\n')
  let hash = 0x811c9dc5
  for (let i = 0; i < text.length; i += 1) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193)
  return (hash >>> 0).toString(36).padStart(8, '0')
}

type Made = { told: string; classId: string; communeCode: string; kind: LetterKind }
/** A class as it stands now: `told` of its sessions, null where it is cancelled or gone. */
type Standing = { classId: string; told: string | null }

export type DueLetter = { classId: string; communeCode: string; kind: 'change' | 'cancellation' }

/**
 * The letters that have to follow: to each commune that had one about a class whose last letter says something else than what
 * holds now. `letters` in the order in which they were made.
 */
export function dueLetters(letters: readonly Made[], classes: readonly Standing[]): DueLetter[] {
  const last = new Map<string, Made>()
  for (const letter of letters) last.set(`${letter.classId} ${letter.communeCode}`, letter)
  const now = new Map(classes.map((each) => [each.classId, each.told]))
  return [...last.values()].flatMap(({ told, classId, communeCode, kind }): DueLetter[] => {
    const present = now.get(classId) ?? null
    if (kind === 'cancellation') return []
    if (present === null) return [{ classId, communeCode, kind: 'cancellation' }]
    return told === present ? [] : [{ classId, communeCode, kind: 'change' }]
  })
}
