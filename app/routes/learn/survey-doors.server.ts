import { data, redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node'
import { afterMove, type PracticeReply } from '~/assessment/practice/PracticeScreen'
import { entriesOf, pressedAt } from '~/assessment/form-entries'
import { answerStep } from '~/campaigns/answer.server'
import type { SittingKind } from '~/campaigns/sitting.server'
import { doPracticePart, practiceStep, typedPractice } from '~/campaigns/practice-step.server'
import { startSitting } from '~/campaigns/start-sitting.server'
import { submitSitting } from '~/campaigns/submit.server'
import { surveyCheck, surveyHome, surveyStep } from '~/campaigns/survey-pages.server'
import { surveyPaths } from '~/campaigns/survey-paths'
import { requireActor, switchedLocale } from '~/platform/http/context.server'
import type { Actor } from '~/platform/policy/actor'

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
    if (form.has('practice')) return practiceAction(actor, kind, params, context, form)
    const entries = entriesOf(form)
    // A press on a picture shows where it was; a button saves it.
    if (switchedLocale(context, form) || pressedAt(form))
      return data({ typed: entries, fault: undefined, invalid: false })
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

/** The buttons of a practice task: a move on its screen, or its end, which is asked for twice. */
async function practiceAction(
  actor: Actor,
  kind: SittingKind,
  { campaignId, step }: ActionFunctionArgs['params'],
  context: ActionFunctionArgs['context'],
  form: FormData,
) {
  const input = {
    campaignId: campaignId!,
    kind,
    step: step!,
    sittingId: String(form.get('sittingId') ?? ''),
    form,
  }
  const reply = (more: Partial<PracticeReply>, status: number) => {
    const practice: PracticeReply = { typed: {}, faults: [], stale: false, ask: false, ...more }
    return data({ practice, invalid: status === 400 }, status)
  }
  const ask = form.get('end') === 'ask'
  if (ask || switchedLocale(context, form)) {
    const found = practiceStep(actor, input)
    return reply({ typed: typedPractice(found.step, found.sittingId, form), ask }, 200)
  }
  const { outcome, typed } = await doPracticePart(actor, input)
  const at = surveyPaths(kind, input.campaignId)
  if (outcome.kind === 'stale') return reply({ stale: true }, 409)
  if (outcome.kind === 'fault') return reply({ typed, faults: outcome.faults }, 400)
  return redirect(outcome.kind === 'ended' ? at.home() : `${at.step(input.step)}${afterMove}`, 303)
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
