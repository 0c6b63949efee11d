import { data } from '@remix-run/node'
import { parseWithZod } from '@conform-to/zod/v4'
import type { z } from 'zod'
import type { Namespace } from '~/platform/i18n/resources'
import type { T } from '~/platform/i18n/translate'
import type { FieldError } from '~/ui/ErrorSummary'
import { translated } from './translated'

/** What a form comes back with: everything typed, and the key of what is wrong with each field. */
export type FormReply = {
  typed: Record<string, string>
  errors: Record<string, string>
  /** Values of the messages, by field. */
  values?: Record<string, Record<string, string | number>>
}

type Parsed<S extends z.ZodType> = { value: z.output<S>; reply?: never } | { value?: never; reply: FormReply }

/** Parses a form; secrets named in `hide` are never sent back. */
export function parseForm<S extends z.ZodType>(form: FormData, schema: S, hide: string[] = []): Parsed<S> {
  const submission = parseWithZod(form, { schema })
  if (submission.status === 'success') return { value: submission.value as z.output<S> }
  const errors = Object.entries(submission.error ?? {}).flatMap(([name, keys]) => (keys?.[0] ? [[name, keys[0]]] : []))
  return { reply: { typed: typedIn(form, hide), errors: Object.fromEntries(errors) as Record<string, string> } }
}

/** A form as typed, the first value of each name. */
export function typedIn(form: FormData, hide: string[] = []): Record<string, string> {
  const typed: Record<string, string> = {}
  form.forEach((value, name) => {
    if (typeof value === 'string' && !hide.includes(name)) typed[name] ??= value
  })
  return typed
}

/** The answer to a form that cannot be taken yet: 400, everything typed still there. */
export function refusedForm(reply: FormReply) {
  return data({ reply }, 400)
}

/** Props of one field: `const field = fieldProps(t, reply)`, then `<Field {...field('loginName')} label={…} />`. */
export function fieldProps<N extends Namespace>(t: T<N>, reply?: FormReply | null, defaults: Record<string, string> = {}) {
  return (name: string) => ({
    id: name,
    name,
    defaultValue: reply ? reply.typed[name] : defaults[name],
    error: translated(t, reply?.errors[name], reply?.values?.[name]),
  })
}

/** Lines of the error summary, in the order of `names`. */
export function summaryOf(field: (name: string) => { error?: string }, names: string[]): FieldError[] {
  return names.flatMap((name) => {
    const { error } = field(name)
    return error ? [{ fieldId: name, text: error }] : []
  })
}
