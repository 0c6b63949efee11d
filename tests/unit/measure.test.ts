import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import Ajv from 'ajv/dist/2020'
import { afterAll, expect, test } from 'vitest'
import { measureTable } from '../../app/assessment/calibration/measure-table'
import { parseResponses } from '../../app/assessment/calibration/parse-responses'
import { lsat6 } from '../builders/lsat6'

const folder = mkdtempSync(path.join(tmpdir(), 'measure-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

function measure(csv: string, ...options: string[]) {
  const file = path.join(folder, 'responses.csv')
  writeFileSync(file, csv)
  const { status, stdout, stderr } = spawnSync(
    path.resolve('node_modules/.bin/tsx'),
    ['scripts/measure.ts', file, ...options],
    { encoding: 'utf8' },
  )
  return { status, stdout, stderr: stderr.replaceAll(file, 'responses.csv') }
}

const schema = JSON.parse(readFileSync('docs/measure.schema.json', 'utf8')) as object
const validate = new Ajv({ allErrors: true, allowUnionTypes: true }).compile(schema)

const lsat = ['a,b,c,d,e,sex', ...lsat6().map((row, i) => `${row.join(',')},${i % 2 ? 'nam' : 'nữ'}`)].join(
  '\r\n',
)
const steps = `\ufeff"Câu 1";"Câu 2";c;d
2;1;0;1
0;;0;1
1;0;0;1
2;1;;1
0;1;0;1
;;;
1;0;0;1`

test.each([
  ['right/wrong with a group', lsat, '2pl', 'none', 'sex'],
  ['an empty group', lsat.replaceAll('nam', '').replaceAll('nữ', ''), 'common-a', 'none', 'sex'],
  ['several categories, missing cells, constants', steps, 'grm', 'none', undefined],
  ['the same with a prior', steps, 'gpcm', 'weak', undefined],
  ['one person, one item', 'x\n1\n', '2pl', 'none', undefined],
] as const)('%s: the result is as docs/measure.schema.json says', (_, csv, model, prior, group) => {
  const read = parseResponses(csv, { group })
  if (!read.ok) throw new Error(JSON.stringify(read.problems))
  validate(JSON.parse(JSON.stringify(measureTable(read.table, { model, prior }))))
  expect(validate.errors).toBeNull()
})

test('npm run measure prints it and nothing else, the same each time', () => {
  const first = measure(steps, '--prior', 'weak', '--group', 'd')
  expect([first.status, first.stderr]).toEqual([0, ''])
  validate(JSON.parse(first.stdout))
  expect(validate.errors).toBeNull()
  expect(measure(steps, '--prior', 'weak', '--group', 'd').stdout).toBe(first.stdout)
})

test('--out writes it to a file, --help explains', () => {
  const out = path.join(folder, 'result.json')
  const written = measure(steps, '--prior', 'weak', '--out', out)
  expect([written.status, written.stdout, written.stderr]).toEqual([0, '', ''])
  validate(JSON.parse(readFileSync(out, 'utf8')))
  expect(validate.errors).toBeNull()
  const help = measure(steps, '--help')
  expect(help.status).toBe(0)
  for (const word of ['--silent', '--group', 'docs/measure.schema.json']) expect(help.stdout).toContain(word)
})

test.each([
  ['a,b\n1,0\n0,x\n1,0.5\n', [], ['line 3, column 2', 'line 4, column 2', '0.5']],
  ['a,b\n1,0\n', ['--group', 'sex'], ['line 1', 'sex']],
  ['a,b\n1,0\n', ['--model', '3pl'], ['3pl', 'gpcm']],
  ['a,b\n1,0\n', ['--colour'], ['colour', 'measure -- responses.csv']],
])('what cannot be read is told: %j %j', (csv, options, words) => {
  const { status, stdout, stderr } = measure(csv, ...options)
  expect([status, stdout]).toEqual([1, ''])
  for (const word of words) expect(stderr).toContain(word)
})
