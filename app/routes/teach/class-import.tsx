import { data, redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node'
import { useActionData } from '@remix-run/react'
import { importPast, pastLines, uploadPast } from '~/classes/past/import-past.server'
import { PastCheckPage, PastUploadPage, type PastCheck } from '~/classes/past/PastPages'
import { pastSchema, type PastClass, type PastFault } from '~/classes/past/past'
import { paths } from '~/paths'
import { workProvince } from '~/people/places/work-province.server'
import { decisionsIn } from '~/people/teams/match-members'
import { requireActor, switchedLocale } from '~/platform/http/context.server'
import { refuse } from '~/platform/http/errors'
import type { RouteHandle } from '~/platform/http/handle'
import { getT, translateMessage } from '~/platform/i18n/translate'
import { authorise } from '~/platform/policy/require.server'
import { pageTitle } from '../page-title'

export const handle: RouteHandle = { desk: true, nav: 'classes', form: true }
export const meta = pageTitle('classes', 'past.title')

export async function loader({ context, request }: LoaderFunctionArgs) {
  authorise(await requireActor(context, request), 'classes.manage')
  return null
}

type Reply = { check?: PastCheck; error?: string; faults?: PastFault[] }

export async function action({ context, request }: ActionFunctionArgs) {
  const actor = await requireActor(context, request)
  authorise(actor, 'classes.manage')
  const form = await request.formData()
  const switched = switchedLocale(context, form) !== null
  const { locale } = context.prefs
  const reply = (value: Reply, status: number) => data(value, status)
  if (form.get('intent') === 'confirm') {
    const past = pastIn(form)
    const decisions = decisionsIn(form.entries())
    if (switched) {
      const lines = pastLines(workProvince(actor, 'classes.manage'), past, decisions)
      return reply({ check: { past, lines, asked: false } }, 200)
    }
    const answer = await importPast(actor, past, decisions)
    if ('id' in answer)
      return redirect(paths.trainingClass(answer.id, { note: 'imported', count: answer.people }), 303)
    if ('fault' in answer) return reply({ error: getT(locale, 'classes')(answer.fault) }, 400)
    return reply({ check: { past, ...answer } }, 400)
  }
  if (switched) return reply({}, 200)
  const file = form.get('file')
  if (!(file instanceof File) || file.name === '')
    return reply({ error: getT(locale, 'classes')('file.none') }, 400)
  const read = await uploadPast(actor, new Uint8Array(await file.arrayBuffer()))
  if (read.kind === 'faults') return reply({ faults: read.faults }, 400)
  if (read.kind === 'read') return reply({ check: { past: read.past, lines: read.lines, asked: false } }, 200)
  const words = [read.message, read.mend].map((each) => translateMessage(locale, 'roster', each))
  return reply({ error: words.join(' ') }, 400)
}

function pastIn(form: FormData): PastClass {
  try {
    return pastSchema.parse(JSON.parse(String(form.get('past'))))
  } catch {
    throw refuse('badRequest')
  }
}

export default function ClassImport() {
  const reply: Reply = useActionData<typeof action>() ?? {}
  if (reply.check) return <PastCheckPage {...reply.check} />
  return <PastUploadPage error={reply.error} faults={reply.faults ?? []} />
}
