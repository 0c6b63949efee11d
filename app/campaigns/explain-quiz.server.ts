import { outcomeOf, type ExplainedChoice, type Known } from '~/assessment/adaptive/explained'
import { precisionOf } from '~/assessment/adaptive/gain'
import { settingsOf } from '~/assessment/adaptive/settings'
import type { ChoiceTrace, Exclusion, ItemReason, StopReason } from '~/assessment/adaptive/types'
import { itemVersion } from '~/assessment/content.server'
import { codeOfItem } from '~/assessment/item'
import { isRapid } from '~/assessment/measured-answers'
import { measuringOf } from '~/assessment/measuring.server'
import { needsOf } from '~/assessment/needs'
import { deviation, measurePerson } from '~/assessment/results'
import { scoredAnswers } from '~/assessment/stored-answers.server'
import { findCompetency } from '~/competency/framework'
import { reader } from '~/platform/db/db.server'
import { refuse } from '~/platform/http/errors'
import type { Locale } from '~/platform/i18n/locale'
import type { Actor } from '~/platform/policy/actor'
import { quizzes, tracedCampaign } from './find-quizzes.server'
import { currentResponses, stepsOf } from './sitting.server'
import { titleOf } from './survey-pages.server'

export type ExplainedQuiz = {
  campaign: { id: string; title: string }
  number: number
  stopped: StopReason | 'submitted'
  start: number
  end: number
  goal: number
  choices: ExplainedChoice[]
}

/** One adaptive quiz, question by question: what each was for. Nothing in it names a person or a place. */
export function explainQuiz(actor: Actor, campaignId: string, number: number, locale: Locale): ExplainedQuiz {
  const campaign = tracedCampaign(actor, campaignId)
  const quiz = Number.isInteger(number) && number > 0 ? quizzes(campaignId, number, 1)[0] : undefined
  if (!quiz) throw refuse('notFound')
  const measuring = measuringOf(campaign)
  const targets = needsOf(measuring, quiz.targets)
  const traces = tracesOf(quiz.sittingId)
  const items = new Map(stepsOf(quiz.sittingId, quiz.plan).map((step) => [step.ref, step]))
  const responses = currentResponses(quiz.sittingId)
  const answers = scoredAnswers(reader.sql, { sittingId: quiz.sittingId, steps: [...items.values()] })
  const answerOf = new Map(answers.map((answer) => [answer.itemId, answer]))

  let known = measurePerson(measuring, []).after
  const start = precisionOf({ posterior: known, targets })
  const counted: typeof answers = []
  const choices = traces.map(({ id, trace }): ExplainedChoice => {
    const step = items.get(id)!
    const item = itemVersion(id)
    const dimension = measuring.dimensionOf.get(item.competency)!
    const answer = answerOf.get(id)
    const before = knownOf(known, dimension)
    if (answer) {
      counted.push(answer)
      known = measurePerson(measuring, counted).after
    }
    const stored = responses.get(step.step)
    return {
      ...reasonOf(trace, id),
      code: item.code,
      stem: item.stem[locale],
      competency: competencyName(item.competency),
      pilot: step.pilot === true,
      outcome: outcomeOf(stored?.value, stored?.score ?? null, answer !== undefined && isRapid(answer)),
      before,
      after: knownOf(known, dimension),
    }
  })
  return {
    campaign: { id: campaignId, title: titleOf(campaign, locale) },
    number,
    stopped: quiz.stopped ?? 'submitted',
    start,
    end: precisionOf({ posterior: known, targets }),
    goal: settingsOf(measuring.standard).precision,
    choices,
  }

  function competencyName(code: string): string {
    const competency = findCompetency(measuring.framework, code)
    return competency ? `${code} ${competency.short[locale]}` : code
  }
}

function knownOf(posterior: Parameters<typeof deviation>[0], dimension: number): Known {
  return { mean: posterior.mean[dimension]!, sd: deviation(posterior, dimension) }
}

function tracesOf(sittingId: string): { id: string; trace: ChoiceTrace }[] {
  return reader.sql
    .all<{ id: string; trace: string }>(
      'SELECT itemVersionId AS id, trace FROM SittingItem WHERE sittingId = ? ORDER BY number',
      sittingId,
    )
    .map(({ id, trace }) => ({ id, trace: JSON.parse(trace) as ChoiceTrace }))
}

function reasonOf(trace: ChoiceTrace, id: string) {
  return {
    number: trace.number,
    reason: trace.reason as ItemReason,
    success: trace.best.find((each) => each.id === id)?.success ?? null,
    below: trace.focus?.below ?? null,
    precision: trace.before,
    expected: trace.after,
    compared: trace.compared,
    best: trace.best.map(({ id: other, gain }) => ({ code: codeOfItem(other), gain })),
    excluded: Object.entries(trace.excluded).map(([rule, count]) => ({ rule: rule as Exclusion, count })),
    relaxed: trace.relaxed,
  }
}
