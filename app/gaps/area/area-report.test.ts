import { Ajv2020 } from 'ajv/dist/2020'
import { readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import { areaReport } from './area-report'
import { parseAreas } from './parse-areas'

const schema = JSON.parse(readFileSync('docs/small-area.schema.json', 'utf8')) as object
const validate = new Ajv2020({ strict: true, allowUnionTypes: true }).compile(schema)

it.each([
  [
    'with covariates and an area without a sample',
    'Vùng,x',
    (d: number) => `${d % 2 ? 'núi' : 'biển'},${d * d}`,
    3,
  ],
  ['without covariates and with a variance of zero', '', () => '', 100],
])('is what its schema says %s', (_, names, covariates, variance) => {
  const lines = Array.from({ length: 12 }, (_, d) => {
    const own = d === 5 ? ',' : `${(d * 7) % 5},${variance}`
    return [`Xã ${d}`, own, covariates(d)].filter((part) => part !== '').join(',')
  })
  const read = parseAreas([`area,estimate,variance${names && ','}${names}`, ...lines].join('\n'))
  if (!read.ok) throw new Error(JSON.stringify(read.problems))
  const report = JSON.parse(JSON.stringify(areaReport(read.table))) as unknown
  expect(validate(report), JSON.stringify(validate.errors)).toBe(true)
})
