import type { Framework } from '~/competency/framework'
import { frameworkVersion } from '~/competency/frameworks.server'
import type { Standard } from '~/competency/standard'
import { standardInForce, standardVersion } from '~/competency/standards.server'
import { reader, type Tx } from '~/platform/db/db.server'
import type { CalibrationOptions, CalibrationReport } from './calibration/calibration-run'
import { itemVersion } from './content.server'
import { expertParameters } from './irt/expert-parameters'
import { itemParametersSchema, type ItemParameters } from './irt/parameters'
import { evidenceParameters } from './practice/parameters'
import { scenarioVersion } from './practice/versions.server'
import { structuredCovariance, type Components, type Prior } from './irt/prior'

/** Everything that turns the answers of a sitting into abilities and levels. Dimensions are competencies in the framework's order. */
export type Measuring = {
  framework: Framework
  standard: Standard
  standardId: number
  parameterVersionId: number | null
  /** Competency codes by dimension. */
  competencies: string[]
  dimensionOf: ReadonlyMap<string, number>
  /** Index of the domain of each dimension. */
  domainOf: number[]
  /** Of abilities before anything is known: what a calibration estimated anew, else what the standard expects. */
  population: Population
  prior: Prior
  parametersOf: (itemVersionId: string) => ItemParameters
}

type Population = { mean: number[]; components: Components }

export type MeasuringVersions = {
  frameworkVersionId: string
  standardId: number | null
  parameterVersionId: number | null
}

const kept = new Map<string, Measuring>()

/** What a campaign measures by; a campaign that was opened before there were standards takes the one in force. */
export function measuringOf({
  frameworkVersionId,
  standardId,
  parameterVersionId,
}: MeasuringVersions): Measuring {
  const { framework } = frameworkVersion(frameworkVersionId)
  const { id, standard } = standardId === null ? standardInForce(framework.code) : standardVersion(standardId)
  const key = `${frameworkVersionId}/${id}/${parameterVersionId}`
  const before = kept.get(key)
  if (before) return before
  const made = measuring(framework, standard, id, parameterVersionId)
  kept.set(key, made)
  return made
}

function measuring(
  framework: Framework,
  standard: Standard,
  standardId: number,
  parameterVersionId: number | null,
): Measuring {
  const places = framework.domains.flatMap(({ competencies }, domain) =>
    competencies.map(({ code }) => ({ code, domain })),
  )
  const domainOf = places.map(({ domain }) => domain)
  const codes = places.map(({ code }) => code)
  const { items: calibrated, people } = calibration(parameterVersionId)
  const population = {
    mean: codes.map((code) => people?.mean[code] ?? 0),
    components: people?.components ?? standard.prior,
  }
  const parameters = new Map<string, ItemParameters>()
  return {
    framework,
    standard,
    standardId,
    parameterVersionId,
    competencies: codes,
    dimensionOf: new Map(codes.map((code, i) => [code, i])),
    domainOf,
    population,
    prior: {
      mean: Float64Array.from(population.mean),
      covariance: structuredCovariance(domainOf, population.components),
    },
    parametersOf: (id) => {
      const known = parameters.get(id) ?? calibrated.get(id) ?? expected(id, standard)
      parameters.set(id, known)
      return known
    },
  }
}

/** What the authors expect of an item, or of what a practice task shows of one competency. */
function expected(id: string, standard: Standard): ItemParameters {
  const [versionId, competency] = id.split('#')
  return competency === undefined
    ? expertParameters(itemVersion(id), standard)
    : evidenceParameters(scenarioVersion(versionId!), competency, standard)
}

type Calibration = {
  items: Map<string, ItemParameters>
  /** The population of those who answered; one without shrinkage stands on a scale of its own and is left. */
  people: CalibrationReport['population'] | null
}

function calibration(id: number | null): Calibration {
  const row = reader.sql.get<{ options: string; items: string; report: string }>(
    'SELECT options, items, report FROM ParameterVersion WHERE id = ?',
    id,
  )
  if (!row) return { items: new Map(), people: null }
  const items = Object.entries(JSON.parse(row.items) as Record<string, unknown>)
  const { shrinkage } = JSON.parse(row.options) as CalibrationOptions
  const { population } = JSON.parse(row.report) as CalibrationReport
  return {
    items: new Map(items.map(([item, parameters]) => [item, itemParametersSchema.parse(parameters)])),
    people: shrinkage ? population : null,
  }
}

/** The calibration in force; null while the experts' expectations are. */
export function parametersInForce(db: { sql: Pick<Tx['sql'], 'get'> } = reader): number | null {
  const row = db.sql.get<{ id: number }>(
    "SELECT id FROM ParameterVersion WHERE state = 'adopted' ORDER BY decidedAt DESC, id DESC LIMIT 1",
  )
  return row?.id ?? null
}
