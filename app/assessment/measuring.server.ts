import type { Framework } from '~/competency/framework'
import { frameworkVersion } from '~/competency/frameworks.server'
import type { Standard } from '~/competency/standard'
import { standardInForce, standardVersion } from '~/competency/standards.server'
import { reader, type Tx } from '~/platform/db/db.server'
import { itemVersion } from './content.server'
import { expertParameters } from './irt/expert-parameters'
import { itemParametersSchema, type ItemParameters } from './irt/parameters'
import { structuredPrior, type Prior } from './irt/prior'

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
  prior: Prior
  parametersOf: (itemVersionId: string) => ItemParameters
}

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
  const calibrated = calibratedItems(parameterVersionId)
  const parameters = new Map<string, ItemParameters>()
  return {
    framework,
    standard,
    standardId,
    parameterVersionId,
    competencies: places.map(({ code }) => code),
    dimensionOf: new Map(places.map(({ code }, i) => [code, i])),
    domainOf,
    prior: structuredPrior(domainOf, standard.prior),
    parametersOf: (id) => {
      const known = parameters.get(id) ?? calibrated.get(id) ?? expertParameters(itemVersion(id), standard)
      parameters.set(id, known)
      return known
    },
  }
}

function calibratedItems(id: number | null): Map<string, ItemParameters> {
  if (id === null) return new Map()
  const row = reader.sql.get<{ items: string }>('SELECT items FROM ParameterVersion WHERE id = ?', id)
  const items = Object.entries(JSON.parse(row?.items ?? '{}') as Record<string, unknown>)
  return new Map(items.map(([item, parameters]) => [item, itemParametersSchema.parse(parameters)]))
}

/** The calibration in force; null while the experts' expectations are. */
export function parametersInForce(db: { sql: Pick<Tx['sql'], 'get'> } = reader): number | null {
  const row = db.sql.get<{ id: number }>(
    "SELECT id FROM ParameterVersion WHERE state = 'adopted' ORDER BY decidedAt DESC, id DESC LIMIT 1",
  )
  return row?.id ?? null
}
