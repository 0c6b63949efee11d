import { z } from 'zod'
import { Bilingual, component, count, Interval, Place } from './parts'

const certainty = z.enum(['almostCertain', 'probably', 'notSure']).nullable().describe('field.certainty')

export const Measure = component(
  'Measure',
  z
    .object({
      code: z.string().describe('field.measureCode'),
      kind: z.enum(['domain', 'competency']),
      domain: z.string().describe('field.measureDomain'),
      name: Bilingual,
      short: Bilingual,
    })
    .describe('schema.Measure'),
)

const Standing = component(
  'Standing',
  z.object({ claim: z.enum(['higher', 'lower', 'unclear']), certainty }).describe('schema.Standing'),
)

const Change = component(
  'Change',
  z
    .object({
      claim: z.enum(['better', 'worse', 'unclear']),
      certainty,
      share: Interval.describe('field.changeShare'),
      distance: Interval.describe('field.changeDistance'),
    })
    .describe('schema.Change'),
)

const measure = z.string().describe('field.measureCode')

const ShownFigure = component(
  'ShownFigure',
  z
    .object({
      measure,
      status: z.literal('shown'),
      n: count.describe('field.n'),
      people: count.describe('field.people'),
      share: Interval.describe('field.share'),
      distance: Interval.describe('field.distance'),
      rank: z
        .object({ low: z.int().min(1), high: z.int().min(1), of: z.int().min(1) })
        .nullable()
        .describe('field.rank'),
      standing: Standing.nullable(),
      change: Change.nullable().describe('field.change'),
    })
    .describe('schema.ShownFigure'),
)

const silent = <Status extends string>(id: string, status: Status, says: string) =>
  component(id, z.object({ measure, status: z.literal(status) }).describe(says))
const HiddenFigure = silent('HiddenFigure', 'hidden', 'schema.HiddenFigure')
const UninformedFigure = silent('UninformedFigure', 'uninformed', 'schema.UninformedFigure')
const UnmeasuredFigure = silent('UnmeasuredFigure', 'unmeasured', 'schema.UnmeasuredFigure')

export const Figure = component(
  'Figure',
  z
    .discriminatedUnion('status', [ShownFigure, HiddenFigure, UninformedFigure, UnmeasuredFigure])
    .describe('schema.Figure'),
)

export const PlaceFigures = component(
  'PlaceFigures',
  z.object({ place: Place, figures: z.array(Figure) }).describe('schema.PlaceFigures'),
)

const ShownCondition = component(
  'ShownCondition',
  z
    .object({
      code: z.string(),
      name: Bilingual,
      status: z.literal('shown'),
      n: count.describe('field.n'),
      lacking: count.describe('field.lacking'),
      share: Interval.describe('field.lackingShare'),
      state: z.enum(['lacking', 'partly', 'fine', 'unclear']).describe('field.conditionState'),
    })
    .describe('schema.ShownCondition'),
)

const HiddenCondition = component(
  'HiddenCondition',
  z
    .object({ code: z.string(), name: Bilingual, status: z.literal('hidden') })
    .describe('schema.HiddenFigure'),
)

export const PlaceConditions = component(
  'PlaceConditions',
  z
    .object({
      place: Place,
      index: Interval.nullable().describe('field.index'),
      quadrant: z
        .enum(['both', 'skills', 'conditions', 'neither', 'unclear'])
        .nullable()
        .describe('field.quadrant'),
      conditions: z.array(z.discriminatedUnion('status', [ShownCondition, HiddenCondition])),
    })
    .describe('schema.PlaceConditions'),
)

export const CommuneReport = component(
  'CommuneReport',
  z
    .object({
      place: Place,
      asked: count.describe('field.asked'),
      submitted: count.describe('field.submitted'),
      figures: z.array(Figure),
      provinceFigures: z.array(Figure).describe('field.provinceFigures'),
      conditions: PlaceConditions,
    })
    .describe('schema.CommuneReport'),
)

export type FigureData = z.infer<typeof Figure>
export type PlaceConditionsData = z.infer<typeof PlaceConditions>
