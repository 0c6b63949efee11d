import { draftChoices } from '~/campaigns/draft-choices.server'
import { draftSchema, type DraftChoices } from '~/campaigns/draft'
import { whoIsAsked, type Reach } from '~/campaigns/who-is-asked.server'
import { now } from '~/platform/clock/now.server'
import { vietnamDay } from '~/platform/i18n/format'
import type { Actor } from '~/platform/policy/actor'
import { typedIn, type FormReply } from '~/platform/http/form-reply'
import { parseForm } from '~/platform/http/parse-form.server'

/** The form of a draft as it comes back: what one value a name cannot hold stands beside the reply. */
export type DraftReply = { reply: FormReply; communes: string[]; positions: string[]; reach: Reach | null }

/** Reads a sent draft: to be saved, or to be shown again because a button inside the form only helps. */
export function readDraft(actor: Actor, provinceCode: string, form: FormData) {
  const choices = draftChoices(actor, provinceCode)
  const parsed = parseForm(form, draftSchema(choices, vietnamDay(now())))
  const chosen = (name: string) =>
    form.getAll(name).filter((value): value is string => typeof value === 'string')
  const asTyped: DraftReply = {
    reply: { typed: typedIn(form), errors: {} },
    communes: chosen('communes'),
    positions: chosen('positions'),
    reach: null,
  }
  const kind = form.get('tick')
  if (kind !== null) {
    const communes = ticked(choices, asTyped.communes, String(kind))
    const typed: Record<string, string> = { ...asTyped.reply.typed, whichCommunes: 'some' }
    return { help: { ...asTyped, reply: { ...asTyped.reply, typed }, communes } }
  }
  if (form.get('intent') === 'count') {
    const { whichCommunes, whichPositions, personForm } = asTyped.reply.typed
    const known = new Set(choices.communes.map(({ code }) => code))
    const whom = {
      provinceCode,
      communeCodes:
        whichCommunes === 'some' ? asTyped.communes.filter((code) => known.has(code)) : [...known],
      positionCodes: whichPositions === 'some' ? asTyped.positions : null,
      personFormVersionId: choices.personForms.some(({ id }) => id === personForm)
        ? personForm!
        : choices.personForms[0]!.id,
    }
    return { help: { ...asTyped, reach: whoIsAsked(actor, whom) } }
  }
  return parsed.reply
    ? { asTyped, refused: { ...asTyped, reply: parsed.reply } }
    : { asTyped, draft: parsed.value }
}

function ticked({ communes }: DraftChoices, before: string[], kind: string): string[] {
  if (kind === 'none') return []
  const ofKind = new Set(communes.filter((each) => each.kind === kind).map(({ code }) => code))
  return communes.map(({ code }) => code).filter((code) => before.includes(code) || ofKind.has(code))
}
