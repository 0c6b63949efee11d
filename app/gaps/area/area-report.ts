import { translateMessage } from '~/platform/i18n/translate'
import { fayHerriot, type AreaFit, type AreaInput } from './fay-herriot'

/** What `npm run small-area` prints and the page gives for download; docs/small-area.schema.json describes it. */
export type AreaReport = Omit<AreaFit, 'notes'> & {
  model: 'fay-herriot'
  method: 'reml'
  version: 1
  interval: number
  notes: { code: string; values: Record<string, string | number>; text: string }[]
}

/** The fit with its notes in plain English, ready to be written as JSON. */
export function areaReport(input: AreaInput): AreaReport {
  const { notes, ...fit } = fayHerriot(input)
  return {
    model: 'fay-herriot',
    method: 'reml',
    version: 1,
    interval: 0.9,
    ...fit,
    notes: notes.map((note) => ({
      code: note.key.replace(/^note\./, ''),
      values: note.values ?? {},
      text: translateMessage('en', 'measure', note),
    })),
  }
}
