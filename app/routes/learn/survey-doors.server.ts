import { data, redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node'
import { entriesOf } from '~/assessment/form-entries'
import { answerStep } from '~/campaigns/answer.server'
import type { SittingKind } from '~/campaigns/sitting.server'
import { startSitting } from '~/campaigns/start-sitting.server'
import { submitSitting } from '~/campaigns/submit.server'
import { surveyCheck, surveyHome, surveyStep } from '~/campaigns/survey-pages.server'
import { surveyPaths } from '~/campaigns/survey-paths'
import { requireActor, switchedLocale } from '~/platform/http/context.server'

// A person's survey and the form of a commune are answered through the same four doors.

export function homeLoader(kind: SittingKind) {
  return async ({ request, params, context }: LoaderFunctionArgs) => {
    const actor = await requireActor(context, request)
    return { survey: surveyHome(actor, params.campaignId!, kind, context.prefs.locale) }
  }
}

export function startAction(kind: SittingKind) {
  return async ({ request, params, context }: ActionFunctionArgs) => {
    const actor = await requireActor(context, request)
    const campaignId = params.campaignId!
    await startSitting(actor, campaignId, kind, context.prefs.locale)
    const { sections } = surveyHome(actor, campaignId, kind, context.prefs.locale)
    const next = sections.find((section) => section.next !== null)?.next
    const at = surveyPaths(kind, campaignId)
    return redirect(next ? at.step(next) : at.check(), 303)
  }
}

export function stepLoader(kind: SittingKind) {
  return async ({ request, params, context }: LoaderFunctionArgs) => {
    const actor = await requireActor(context, request)
    const page = surveyStep(actor, params.campaignId!, kind, params.step!, context.prefs.locale)
    const at = surveyPaths(kind, params.campaignId!)
    if (!page) throw redirect(at.home())
    if (page.shows === 'elsewhere') throw redirect(at.step(page.step))
    return { page }
  }
}

export function stepAction(kind: SittingKind) {
  return async ({ request, params, context }: ActionFunctionArgs) => {
    const actor = await requireActor(context, request)
    const form = await request.formData()
    const entries = entriesOf(form)
    if (switchedLocale(context, form)) return data({ typed: entries, fault: undefined, invalid: false })
    const campaignId = params.campaignId!
    const outcome = await answerStep(actor, {
      campaignId,
      kind,
      step: params.step!,
      sittingId: String(form.get('sittingId') ?? ''),
      answerId: String(form.get('answerId') ?? ''),
      entries,
    })
    if (!outcome.ok) {
      const { fault, values } = { values: undefined, ...outcome.fault }
      return data({ typed: entries, fault: { key: fault, values }, invalid: true }, 400)
    }
    const at = surveyPaths(kind, campaignId)
    if (new URL(request.url).searchParams.get('back') === 'check')
      return redirect(`${at.check()}#${params.step!}`, 303)
    if (form.get('then') === 'rest' || !outcome.next) return redirect(at.home(), 303)
    return redirect(at.step(outcome.next.step), 303)
  }
}

export function checkLoader(kind: SittingKind) {
  return async ({ request, params, context }: LoaderFunctionArgs) => {
    const actor = await requireActor(context, request)
    const page = surveyCheck(actor, params.campaignId!, kind, context.prefs.locale)
    if (!page) throw redirect(surveyPaths(kind, params.campaignId!).home())
    return { page }
  }
}

export function submitAction(kind: SittingKind) {
  return async ({ request, params, context }: ActionFunctionArgs) => {
    const actor = await requireActor(context, request)
    const outcome = await submitSitting(actor, params.campaignId!, kind)
    if (!outcome.ok) return data({ missing: outcome.missing, invalid: true }, 400)
    return redirect(surveyPaths(kind, params.campaignId!).done(), 303)
  }
}

export function doneLoader(kind: SittingKind) {
  return async ({ request, params, context }: LoaderFunctionArgs) => {
    const actor = await requireActor(context, request)
    const survey = surveyHome(actor, params.campaignId!, kind, context.prefs.locale)
    if (!survey.submitted) throw redirect(surveyPaths(kind, params.campaignId!).home())
    return { survey }
  }
}
