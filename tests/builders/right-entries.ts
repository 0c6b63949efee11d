import { gapsIn, type StepView } from '~/assessment/present'

/** The right answer, found by its words as a reader finds it. */
export function rightEntries(view: StepView, id: string): Record<string, string[]> {
  if (view.kind === 'choice') return { v: id.includes('multiple') ? ['a', 'b'] : ['b'] }
  if (view.kind === 'matching')
    return Object.fromEntries(
      view.rows.map(({ name, label }) => [
        name,
        [view.rights.find((right) => right.label === label.replace('?', '!'))!.value],
      ]),
    )
  if (view.kind === 'ordering')
    return Object.fromEntries(view.rows.map(({ name, label }) => [name, [label.slice(1)]]))
  if (view.kind === 'rows')
    return Object.fromEntries(view.rows.map(({ name, label }) => [name, [/[ad]/.test(label) ? 't' : 'f']]))
  if (view.kind === 'gaps')
    return Object.fromEntries(
      gapsIn(view).map(({ name, options }) => [
        name,
        [options?.find(({ label }) => label === 'me')?.value ?? 'muoi hai'],
      ]),
    )
  if (view.kind === 'point') return { 'q.c': ['A'], 'q.r': ['10'] }
  if (view.kind === 'text') return { t: ['2FA'] }
  return { n: ['12'] }
}
