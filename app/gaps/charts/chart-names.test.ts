import { expect, it } from 'vitest'
import { chartNames, parseChartFile } from './chart-names'

it('reads the chart and the kind of file from an address, and nothing else', () => {
  for (const name of chartNames) expect(parseChartFile(`${name}.svg`)).toEqual({ name, kind: 'svg' })
  expect(parseChartFile('skills-conditions.png')).toEqual({ name: 'skills-conditions', kind: 'png' })
  for (const file of [
    'domains',
    'domains.gif',
    'other.svg',
    '../domains.svg',
    'domains.svg.png',
    '__proto__.svg',
    '',
  ])
    expect(parseChartFile(file)).toBeNull()
})
