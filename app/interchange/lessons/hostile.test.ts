import { deflateRawSync } from 'node:zlib'
import { expect, test } from 'vitest'
import { writeZip } from '~/formats/zip.server'
import { vi as vietnamese } from '~/platform/i18n/resources'
import { png, richDocx, richPptx } from '../../../tests/builders/documents'
import {
  docx,
  paragraph,
  part,
  pptx,
  relations,
  run,
  shape,
  slideLine,
  styled,
  zipped,
} from '../../../tests/builders/ooxml'
import { documentLimits } from './document'
import { readDocument } from './read-document.server'

const text = (content: string) => new TextEncoder().encode(content)

/** The key of the problem, which must have words. */
async function problemOf(bytes: Uint8Array): Promise<string> {
  const { found, problem } = await readDocument(bytes, 'vi')
  expect(found).toBeNull()
  expect(vietnamese.documents).toHaveProperty([problem!.key])
  return problem!.key
}

test.each<[string, Uint8Array, string]>([
  ['nothing', new Uint8Array(), 'fault.empty'],
  ['a text', text('Xin chào'), 'kind.text'],
  ['a web page', text('<!doctype html><p>x'), 'kind.html'],
  ['XML', text('<?xml version="1.0"?><a/>'), 'kind.xml'],
  ['a PDF', text('%PDF-1.7'), 'kind.pdf'],
  ['a picture', png, 'kind.image'],
  ['Office of the old kind', Uint8Array.of(0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1), 'kind.xls'],
  [
    'a file with a password',
    new Uint8Array([0xd0, 0xcf, 0x11, 0xe0, ...Buffer.from('EncryptedPackage', 'utf16le')]),
    'kind.encrypted',
  ],
  ['noise', Uint8Array.from({ length: 500 }, (_, at) => (at * 37) % 251), 'kind.unknown'],
  ['a workbook', zipped({ 'xl/workbook.xml': '<a/>' }), 'kind.workbook'],
  ['OpenDocument', zipped({ 'content.xml': '<a/>', mimetype: 'x' }), 'kind.openDocument'],
  ['another archive', zipped({ 'a.txt': 'a' }), 'kind.otherZip'],
  ['an empty archive', zipped({}), 'kind.otherZip'],
  ['a package without its document', zipped({ 'word/styles.xml': '<a/>' }), 'fault.noDocument'],
  ['a document without words', docx(''), 'fault.noText'],
  ['slides without words', pptx([{ shapes: '' }]), 'fault.noText'],
])('%s: %# says what it is', async (_, bytes, key) => {
  expect(await problemOf(bytes)).toBe(key)
})

test('cut off anywhere: an answer, never more lessons than the whole has', async () => {
  for (const whole of [richDocx(), richPptx()])
    for (let length = 0; length < whole.length; length += Math.ceil(whole.length / 60)) {
      const { found } = await readDocument(whole.subarray(0, length), 'vi')
      expect(found).toBeNull()
    }
})

test('too large, too many files, paths that lead out, a bomb', async () => {
  expect(await problemOf(new Uint8Array(documentLimits.bytes + 1))).toBe('fault.tooBig')
  const many = Object.fromEntries(
    Array.from({ length: documentLimits.entries + 1 }, (_, at) => [`word/${at}.xml`, '']),
  )
  expect(await problemOf(zipped(many))).toBe('fault.entries')
  for (const path of ['../word/x.xml', '/etc/passwd', 'word\\..\\x', 'C:/x', 'word/../../x'])
    expect(await problemOf(zipped({ 'word/document.xml': '<a/>', [path]: '<a/>' })), path).toBe('fault.path')
  const bomb = writeZip([['word/document.xml', new Uint8Array(documentLimits.unpackedBytes + 1)]])
  expect(await problemOf(new Uint8Array(bomb))).toBe('fault.unpacksTooBig')
})

test('a bomb that lies about its size is damaged', async () => {
  const zip = writeZip([['word/document.xml', text('<a/>')]])
  const packed = deflateRawSync(new Uint8Array(50_000_000))
  const start = 30 + 'word/document.xml'.length
  const size = zip.readUInt32LE(18)
  const lying = Buffer.concat([zip.subarray(0, start), packed, zip.subarray(start + size)])
  lying.writeUInt32LE(packed.length, 18)
  const directory = lying.indexOf('PK\x01\x02')
  lying.writeUInt32LE(packed.length, directory + 20)
  lying.writeUInt32LE(directory, lying.indexOf('PK\x05\x06') + 16)
  expect(await problemOf(new Uint8Array(lying))).toMatch(/^fault\.(?:damaged|unpacksTooBig)$/)
})

