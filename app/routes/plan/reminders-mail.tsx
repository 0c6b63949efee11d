import { randomUUID } from 'node:crypto'
import { data, redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { readMail, wordingFields, type Proposed, type WordingName } from '~/campaigns/reminders/mail-form'
import { officeValues, personValues, proposedTexts } from '~/campaigns/reminders/remind-now.server'
import { RemindByMailPage } from '~/campaigns/reminders/RemindByMailPage'
import { sendReminders } from '~/campaigns/reminders/send-reminders.server'
import { factsOf, mailTo } from '~/campaigns/reminders/view-reminders.server'
import { fill } from '~/campaigns/reminders/wording'
import { paths } from '~/paths'
import { requireActor, switchedLocale } from '~/platform/http/context.server'
import { fieldProps, summaryOf, typedIn } from '~/platform/http/form-reply'
import type { RouteHandle } from '~/platform/http/handle'
import { originOf } from '~/platform/http/origin.server'
import { refusedForm } from '~/platform/http/parse-form.server'
import { useT } from '~/platform/i18n/react'
import { mailIsConfigured } from '~/platform/mail/outbox.server'
import { can } from '~/platform/policy/policy'
import { pageTitle } from '../page-title'
import { chosenCommunes, noteIdOf } from './chosen-communes.server'

export const handle: RouteHandle = {
  desk: true,
  nav: 'campaigns',
  form: { name: 'intent', value: 'preview' },
}
export const meta = pageTitle('reminders', 'mail.title')

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const actor = await requireActor(context, request)
  const { campaign, codes } = chosenCommunes(actor, request, params.id!)
  if (!mailIsConfigured()) return redirect(paths.reminders(campaign.id))
  const origin = originOf(request)
  const to = mailTo(campaign, codes)
  const first = to.communes.find(({ office }) => office.of !== null) ?? to.communes[0]
  if (!first) return redirect(paths.reminders(campaign.id, { note: 'nobody' }))
  return {
    view: {
      ...to,
      campaign: factsOf(campaign, context.prefs.locale),
      noteId: randomUUID(),
      contacts: can(actor, 'people.edit'),
    },
    proposed: proposedTexts(),
    values: {
      office: officeValues(campaign, first, origin),
      person: personValues(campaign, 'vi', origin),
      personEn: personValues(campaign, 'en', origin),
    },
  }
}

export async function action({ request, params, context }: ActionFunctionArgs) {
  const actor = await requireActor(context, request)
  const { campaign, codes } = chosenCommunes(actor, request, params.id!)
  const form = await request.formData()
  const typed = typedIn(form)
  if (switchedLocale(context, form)) return data({ reply: { typed, errors: {} } })
  const { office, person, errors, values } = readMail(typed, proposedTexts())
  if (Object.keys(errors).length > 0) return refusedForm({ typed, errors, values })
  if (form.get('intent') === 'preview') return data({ reply: { typed, errors: {} } })
  const { communes } = await sendReminders(actor, campaign.id, {
    noteId: noteIdOf(form),
    codes,
    wordings: { office, person },
    origin: originOf(request),
  })
  return redirect(
    paths.reminders(campaign.id, { note: communes > 0 ? 'mail' : 'nobody', count: communes }),
    303,
  )
}

export default function RemindersMail() {
  const { view, proposed: texts, values } = useLoaderData<typeof loader>()
  const reply = useActionData<typeof action>()?.reply
  const t = useT('reminders')
  const names = Object.keys(wordingFields) as WordingName[]
  const fields = names.flatMap((name) => [wordingFields[name].title, wordingFields[name].text])
  const field = fieldProps(
    t,
    reply && { ...reply, typed: { ...defaultsOf(texts), ...reply.typed } },
    defaultsOf(texts),
  )
  const written = (name: WordingName) => {
    const { locale, title, text } = wordingFields[name]
    const [asTitle, asText] = [title, text].map((each) =>
      fill(field(each).defaultValue ?? '', locale, values[name]),
    )
    return { title: asTitle!, text: asText! }
  }
  return (
    <RemindByMailPage
      view={{ ...view, noteId: reply?.typed.noteId ?? view.noteId }}
      field={field}
      errors={summaryOf(field, ['toOffice', ...fields])}
      ticked={{
        office: reply
          ? reply.typed.toOffice === 'yes'
          : view.communes.some(({ office }) => office.of !== null),
        people: reply ? reply.typed.toPeople === 'yes' : false,
      }}
      written={{ office: written('office'), person: written('person'), personEn: written('personEn') }}
    />
  )
}

function defaultsOf(texts: Proposed): Record<string, string> {
  return Object.fromEntries(
    (Object.keys(wordingFields) as WordingName[]).flatMap((name) => [
      [wordingFields[name].title, texts[name].title],
      [wordingFields[name].text, texts[name].text],
    ]),
  )
}
