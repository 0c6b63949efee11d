import type { Namespace } from '~/platform/i18n/resources'
import { translated } from '~/platform/i18n/translated'
import type { T, Values } from '~/platform/i18n/translate'

/** What a form comes back with: everything typed, and the key of what is wrong with each field. */
export type FormReply = {
  typed: Record<string, string>
  errors: Record<string, string>
  /** Values of the messages, by field. */
  values?: Record<string, Values>
}

/** A form as typed, the first value of each name; secrets named in `hide` are never sent back. */
export function typedIn(form: FormData, hide: string[] = []): Record<string, string> {
  const typed: Record<string, string> = {}
  form.forEach((value, name) => {
    if (typeof value === 'string' && !hide.includes(name)) typed[name] ??= value
  })
  return typed
}

/** Props of one field: `const field = fieldProps(t, reply)`, then `<Field {...field('loginName')} label={…} />`. */
export function fieldProps<N extends Namespace>(
  t: T<N>,
  reply?: FormReply | null,
  defaults: Record<string, string> = {},
) {
  return (name: string) => ({
    id: name,
    name,
    defaultValue: reply ? reply.typed[name] : defaults[name],
    error: translated(t, reply?.errors[name], reply?.values?.[name]),
  })
}

/** Lines of the error summary, in the order of `names`. */
export function summaryOf(
  field: (name: string) => { error?: string },
  names: string[],
): { fieldId: string; text: string }[] {
  return names.flatMap((name) => {
    const { error } = field(name)
    return error ? [{ fieldId: name, text: error }] : []
  })
}
