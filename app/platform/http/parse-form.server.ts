import { parseWithZod } from '@conform-to/zod/v4'
import { data } from '@remix-run/node'
import type { z } from 'zod'
import { typedIn, type FormReply } from './form-reply'

type Parsed<S extends z.ZodType> = { value: z.output<S>; reply?: never } | { value?: never; reply: FormReply }

/** Parses a form; messages of the schema are keys of a locale. Secrets named in `hide` are never sent back. */
export function parseForm<S extends z.ZodType>(form: FormData, schema: S, hide: string[] = []): Parsed<S> {
  const submission = parseWithZod(form, { schema })
  if (submission.status === 'success') return { value: submission.value }
  const errors = Object.entries(submission.error ?? {}).flatMap(([name, keys]) =>
    keys?.[0] ? [[name, keys[0]]] : [],
  )
  return {
    reply: { typed: typedIn(form, hide), errors: Object.fromEntries(errors) as Record<string, string> },
  }
}

/** The answer to a form that cannot be taken yet: 400, everything typed still there. */
export function refusedForm(reply: FormReply) {
  return data({ reply }, 400)
}
