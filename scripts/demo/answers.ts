import type { Entries } from '~/assessment/answer-entry'
import type { Question, SurveyForm } from '~/assessment/form'
import type { Gap, Item } from '~/assessment/item'
import { areaAt, columnLetters, pointOfSquare, rowNumbers, squaresIn } from '~/assessment/picture-areas'
import { judgement, tallness } from '~/assessment/scoring/score'
import type { Step } from '~/assessment/plan'
import { randomFrom, shuffled } from '~/assessment/shuffle'
import { normal, pickOne, type Random } from './names'

/** What a commune of the demo is like: skill and conditions, both about standard normal. */
export type CommuneTraits = {
  skill: number
  conditions: number
  response: number
  trouble: Record<string, number>
}

function communeTraits(random: Random, systems: string[]): CommuneTraits {
  const skill = normal(random) * 0.55
  return {
    skill,
    conditions: 0.5 * skill + normal(random) * 0.8,
    response: Math.min(0.98, Math.max(0.45, 0.82 + normal(random) * 0.11)),
    trouble: Object.fromEntries(
      systems.map((code) => [code, Math.min(0.8, Math.max(0.05, 0.28 + normal(random) * 0.14))]),
    ),
  }
}

// How hard each domain is for commune staff in the demo: AI and safety are weakest, communication strongest.
const domainShift: Record<string, number> = {
  '0': 0.35,
  '1': 0.15,
  '2': 0.5,
  '3': -0.2,
  '4': -0.45,
  '5': -0.1,
  '6': -0.75,
  '7': 0.1,
}
const levelDifficulty: Record<number, number> = { 1: -1.6, 2: -0.4, 3: 1 }
const young = new Set([
  'information',
  'science-technology',
  'one-stop-reception',
  'service-centre-officer',
  'office-statistics',
  'finance',
])
const older = new Set([
  'party-secretary',
  'council-vice-chair',
  'front-chair',
  'mass-organisation-staff',
  'military-command',
])

/** The communes of the demo in the order of their codes. */
export function provinceTraits(
  seed: string,
  communeCodes: readonly string[],
  systems: string[],
): Map<string, CommuneTraits> {
  const random = randomFrom(`${seed}/communes`)
  const traits = new Map(communeCodes.map((code) => [code, communeTraits(random, systems)]))
  // The commune of the demo leader has something to show.
  const leads = traits.get('01321')
  return leads ? traits.set('01321', { ...leads, skill: -0.55, conditions: -0.4 }) : traits
}

/** `own` draws what the person is like, the same in every campaign; `random` what happens on the day. */
export type Respondent = {
  ability: number
  known: Map<string, number>
  traits: CommuneTraits
  /** Competencies that a class has taught the person. */
  learned?: ReadonlySet<string>
  own: Random
  random: Random
}

/** How much somebody knows more of what a class taught, in logits. */
const lesson = 0.6

export function respondent(
  own: Random,
  random: Random,
  traits: CommuneTraits,
  position: string,
  learned?: ReadonlySet<string>,
): Respondent {
  const byPosition = young.has(position) ? 0.4 : older.has(position) ? -0.45 : 0
  const ability = -0.1 + traits.skill + byPosition + normal(own) * 0.7
  return { ability, known: new Map(), traits, learned, own, random }
}

/** What the person has more or less of in a domain or a competency than altogether. */
function ownPart(who: Respondent, code: string, sd: number): number {
  const known = who.known.get(code) ?? normal(who.own) * sd
  who.known.set(code, known)
  return known
}

function abilityIn(who: Respondent, competency: string): number {
  const domain = competency[0]!
  const known = who.ability + (domainShift[domain] ?? 0) + ownPart(who, domain, 0.4)
  return known + ownPart(who, competency, 0.4) + (who.learned?.has(competency) ? lesson : 0)
}

const logistic = (x: number) => 1 / (1 + Math.exp(-x))

/** The answer of a made-up person to an item, as a form would send it. */
export function itemAnswer(who: Respondent, item: Item): Entries {
  const { random } = who
  const chance = logistic(1.3 * (abilityIn(who, item.competency) - (levelDifficulty[item.level] ?? 0)))
  if (random() < chance) return rightAnswer(item)
  if (random() < 0.4) return { v: ['?'] }
  return item.kind === 'single' && random() < 0.25 ? rightAnswer(item) : wrongAnswer(item, random)
}

/** The answer of somebody who knows it, in the item's own names. */
export function rightAnswer(item: Item): Entries {
  switch (item.kind) {
    case 'single':
    case 'multiple':
      return { v: item.options.filter(({ correct }) => correct).map(({ id }) => id) }
    case 'matching':
      return Object.fromEntries(item.pairs.map(({ id }) => [`m.${id}`, [id]]))
    case 'ordering':
      return Object.fromEntries(item.steps.map(({ id }, i) => [`o.${id}`, [String(i + 1)]]))
    case 'numeric':
      return { n: [String(item.answer)] }
    case 'truefalse':
      return Object.fromEntries(item.statements.map(({ id, correct }) => [`r.${id}`, [judgement(correct)]]))
    case 'short':
      return { t: [fullAnswer(item.answers)] }
    case 'gaps':
      return Object.fromEntries(item.gaps.map((gap) => [`g.${gap.id}`, [rightFill(gap)]]))
    case 'point': {
      const right = item.areas.filter(({ correct }) => correct)
      return pressed(squaresIn(right, tallness(item))[0]!)
    }
    case 'essay':
      return { t: [item.explanation.vi] }
  }
}

