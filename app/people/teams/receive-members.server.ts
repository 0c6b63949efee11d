import { now } from '~/platform/clock/now.server'
import { reader } from '~/platform/db/db.server'
import { vietnamDay } from '~/platform/i18n/format'
import type { Actor } from '~/platform/policy/actor'
import { authorise } from '~/platform/policy/require.server'
import { placeOfCommune } from '../places/places.server'
import { addMembers } from './add-members.server'
import { matchMembers } from './match-members'
import { peopleHere } from './people-here.server'
import { mostMembers, mostText, readMembers } from './read-members'
import { teamAt } from './team-at.server'
import { writtenList, type ListReply, type SentList } from './team-reply'

export type Received =
  | { list: ListReply; ok: boolean; added?: never; joined?: never }
  | { list?: never; ok: true; added: number; joined: number }

/**
 * Takes a list of members a step further: what was typed is read and shown with everybody who may already be in
 * the commune's list; what was approved is stored. `keep` only shows it again where it stands.
 */
export async function receiveMembers(
  actor: Actor,
  communeCode: string,
  teamId: string,
  sent: SentList,
  keep = false,
): Promise<Received> {
  authorise(actor, 'teams.manage', placeOfCommune(communeCode))
  teamAt(reader, communeCode, teamId)
  const written = writtenList(sent)
  if (keep && sent.step === 'write') return { list: written, ok: true }
  if (sent.typed.length > mostText) return { list: { ...written, problem: 'tooLong' }, ok: false }
  const { members, faults, skipped } = readMembers(sent.typed, vietnamDay(now()))
  if (faults.length > 0) return { list: { ...written, faults }, ok: false }
  if (members.length === 0) return { list: { ...written, problem: 'missing' }, ok: false }
  if (members.length > mostMembers) return { list: { ...written, problem: 'tooMany' }, ok: false }
  const checked = { ...written, step: 'check', skipped } as const
  if (keep || sent.step === 'write') {
    const matches = matchMembers(members, peopleHere(reader, communeCode), sent.chosen)
    return { list: { ...checked, matches }, ok: true }
  }
  const { undecided, added, joined } = await addMembers(actor, communeCode, teamId, members, sent.chosen)
  if (undecided) return { list: { ...checked, matches: undecided, asked: true }, ok: false }
  return { ok: true, added, joined }
}
