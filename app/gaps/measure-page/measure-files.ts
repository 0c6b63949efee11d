import type { MeasureResult } from '~/assessment/calibration/measure-table'
import { writeCsv } from '~/formats/csv'
import type { CellValue } from '~/formats/table'
import type { AreaReport } from '../area/area-report'
import type { MeasureRun } from './measure-run'

export type MeasureFile = { type: string; body: string }

const files = {
  responses: ['result.json', 'items.csv', 'persons.csv'],
  areas: ['result.json', 'estimates.csv'],
} as const

/** The files that a run can be saved as. */
export function filesOf(kind: MeasureRun['kind']): readonly (typeof files)[MeasureRun['kind']][number][] {
  return files[kind]
}

/** One of them; null for a name that is none. The JSON is what the command line prints. */
export function measureFile(run: MeasureRun, name: string): MeasureFile | null {
  if (!filesOf(run.kind).some((each) => each === name)) return null
  if (name === 'result.json')
    return { type: 'application/json; charset=utf-8', body: `${JSON.stringify(run.result, null, 2)}\n` }
  const rows =
    run.kind === 'areas'
      ? areaRows(run.result)
      : name === 'items.csv'
        ? itemRows(run.result)
        : personRows(run.result)
  return { type: 'text/csv; charset=utf-8', body: writeCsv(rows) }
}

function itemRows({ items }: MeasureResult): CellValue[][] {
  const steps = Math.max(1, ...items.map(({ parameters }) => difficulties(parameters).length))
  const numbered = (name: string) =>
    Array.from({ length: steps }, (_, i) => `${name}${steps > 1 ? i + 1 : ''}`)
  const even = (values: readonly number[]) => Array.from({ length: steps }, (_, i) => values[i] ?? null)
  return [
    [
      'item',
      'model',
      'a',
      ...numbered('b'),
      'se_a',
      ...numbered('se_b'),
      'answered',
      'facility',
      'rest_correlation',
      'alpha_if_dropped',
      'infit',
      'outfit',
      'sx2',
      'sx2_df',
      'sx2_p',
      'notes',
    ],
    ...items.map((item): CellValue[] => [
      item.name,
      item.parameters?.model ?? null,
      item.parameters?.a ?? null,
      ...even(difficulties(item.parameters)),
      item.errors?.a ?? null,
      ...even(item.errors?.b ?? []),
      item.answered,
      item.facility,
      item.restCorrelation,
      item.alphaIfDropped,
      item.infit,
      item.outfit,
      item.sx2?.statistic ?? null,
      item.sx2?.df ?? null,
      item.sx2?.p ?? null,
      item.notes.join(' '),
    ]),
  ]
}

/** The difficulties of an item as a list, however many its model has. */
export function difficulties(parameters: MeasureResult['items'][number]['parameters']): number[] {
  return parameters === null ? [] : [parameters.b].flat()
}

function personRows({ persons }: MeasureResult): CellValue[][] {
  return [
    ['line', 'group', 'raw', 'answered', 'eap', 'sd', 'map', 'map_sd', 'lz'],
    ...persons.map((each): CellValue[] => [
      each.line,
      each.group,
      each.raw,
      each.answered,
      each.eap,
      each.sd,
      each.map,
      each.mapSd,
      each.lz,
    ]),
  ]
}

const areaColumns = [
  'area',
  'direct',
  'samplingVariance',
  'regression',
  'weight',
  'eblup',
  'mse',
  'rmse',
  'low',
  'high',
  'synthetic',
] as const

function areaRows({ estimates }: AreaReport): CellValue[][] {
  return [[...areaColumns], ...estimates.map((each) => areaColumns.map((column) => each[column]))]
}
