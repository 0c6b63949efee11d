import { existsSync, readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { memoryPages, validateXML } from 'xmllint-wasm'
import { describe, expect, it } from 'vitest'
import { qtiPictures, qtiSamples } from '../../../../tests/builders/qti-items'
import { writeQti } from './write'

/** The schemas are 1EdTech's and W3C's and no part of this repository; grammar.test.ts holds without them. */
const folder = path.resolve(import.meta.dirname, '../../../../../shared/data/qti-schema')
const schemas = { '2.1': 'qtiv2p1/imsqti_v2p1.xsd', '2.2': 'qtiv2p2/imsqti_v2p2p4.xsd' }

const preload = existsSync(folder)
  ? readdirSync(folder, { recursive: true, encoding: 'utf8' })
      .filter((name) => name.endsWith('.xsd'))
      .map((fileName) => ({ fileName, contents: readFileSync(path.join(folder, fileName), 'utf8') }))
  : []

/** Validates against a schema, whose imports count from the folder above its own. */
function validated(schema: string, files: [string, Uint8Array][]) {
  const main = preload.find(({ fileName }) => fileName === schema)!
  return validateXML({
    xml: files.map(([fileName, contents]) => ({ fileName, contents })),
    schema: { fileName: 'main.xsd', contents: main.contents.replaceAll('"../', '"') },
    preload,
    initialMemoryPages: 64 * memoryPages.MiB,
    maxMemoryPages: memoryPages.GiB,
  })
}

describe.runIf(preload.length > 0).each(['2.1', '2.2'] as const)('QTI %s by the schemas', (version) => {
  const { files } = writeQti(Object.values(qtiSamples), 'vi', version, qtiPictures)
  const items = [...files].filter(([name]) => name.endsWith('.xml') && name !== 'imsmanifest.xml')

  it('is valid for every kind of item, and would be told if one were not', async () => {
    const text = new TextDecoder().decode(items[0]![1])
    const wrong = text.replace('<itemBody>', '<itemBody><value>1</value>')
    expect(items).toHaveLength(Object.keys(qtiSamples).length)
    expect(wrong).not.toBe(text)
    const { rawOutput } = await validated(schemas[version], [
      ...items,
      ['wrong.xml', new TextEncoder().encode(wrong)],
    ])
    const valid = items.filter(([name]) => rawOutput.includes(`${name} validates`))
    expect(valid.map(([name]) => name)).toEqual(items.map(([name]) => name))
    expect(rawOutput).toContain('wrong.xml fails to validate')
  }, 300_000)

  it('has a valid manifest', async () => {
    const { errors } = await validated('imscp_v1p1.xsd', [['imsmanifest.xml', files.get('imsmanifest.xml')!]])
    expect(errors).toEqual([])
  }, 300_000)
})
