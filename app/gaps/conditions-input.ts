import type { SurveyForm } from '~/assessment/form'
import { facetOf, type CommuneCondition } from './condition-facets'
import { conditionFigures } from './conditions'
import type { ConditionsInput, PeopleCondition, SystemTrouble } from './conditions-index'
import { answersOf, type Released } from './figures'
import { wholeProvince } from './pattern'

type Where = {
  released: Released
  form: SurveyForm
  systems: readonly { code: string }[]
  place: string
  asked: number
  commune: readonly CommuneCondition[]
}

/** What is known of a place's conditions, of groups large enough to be shown. */
export function conditionsInput({ released, form, systems, place, asked, commune }: Where): ConditionsInput {
  const own = systemTrouble(released, systems, place)
  const whole = place === wholeProvince ? own : systemTrouble(released, systems, wholeProvince)
  return {
    asked,
    people: conditionFigures(released, form, place).flatMap((figure): PeopleCondition[] =>
      figure.hidden
        ? []
        : [
            {
              code: figure.code,
              facet: facetOf(figure.code),
              n: figure.n,
              lacking: figure.lacking,
              province: figure.province,
            },
          ],
    ),
    systems: own ? { ...own, province: whole ? troubleShare(whole.of) : null } : null,
    commune,
  }
}

/** The answers to a choice, as a count of people and of each option. */
export function choiceCounts(
  released: Released,
  place: string,
  question: string,
): { n: number; counts: ReadonlyMap<string, number> } | null {
  const answers = answersOf(released, place, question)
  return answers && answers !== 'hidden' ? { n: answers.n, counts: answers.options } : null
}

function systemTrouble(
  released: Released,
  systems: readonly { code: string }[],
  place: string,
): { n: number; of: SystemTrouble[] } | null {
  const used = choiceCounts(released, place, 'systems-used')
  const trouble = choiceCounts(released, place, 'systems-trouble')
  if (!used || !trouble) return null
  return {
    n: trouble.n,
    of: systems.map(({ code }) => ({
      code,
      used: used.counts.get(code) ?? 0,
      trouble: trouble.counts.get(code) ?? 0,
    })),
  }
}

function troubleShare(of: readonly SystemTrouble[]): number | null {
  const used = of.reduce((sum, each) => sum + Math.max(each.used, each.trouble), 0)
  return used === 0 ? null : of.reduce((sum, { trouble }) => sum + trouble, 0) / used
}
