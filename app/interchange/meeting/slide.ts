import type { Chart } from '~/gaps/charts/chart'
import type { Lines } from './plan-lines'

export const slideKeys = [
  'title',
  'answered',
  'overall',
  'domains',
  'where',
  'places',
  'conditions',
  'positions',
  'trend',
  'plan',
  'next',
  'method',
] as const

export type SlideKey = (typeof slideKeys)[number]

/** A page of a meeting: the sentence first, under it a chart, a figure or lines. */
export type Slide = {
  key: SlideKey
  /** In a few words what it is about: over the sentence and in the list of slides. */
  topic: string
  sentence: string
  more?: string
  figure?: { value: string; beside: string }
  chart?: Chart
  lists?: Lines[]
}

/** Which slides the speaker leaves out: those that exist, of whatever the address says. */
export function leftOut(search: URLSearchParams): SlideKey[] {
  const asked = search.getAll('without')
  return slideKeys.filter((key) => asked.includes(key))
}
