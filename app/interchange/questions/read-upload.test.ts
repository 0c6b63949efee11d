import { describe, expect, test } from 'vitest'
import { writeZip } from '~/formats/zip.server'
import { questionLimits } from './found'
import { readUpload } from './read-upload.server'

const text = (content: string) => new TextEncoder().encode(content)
const problemOf = async (bytes: Uint8Array) => (await readUpload(bytes, 'vi')).found.problem?.key
const stems = async (bytes: Uint8Array) => {
  const { found, format, notes } = await readUpload(bytes, 'vi')
  return {
    format,
    notes: notes.map(({ values }) => values?.encoding),
    stems: found.questions.map(({ item }) => item?.stem.vi),
  }
}
const question = 'Văn bản nào có hiệu lực?\nA. Quyết định\nB. Thông báo\nĐáp án: A\n'
const expected = { format: 'aiken', notes: [], stems: ['Văn bản nào có hiệu lực?'] }

describe('files are known by what they are', () => {
  test.each([
    ['GIFT', '::Tên:: Thủ đô? { =Hà Nội ~Huế }', 'gift'],
    ['Aiken', question, 'aiken'],
    ['CSV', 'Câu hỏi;A;B;Đáp án\nHỏi?;x;y;A\n', 'sheet'],
    ['YAML', 'competency: "7.3"\nitems: []\n', 'pack'],
    ['Moodle', '<?xml version="1.0"?><quiz></quiz>', 'moodle'],
    ['QTI', '<assessmentItem xmlns="http://www.imsglobal.org/xsd/imsqti_v2p1"></assessmentItem>', 'qti'],
  ])('%s', async (_, content, format) => {
    expect((await readUpload(text(content), 'vi')).format).toBe(format)
  })
})

describe('encodings', () => {
  test('UTF-8 with its mark, UTF-16 with and without, mixed ends of lines', async () => {
    expect(await stems(text(`\ufeff${question}`))).toEqual(expected)
    const utf16 = Buffer.from(question, 'utf16le')
    expect(await stems(new Uint8Array(Buffer.concat([Buffer.from([0xff, 0xfe]), utf16])))).toEqual(expected)
    expect(await stems(new Uint8Array(utf16))).toEqual(expected)
    expect(
      await stems(new Uint8Array(Buffer.concat([Buffer.from([0xfe, 0xff]), Buffer.from(utf16).swap16()]))),
    ).toEqual(expected)
    expect(await stems(text(question.replace('?\n', '?\r\n').replace('B.', '\rB.')))).toEqual(expected)
  })

  test('Windows-1258, TCVN3 bytes, TCVN3 letters in UTF-8', async () => {
    // Vowels with their hat, then the tone as a mark of its own: the encoding of old Windows in Vietnam.
    const marks: Record<string, number> = {
      '\u0300': 0xcc,
      '\u0309': 0xd2,
      '\u0303': 0xde,
      '\u0301': 0xec,
      '\u0323': 0xf2,
    }
    const letters: Record<string, number> = {
      ă: 0xe3,
      đ: 0xf0,
      Đ: 0xd0,
      ơ: 0xf5,
      ư: 0xfd,
      ê: 0xea,
      ô: 0xf4,
      â: 0xe2,
    }
    const bytes = [
      ...question
        .normalize('NFD')
        .replace(
          /([aeo])(\p{M}*?)\u0302/gu,
          (_, a: string, m: string) => `${(a + '\u0302').normalize('NFC')}${m}`,
        )
        .replace(/a(\p{M}*?)\u0306/gu, 'ă$1')
        .replace(
          /([ou])(\p{M}*?)\u031b/gu,
          (_, a: string, m: string) => `${(a + '\u031b').normalize('NFC')}${m}`,
        ),
    ].map((letter) => letters[letter] ?? marks[letter] ?? letter.charCodeAt(0))
    expect(await stems(new Uint8Array(bytes))).toEqual({ ...expected, notes: ['Windows-1258'] })
    const tcvn3 = 'V¨n b¶n nµo cã hiÖu lùc?\nA. QuyÕt ®Þnh\nB. Th«ng b¸o\nANSWER: A\n'
    expect(await stems(new Uint8Array(Buffer.from(tcvn3, 'latin1')))).toEqual({
      ...expected,
      notes: ['TCVN3'],
    })
    expect(await stems(text(tcvn3))).toEqual({ ...expected, notes: ['TCVN3'] })
  })
})

describe('files of the wrong kind get a clear answer', () => {
  test.each([
    ['nothing', new Uint8Array(), 'fault.empty'],
    ['PDF', text('%PDF-1.7 …'), 'upload.kind.pdf'],
    ['picture', new Uint8Array([0x89, 0x50, 0x4e, 0x47, 13, 10]), 'upload.kind.image'],
    ['old Excel', new Uint8Array([0xd0, 0xcf, 0x11, 0xe0, 1, 2]), 'upload.kind.xls'],
    ['Word', new Uint8Array(writeZip([['word/document.xml', text('<x/>')]])), 'upload.kind.word'],
    ['slides', new Uint8Array(writeZip([['ppt/presentation.xml', text('<x/>')]])), 'upload.kind.slides'],
    ['other ZIP', new Uint8Array(writeZip([['readme.md', text('x')]])), 'upload.kind.zip'],
    [
      'truncated',
      new Uint8Array(writeZip([['xl/workbook.xml', text('<x/>')]]).subarray(0, 60)),
      'upload.damaged',
    ],
    ['web page', text('<!doctype html><html><body>x</body></html>'), 'upload.kind.html'],
    ['other XML', text('<?xml version="1.0"?><note/>'), 'upload.kind.xml'],
    ['prose', text('Kính gửi Ông/Bà, xin gửi câu hỏi sau.'), 'upload.noFormat'],
    ['bytes', new Uint8Array([0, 1, 2, 3, 0xfe, 0, 7]), 'upload.kind.unknown'],
  ])('%s', async (_, bytes, key) => {
    expect(await problemOf(bytes)).toBe(key)
  })

  test('too big is refused before it is read, a bomb before it is unpacked', async () => {
    expect(await problemOf(new Uint8Array(questionLimits.bytes + 1))).toBe('fault.tooBig')
    const bomb = writeZip([['items/x.yaml', new Uint8Array(questionLimits.unpackedBytes + 1)]])
    expect(await problemOf(new Uint8Array(bomb))).toBe('upload.unpacksTooBig')
    const up = writeZip([
      ['../items/x.yaml', text('competency: "7.3"\nitems: [1]')],
      ['items/y.yaml', text('competency: "7.3"\nitems: [1]')],
    ])
    expect((await readUpload(new Uint8Array(up), 'vi')).found.questions).toHaveLength(1)
  })

  test('YAML aliases, entities and a workbook without questions', async () => {
    const laughs = 'competency: &a "7.3"\nitems: [*a, *a]\n'
    const { found } = await readUpload(text(laughs), 'vi')
    expect(found.questions.every(({ item }) => item === null)).toBe(true)
    const entity = '<?xml version="1.0"?><!DOCTYPE quiz [<!ENTITY a "b">]><quiz>&a;</quiz>'
    expect(await problemOf(text(entity))).toBe('fault.entities')
  })
})