const doctype = '<!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/passwd">]>'
const laughs = `<!DOCTYPE a [<!ENTITY l "ha">${Array.from({ length: 9 }, (_, at) => `<!ENTITY l${at} "${`&l${at || ''};`.repeat(10)}">`).join('')}]>`

test.each([
  ['word/document.xml'],
  ['word/styles.xml'],
  ['word/numbering.xml'],
  ['word/_rels/document.xml.rels'],
  ['word/footnotes.xml'],
  ['word/settings.xml'],
])('entities in %s are refused', async (path) => {
  for (const head of [doctype, laughs]) {
    const { problem } = await readDocument(
      docx(paragraph(run('a')), { files: { [path]: `${head}<w:a>&x;&l9;</w:a>` } }),
      'vi',
    )
    expect(problem).toEqual({ key: 'fault.entities', values: { part: path } })
  }
})

test('entities in slides are refused too', async () => {
  for (const path of ['ppt/presentation.xml', 'ppt/slides/slide1.xml', 'ppt/slides/_rels/slide1.xml.rels'])
    expect(await problemOf(pptx([{ shapes: '' }], { [path]: `${doctype}<a>&x;</a>` })), path).toBe(
      'fault.entities',
    )
})

test('nested too deep, broken, or looping: an answer at once', async () => {
  const deep = '<w:tbl><w:tr><w:tc>'.repeat(5000)
  expect(await problemOf(docx(deep + '</w:tc></w:tr></w:tbl>'.repeat(5000)))).toBe('fault.tooDeep')
  expect(await problemOf(docx('<w:p>'))).toBe('fault.damagedPart')
  const styles = part(
    'w:styles',
    '<w:style w:type="paragraph" w:styleId="A"><w:name w:val="A"/><w:basedOn w:val="B"/></w:style><w:style w:type="paragraph" w:styleId="B"><w:name w:val="B"/><w:basedOn w:val="A"/></w:style>',
  )
  const { found } = await readDocument(
    docx(styled('A', 'chữ'), { files: { 'word/styles.xml': styles } }),
    'vi',
  )
  expect(found?.lessons[0]?.markdown).toBe('chữ\n')
})

test('an address outside, a script and a style map of the file do nothing', async () => {
  const body = paragraph(
    run('chữ &lt;script&gt;alert(1)&lt;/script&gt;') +
      '<w:hyperlink r:id="rIdJ"><w:r><w:t>bấm</w:t></w:r></w:hyperlink>' +
      '<w:r><w:drawing><a:blip r:link="rIdO"/></w:drawing></w:r>',
  )
  const { found } = await readDocument(
    docx(body, {
      related: [
        { id: 'rIdJ', type: 'hyperlink', target: 'javascript:alert(1)', external: true },
        { id: 'rIdO', type: 'image', target: 'file:///etc/passwd', external: true },
      ],
      files: { 'mammoth/style-map': 'p => script' },
    }),
    'vi',
  )
  expect(found!.lessons[0]!.markdown).toBe('chữ \\<script>alert(1)\\</script>bấm (javascript:alert(1))\n')
  expect(found!.losses.map(({ what }) => what.key)).toEqual(['loss.link'])
})

test('long runs of spaces where words are looked for take no time', async () => {
  const field = `<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>${' '.repeat(300_000)}x</w:instrText></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r>`
  const began = performance.now()
  const { found } = await readDocument(docx(paragraph(field + run('chữ'))), 'vi')
  expect(found?.lessons).toHaveLength(1)
  expect(performance.now() - began).toBeLessThan(3000)
})

test('relationships that lead nowhere, slides that name themselves', async () => {
  const slides = pptx(
    [
      {
        shapes: shape(null, slideLine('a')),
        related: [{ id: 'rIdL', type: 'slideLayout', target: '../../../../etc/passwd' }],
      },
    ],
    {
      'ppt/slides/slide9.xml': '<a/>',
    },
  )
  expect((await readDocument(slides, 'vi')).found?.lessons).toHaveLength(1)
  const gone = pptx([{ shapes: shape(null, slideLine('a')) }], {
    'ppt/_rels/presentation.xml.rels': relations([
      { id: 'rId10', type: 'slide', target: 'presentation.xml' },
    ]),
  })
  expect(await problemOf(gone)).toBe('fault.noText')
})
