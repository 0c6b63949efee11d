import { data, type AppLoadContext } from '@remix-run/node'
import { classSchema, mostSessions, spareSessions, type ClassInput } from '~/classes/class-form'
import type { ClassReply } from '~/classes/ClassForm'
import { switchedLocale } from '~/platform/http/context.server'
import { typedIn } from '~/platform/http/form-reply'
import { parseForm } from '~/platform/http/parse-form.server'

type Read = { value: ClassInput; answer?: never } | { value?: never; answer: ReturnType<typeof answerOf> }

const answerOf = (reply: ClassReply, status: number) => data({ reply }, status)

/** Reads the form of a class; more rows and the other language only bring it back as typed. */
export function readClassForm(context: AppLoadContext, form: FormData): Read {
  const more = Number(form.get('more') ?? 0)
  if (switchedLocale(context, form) !== null || more > 0)
    return { answer: answerOf(replyOf(form, {}, more), 200) }
  const { value, reply } = parseForm(form, classSchema)
  return value ? { value } : { answer: answerOf(replyOf(form, reply.errors), 400) }
}

/** The form as typed with a fault of all of it. */
export function refusedClass(form: FormData, fault: string) {
  return answerOf(replyOf(form, { form: fault }), 400)
}

function replyOf(form: FormData, errors: Record<string, string>, more = 0): ClassReply {
  const typed = typedIn(form)
  const filled = Object.keys(typed).map((name) => Number(/^sessions\[(\d{1,3})\]/.exec(name)?.[1] ?? -1))
  const rows = Math.min(mostSessions + spareSessions, Math.max(more, Math.max(-1, ...filled) + 1, 1))
  const all = (name: string) => form.getAll(name).map(String)
  return { typed, errors, rows, competencies: all('competencies'), modules: all('modules') }
}
