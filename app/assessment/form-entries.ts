import { refuse } from '~/platform/http/errors'
import type { Entries } from './answer-entry'

/** The fields of a form that are part of an answer; whatever else the form carries is left out. */
export function entriesOf(form: FormData): Entries {
  const entries: Entries = {}
  for (const [name, value] of form) {
    if (!/^(v|n|t|[mo]\.[\w.-]{1,20})$/.test(name)) continue
    if (typeof value !== 'string' || value.length > 5000) throw refuse('badRequest')
    ;(entries[name] ??= []).push(value)
  }
  return entries
}
