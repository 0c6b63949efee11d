import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { writeZip } from '~/formats/zip.server'
import { questionLimits } from '../found'
import { qtiPictures, qtiSamples } from '../../../../tests/builders/qti-items'
import { readQtiPackage, writeQtiPackage } from './qti-package.server'

const folder = path.resolve(import.meta.dirname, '../../../../tests/fixtures/questions/qti')
const bytes = (text: string) => new TextEncoder().encode(text)
const names = readdirSync(folder).filter((name) => name.endsWith('.xml'))
const files = names.map((name): [string, Uint8Array] => [name, readFileSync(path.join(folder, name))])
const single = (body: string) =>
  `<assessmentItem xmlns="http://www.imsglobal.org/xsd/imsqti_v2p1" identifier="x" title="x" adaptive="false" timeDependent="false">${body}</assessmentItem>`
const choice =
  '<itemBody><choiceInteraction responseIdentifier="R" maxChoices="1"><simpleChoice identifier="a">A</simpleChoice></choiceInteraction></itemBody>'

describe('readQtiPackage', () => {
  it('takes the questions in the order of the manifest, then the rest', () => {
    const { questions, problem } = readQtiPackage(writeZip(files), 'vi')
    expect(problem).toBeNull()
    expect(questions.slice(0, 2).map(({ name }) => name)).toEqual([
      'Unattended luggage',
      'Thành phần của nước',
    ])
    expect(questions.map(({ number }) => number)).toEqual(names.slice(1).map((_, i) => i + 1))
  })

  it('takes packages without a manifest, in folders, and one item in a file of its own', () => {
    const inFolders = files
      .filter(([name]) => name !== 'imsmanifest.xml')
      .map(([name, content]) => [`a/b/${name}`, content] as const)
    expect(readQtiPackage(writeZip(inFolders), 'vi').questions).toHaveLength(names.length - 1)
    expect(readQtiPackage(readFileSync(path.join(folder, 'order.xml')), 'vi').questions[0]?.item?.kind).toBe(
      'ordering',
    )
  })

  it('reads again what writeQtiPackage wrote, with its pictures', () => {
    const { content, losses } = writeQtiPackage(Object.values(qtiSamples), 'vi', '2.1', qtiPictures)
    const { questions } = readQtiPackage(content, 'vi')
    expect(questions.map(({ item }) => item)).toEqual(Object.values(qtiSamples))
    expect(questions.flatMap(({ pictures }) => pictures.map(({ src }) => src))).toEqual([
      ...qtiPictures.keys(),
    ])
    expect(losses.map(({ code, losses: lost }) => [code, ...lost.map(({ key }) => key)])).toEqual([
      ['3.1-3c', 'qti.marksCount'],
      ['3.1-3e', 'qti.marksCount'],
    ])
  })

  it('tells what is lost: the other language, what QTI has no place for, pictures that are not there', () => {
    const item = {
      ...qtiSamples.single!,
      level: 2,
      stem: { vi: 'Hỏi', en: 'Ask' },
      picture: { src: 'gone.png', alt: { vi: '', en: '' } },
    }
    const point = { ...qtiSamples.point!, picture: { src: 'gone.png', alt: { vi: '', en: '' } } }
    expect(writeQtiPackage([item, point], 'vi', '2.2', new Map()).losses).toEqual([
      {
        code: '3.1-1a',
        losses: [
          { key: 'loss.pictureMissing', values: { src: 'gone.png' } },
          { key: 'loss.otherLanguage', values: { language: 'English' } },
          { key: 'qti.metadata' },
        ],
      },
      {
        code: '3.1-4a',
        losses: [{ key: 'loss.pictureMissing', values: { src: 'gone.png' } }, { key: 'qti.leftOut' }],
      },
    ])
  })

  it('loses one damaged file alone', () => {
    const cut: [string, Uint8Array][] = files.map(([name, content]) => [
      name,
      name === 'order.xml' ? content.subarray(0, 300) : content,
    ])
    const { questions } = readQtiPackage(writeZip(cut.filter(([name]) => name !== 'imsmanifest.xml')), 'vi')
    const broken = questions.filter(({ losses }) => losses[0]?.key === 'qti.file')
    expect(questions).toHaveLength(names.length - 1)
    expect(broken).toMatchObject([
      { item: null, losses: [{ values: { file: 'order.xml' } }, { key: 'fault.damaged' }] },
    ])
  })

  it.each([
    ['nothing', new Uint8Array(), 'fault.empty'],
    ['a ZIP cut off', writeZip(files).subarray(0, 400), 'qti.zip'],
    ['a path out of the package', writeZip([['../../etc/x.xml', bytes(single(choice))]]), 'qti.path'],
    ['an absolute path', writeZip([['/etc/x.xml', bytes(single(choice))]]), 'qti.path'],
    ['a path of Windows', writeZip([['a\\..\\x.xml', bytes(single(choice))]]), 'qti.path'],
    ['a drive', writeZip([['C:/x.xml', bytes(single(choice))]]), 'qti.path'],
    ['a bomb', writeZip([['x.xml', new Uint8Array(questionLimits.unpackedBytes + 1)]]), 'fault.tooBig'],
    ['a ZIP of something else', writeZip([['word/document.xml', bytes('<document/>')]]), 'fault.notFormat'],
    ['QTI 1.2', bytes('<questestinterop><item/></questestinterop>'), 'fault.notFormat'],
    ['QTI 3.0', bytes('<qti-assessment-item identifier="x"/>'), 'fault.notFormat'],
    [
      'a manifest of nothing',
      writeZip([['imsmanifest.xml', bytes('<manifest><resources/></manifest>')]]),
      'fault.noQuestions',
    ],
    ['a picture', qtiPictures.get('figures/man-hinh.png')!, 'fault.notFormat'],
    ['a DOCTYPE', bytes(`<!DOCTYPE a [<!ENTITY b "c">]>${single(choice)}`), 'fault.entities'],
    ['deep nesting', bytes(single('<p>'.repeat(70) + '</p>'.repeat(70))), 'fault.tooDeep'],
    ['a file cut off', bytes(single(choice).slice(0, -9)), 'fault.damaged'],
    [
      'too many entries',
      writeZip(
        Array.from({ length: 20_101 }, (_, i) => [`${i}.txt`, new Uint8Array()] as const),
        { store: true },
      ),
      'qti.entries',
    ],
  ])('answers %s', (_, content, key) => {
    const { questions, problem } = readQtiPackage(content, 'vi')
    expect(questions).toEqual([])
    expect(problem?.key).toBe(key)
  })

  it('reads UTF-16', () => {
    const utf16 = Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(single(choice), 'utf16le')])
    expect(readQtiPackage(utf16, 'vi').questions[0]?.item?.kind).toBe('single')
  })

  it.each([
    ['an item without a question', single('<itemBody><p>Đọc.</p></itemBody>'), 'loss.description'],
    [
      'an item that is a template',
      single(`<templateDeclaration identifier="T" cardinality="single" baseType="integer"/>${choice}`),
      'loss.kind',
    ],
    [
      'parts of different kinds',
      single(choice.replace('</itemBody>', '<sliderInteraction responseIdentifier="S"/></itemBody>')),
      'qti.composite',
    ],
    ['an endless text', single(choice.replace('A<', `${'a'.repeat(60_000)}<`)), 'text.long'],
    ['too many parts', single(`<itemBody>${'<p/>'.repeat(10_001)}</itemBody>`), 'text.long'],
  ])('says why %s is not taken', (_, text, key) => {
    expect(readQtiPackage(bytes(text), 'vi').questions).toMatchObject([{ item: null, losses: [{ key }] }])
  })
})
