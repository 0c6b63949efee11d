import { randomUUID } from 'node:crypto'
import { evidenceOf } from '~/assessment/practice/scoring'
import {
  presentModel,
  presentScores,
  presentScreen,
  type ScreenView,
  type StepView,
} from '~/assessment/practice/present'
import { latestFramework } from '~/competency/frameworks.server'
import { profileFramework } from '~/competency/target-profile'
import { allCompetencies } from '~/competency/framework'
import type { Locale } from '~/platform/i18n/locale'
import type { Actor } from '~/platform/policy/actor'
import { needsOf } from '../recommend.server'
import { ownPractice, ownPractices, runningTry, type OwnPractice } from './own-practice.server'

export type PracticeCard = {
  code: string
  title: string
  task: string
  minutes: number
  state: 'fresh' | 'running' | 'done'
  best: number | null
}

/** Every practice task with how far the actor is, those for people like the actor first. */
export function practiceList(actor: Actor, locale: Locale): PracticeCard[] {
  const own = ownPractices(actor)
  const audience = actor.personId ? needsOf(actor.personId).audience : null
  const first = own.filter(({ scenario }) => !audience || scenario.for.some((whom) => whom === audience))
  return [...first, ...own.filter((each) => !first.includes(each))].map((each) => cardOf(each, locale))
}

function cardOf({ scenario, running, best }: OwnPractice, locale: Locale): PracticeCard {
  const { code, title, task, minutes } = scenario
  const state = running ? 'running' : best === null ? 'fresh' : 'done'
  return { code, title: title[locale], task: task[locale], minutes, state, best }
}

type Named = { code: string; name: string; level: string }
export type PracticeStart = PracticeCard & {
  situation: string
  system: string
  shows: Named[]
  tries: { number: number; at: string; score: number }[]
}

/** Before a try: what is to be done, for how long, what it shows, what was reached before. */
export function practiceStart(actor: Actor, code: string, locale: Locale): PracticeStart {
  const own = ownPractice(actor, code)
  const { scenario, runs } = own
  const { framework } = latestFramework(profileFramework)
  const nameOf = namesOf(locale)
  return {
    ...cardOf(own, locale),
    situation: scenario.situation[locale],
    system: scenario.system[locale],
    shows: scenario.evidence.map(({ competency, level }) => ({
      code: competency,
      name: nameOf(competency),
      level: framework.levels.find((each) => each.level === level)?.name[locale] ?? String(level),
    })),
    tries: runs.flatMap(({ number, finishedAt, score }) =>
      finishedAt === null || score === null ? [] : [{ number, at: finishedAt, score }],
    ),
  }
}

export type PracticeTask = {
  code: string
  versionId: string
  title: string
  task: string
  situation: string
  system: string
  view: ScreenView
  at: number
  answerId: string
}

/** The screen where the running try stands; null where none runs. */
export function practiceTask(actor: Actor, code: string, locale: Locale): PracticeTask | null {
  const running = runningTry(actor, code)
  if (!running) return null
  const { scenario } = running.run
  return {
    code,
    versionId: scenario.id,
    title: scenario.title[locale],
    task: scenario.task[locale],
    situation: scenario.situation[locale],
    system: scenario.system[locale],
    view: presentScreen(scenario, running.state, locale),
    at: running.moves,
    answerId: randomUUID(),
  }
}

export type PracticeResult = {
  code: string
  title: string
  number: number
  score: number
  best: number
  steps: (StepView & { name: string })[]
  competencies: { code: string; name: string; score: number }[]
  model: ReturnType<typeof presentModel>
}

/** What the last try that ended showed, step by step; null where none has ended. */
export function practiceResult(actor: Actor, code: string, locale: Locale): PracticeResult | null {
  const { last, best } = ownPractice(actor, code)
  if (!last || last.score === null || last.result === null || best === null) return null
  const { scenario, number, score, result } = last
  const nameOf = namesOf(locale)
  return {
    code,
    title: scenario.title[locale],
    number,
    score,
    best,
    steps: presentScores(scenario, result, locale).map((step) => ({
      ...step,
      name: nameOf(step.competency),
    })),
    competencies: evidenceOf(scenario, result).map(({ competency, score: share }) => ({
      code: competency,
      name: nameOf(competency),
      score: share,
    })),
    model: presentModel(scenario, locale),
  }
}

function namesOf(locale: Locale): (competency: string) => string {
  const { framework } = latestFramework(profileFramework)
  const names = new Map(allCompetencies(framework).map(({ code, name }) => [code, name[locale]]))
  return (competency) => names.get(competency) ?? competency
}
