import type { Question, SurveyForm } from '~/assessment/form'

/** What work needs beside skill, in the order in which it is shown; `other` is told but not in the index. */
export const facets = ['equipment', 'connection', 'accounts', 'software', 'workload', 'other'] as const
export type Facet = (typeof facets)[number]

/** The facets that make up the index. */
export const indexFacets = facets.filter((each) => each !== 'other')

const facetByCondition: Readonly<Record<string, Facet>> = {
  computer: 'equipment',
  'computer-age': 'equipment',
  power: 'equipment',
  line: 'connection',
  'line-type': 'connection',
  'line-stability': 'connection',
  accounts: 'accounts',
  signature: 'accounts',
  workload: 'workload',
}

/** The facet of a condition by its code; a code that is not known here, such as that of help when stuck, is `other`. */
export function facetOf(condition: string): Facet {
  return Object.hasOwn(facetByCondition, condition) ? facetByCondition[condition]! : 'other'
}

/** What a commune's own form says of one condition: the share (0 to 1) that is lacking. */
export type CommuneCondition = { code: string; facet: Facet; lacking: number }

/**
 * What a commune's form says, one condition after the other: choices marked `lacking` as 0 or 1 ("not sure" is left out),
 * figures as the share that is missing, old, without signal, vacant or held beside another post.
 * @param values answers by question code
 * @param systems how many systems the form lists
 */
export function communeConditions(
  form: SurveyForm,
  values: ReadonlyMap<string, unknown>,
  systems: number,
): CommuneCondition[] {
  const questions = form.sections.flatMap((section) =>
    section.kind === 'questions' ? section.questions : [],
  )
  const chosen = questions.flatMap((question) => choiceCondition(question, values.get(question.code)))
  return [...chosen, ...figureConditions(values, systems)]
}

function choiceCondition(question: Question, value: unknown): CommuneCondition[] {
  if (question.kind !== 'single' || !question.condition) return []
  const option = question.options.find(({ id }) => id === value)
  if (!option || option.id === 'unsure') return []
  const { code } = question.condition
  return [{ code, facet: facetOf(code), lacking: option.lacking ? 1 : 0 }]
}

function figureConditions(values: ReadonlyMap<string, unknown>, systems: number): CommuneCondition[] {
  const figure = (code: string) => {
    const value = values.get(code)
    return typeof value === 'number' && value >= 0 ? value : null
  }
  const share = (part: number | null, whole: number | null) =>
    part === null || whole === null || whole === 0 ? null : Math.min(1, Math.max(0, part / whole))
  const [computers, staff, vacant] = [figure('computers'), figure('staff-using'), figure('posts-vacant')]
  const short = computers === null || staff === null ? null : Math.max(0, staff - computers)
  const none = (code: string) => (figure(code) === null ? null : figure(code) === 0 ? 1 : 0)
  const trouble = values.get('systems-trouble')
  const made: [string, Facet, number | null][] = [
    ['computers', 'equipment', share(short, staff)],
    ['computers-old', 'equipment', share(figure('computers-old'), computers)],
    ['scanners', 'equipment', none('scanners')],
    ['printers', 'equipment', none('printers')],
    ['villages-no-signal', 'connection', share(figure('villages-no-signal'), figure('villages'))],
    ['systems-trouble', 'software', Array.isArray(trouble) ? share(trouble.length, systems) : null],
    ['posts-concurrent', 'workload', share(figure('posts-concurrent'), staff)],
    ['posts-vacant', 'workload', share(vacant, vacant === null || staff === null ? null : staff + vacant)],
  ]
  return made.flatMap(([code, facet, lacking]) => (lacking === null ? [] : [{ code, facet, lacking }]))
}