function fullAnswer(answers: Extract<Item, { kind: 'short' }>['answers']): string {
  return answers.find(({ weight = 100, vi }) => weight === 100 && vi.trim() !== '')!.vi
}

function rightFill(gap: Gap): string {
  return 'options' in gap ? gap.options.find(({ correct }) => correct)!.id : fullAnswer(gap.answers)
}

function pressed(square: string): Entries {
  return { p: [pointOfSquare(square)!.join(',')] }
}

function wrongAnswer(item: Item, random: Random): Entries {
  switch (item.kind) {
    case 'single':
      return {
        v: [
          pickOne(
            random,
            item.options.filter(({ correct }) => !correct),
          ).id,
        ],
      }
    case 'multiple': {
      const right = item.options.filter(({ correct }) => correct)
      const wrong = item.options.filter(({ correct }) => !correct)
      return {
        v: [...right.slice(0, Math.max(0, right.length - 1)), pickOne(random, wrong)].map(({ id }) => id),
      }
    }
    case 'matching': {
      const turned = [...item.pairs.slice(1), item.pairs[0]!]
      return Object.fromEntries(
        item.pairs.map(({ id }, i) => [`m.${id}`, [i < 2 || random() < 0.4 ? turned[i]!.id : id]]),
      )
    }
    case 'ordering': {
      const order = shuffled(item.steps, String(random()))
      return Object.fromEntries(order.map(({ id }, i) => [`o.${id}`, [String(i + 1)]]))
    }
    case 'numeric':
      return { n: [String(item.answer + (random() < 0.5 ? 1 : 10))] }
    case 'truefalse':
      return Object.fromEntries(
        item.statements.map(({ id, correct }, i) => [
          `r.${id}`,
          [judgement(i === 0 || random() < 0.4 ? !correct : correct)],
        ]),
      )
    case 'short':
      return { t: ['không nhớ'] }
    case 'gaps': {
      const wrongFill = (gap: Gap) =>
        'options' in gap
          ? pickOne(
              random,
              gap.options.filter(({ correct }) => !correct),
            ).id
          : 'không nhớ'
      return Object.fromEntries(
        item.gaps.map((gap, i) => [
          `g.${gap.id}`,
          [i === 0 || random() < 0.5 ? wrongFill(gap) : rightFill(gap)],
        ]),
      )
    }
    case 'point': {
      const squares = columnLetters.flatMap((column) => rowNumbers.map((row) => `${column}${row}`))
      const missed = squares.filter(
        (square) => !areaAt(item.areas, pointOfSquare(square)!, tallness(item))?.correct,
      )
      return missed.length > 0 ? pressed(pickOne(random, missed)) : { v: ['?'] }
    }
    case 'essay':
      return { t: ['Chưa rõ.'] }
  }
}

/** People tend to rate themselves above what they can show, most of all where they know least. */
export function selfAnswer(who: Respondent, competency: string): Entries {
  const level =
    1.6 +
    0.75 * abilityIn(who, competency) +
    (abilityIn(who, competency) < -0.4 ? 0.5 : 0.1) +
    normal(who.random) * 0.6
  return { v: [String(Math.min(4, Math.max(0, Math.round(level))))] }
}

export function questionAnswer(who: Respondent, question: Question, systems: string[]): Entries | null {
  const { random, traits } = who
  if (random() < 0.02) return null
  switch (question.kind) {
    case 'text':
      return null
    case 'number':
      return { n: [String(Math.round(question.min + random() * Math.min(question.max - question.min, 12)))] }
    case 'systems': {
      const isTrouble = /trouble/.test(question.code)
      const chosen = systems.filter((code) => random() < (isTrouble ? (traits.trouble[code] ?? 0.2) : 0.65))
      return { v: chosen.length > 0 ? chosen : ['none'] }
    }
    case 'multiple': {
      const free = question.options.filter(({ exclusive }) => !exclusive)
      return {
        v: shuffled(free, String(random()))
          .slice(0, 1 + Math.floor(random() * 3))
          .map(({ id }) => id),
      }
    }
    case 'likert':
      return Object.fromEntries(
        question.rows.map(({ id }) => [`r.${id}`, [pickOne(random, question.options).id]]),
      )
    case 'ranking':
      return Object.fromEntries(
        shuffled(question.options, String(random())).map(({ id }, i) => [`o.${id}`, [String(i + 1)]]),
      )
    case 'single': {
      const lacking = question.options.filter(({ lacking: lacks }) => lacks)
      const fine = question.options.filter(({ lacking: lacks }) => !lacks)
      const lacks =
        lacking.length > 0 && random() < logistic(conditionShift(question.code) - 0.9 * traits.conditions)
      const from = lacks ? lacking : fine
      return { v: [from[Math.floor(random() ** 1.6 * from.length)]!.id] }
    }
  }
}

/** Some conditions are scarce everywhere, others hardly anywhere. */
function conditionShift(question: string): number {
  return -2.2 + 2.4 * randomFrom(question)()
}

/** The form of a commune about itself: numbers that agree with its traits. */
export function communeAnswers(
  random: Random,
  traits: CommuneTraits,
  form: SurveyForm,
  systems: string[],
  steps: Step[],
): Map<string, Entries> {
  const who: Respondent = { ability: 0, known: new Map(), traits, own: random, random }
  const questions = form.sections.flatMap((section) =>
    section.kind === 'questions' ? section.questions : [],
  )
  return new Map(
    steps.flatMap(({ step, ref }) => {
      const question = questions.find(({ code }) => code === ref)
      const answer = question ? questionAnswer(who, question, systems) : null
      return answer ? [[step, answer] as const] : []
    }),
  )
}
