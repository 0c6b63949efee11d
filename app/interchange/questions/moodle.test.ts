import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { draftItemSchema } from '~/assessment/item'
import { readMoodleXml } from './moodle'
import { readCloze, escapeCloze } from './moodle-cloze'
import { languagesOf } from './moodle-languages'

const file = (name: string) =>
  readMoodleXml(readFileSync(`tests/fixtures/questions/moodle/${name}.xml`, 'utf8'), 'vi')
const itemsOf = (name: string) => file(name).questions.map(({ item }) => item)

describe('reading Moodle XML', () => {
  it('takes every type that has a counterpart, and tells of the others', () => {
    const { questions, problem } = file('mixed')
    expect(problem).toBeNull()
    expect(questions.map(({ number, line, item }) => [number, line, item?.kind ?? null])).toEqual([
      [1, 11, 'single'],
      [2, 41, 'multiple'],
      [3, 54, 'single'],
      [4, 62, 'short'],
      [5, 71, 'numeric'],
      [6, 84, 'matching'],
      [7, 93, 'essay'],
      [8, 103, null],
      [9, 108, 'gaps'],
      [10, 114, 'gaps'],
      [11, 123, 'gaps'],
      [12, 130, 'ordering'],
      [13, 139, null],
      [14, 144, null],
    ])
    for (const { item } of questions) if (item) expect(draftItemSchema.safeParse(item).error).toBeUndefined()
    expect(questions.slice(7).flatMap(({ item, losses }) => (item ? [] : losses))).toEqual([
      { key: 'loss.description' },
      { key: 'loss.kind', values: { kind: 'ddmarker' } },
      { key: 'loss.kind', values: { kind: 'calculated' } },
    ])
  })

  it('keeps weights, feedback, names, folders and codes of a multiple choice', () => {
    const [question] = file('mixed').questions
    expect(question).toMatchObject({ name: 'Thủ đô', category: ['Kỹ năng số', 'Tìm kiếm/lọc'] })
    expect(question!.item).toMatchObject({
      code: 'thu-do.1',
      category: 'Kỹ năng số/Tìm kiếm//lọc',
      stem: { vi: 'Thủ đô của Việt Nam là', en: '' },
      explanation: { vi: 'Hà Nội, từ năm 1976.', en: '' },
      options: [
        { id: 'a', vi: 'Hà Nội', correct: true, weight: 100, feedback: { vi: 'Đúng rồi.', en: '' } },
        { id: 'b', vi: 'Huế & Đà Nẵng', feedback: { vi: 'Huế là cố đô.', en: '' } },
        { id: 'c', vi: 'Thăng Long', weight: 50 },
      ],
    })
    expect(question!.losses).toEqual([
      { key: 'loss.hints', values: { count: 1 } },
      { key: 'loss.tags', values: { what: 'địa lý' } },
      { key: 'loss.format' },
    ])
  })

  it('tells what of typed answers and numbers is lost', () => {
    const [, , , short, numeric] = file('mixed').questions
    expect(short!.item).toMatchObject({
      exact: true,
      answers: [
        { vi: 'Firefox', weight: 100 },
        { vi: 'Chrom*', weight: 50 },
      ],
    })
    expect(short!.losses.map(({ key }) => key)).toEqual(['loss.generalFeedback', 'loss.wildcard'])
    expect(numeric!.item).toMatchObject({ answer: 1024, tolerance: 0.5, unit: { vi: 'B', en: '' } })
    expect(numeric!.losses.map(({ key }) => key)).toEqual([
      'loss.moreAnswers',
      'moodle.units',
      'moodle.unitPenalty',
    ])
  })

  it('makes texts with gaps of Cloze and of missing words', () => {
    const [cloze, select] = itemsOf('mixed').filter((item) => item?.kind === 'gaps')
    expect(cloze).toMatchObject({
      stem: { vi: 'Điền vào đoạn sau.' },
      text: { vi: 'Thủ đô Việt Nam là {g1}, thủ đô Lào là {g2}, đường sắt dài {g3} km.' },
      gaps: [
        {
          id: 'g1',
          answers: [
            { vi: 'Hà Nội', weight: 100 },
            { vi: 'Thăng Long', weight: 50 },
          ],
        },
        { id: 'g2', options: [{ vi: 'Viêng Chăn', correct: true }, { vi: 'Luang Prabang } cũ' }] },
        { id: 'g3', answers: [{ vi: '1726,5', en: '1726.5' }] },
      ],
    })
    expect(select).toMatchObject({
      text: { vi: 'Bấm {g1} để lưu, {g2} để dán.' },
      gaps: [
        { options: [{ vi: 'Ctrl+S', correct: true }, { vi: 'Ctrl+P' }] },
        { options: [{ vi: 'Ctrl+V', correct: true }, {}] },
      ],
    })
  })

  it('fills both languages from marked texts, takes pictures and drops what could run', () => {
    const [first, second] = file('two-languages').questions
    expect(first!.item).toMatchObject({
      stem: { vi: 'Mật khẩu nào mạnh?', en: 'Which password is strong?' },
      explanation: { vi: 'Dài là mạnh.', en: 'Long is strong.' },
      picture: { src: 'figures/anh-1.png', alt: { vi: 'Ô mật khẩu' } },
      options: [{ vi: 'Xe-dap-do-2026!', en: 'Xe-dap-do-2026!' }, { feedback: { vi: '1 2 3', en: '1 2 3' } }],
    })
    expect(first!.pictures.map(({ src, bytes }) => [src, bytes.length])).toEqual([['figures/anh-1.png', 70]])
    expect(first!.losses.map(({ key }) => key)).toEqual([
      'moodle.languages',
      'loss.pictureMissing',
      'loss.pictureBad',
    ])
    expect(second!.item).toMatchObject({ stem: { vi: 'Chỉ một ngôn ngữ. bấm', en: '' } })
    expect(second!.losses).toEqual([{ key: 'loss.html', values: { what: 'script, onclick, javascript:' } }])
  })

  it('takes old and unfinished questions as far as they go', () => {
    const { questions } = file('old')
    expect(questions.map(({ losses }) => losses.map(({ key }) => key))).toEqual([
      ['gift.markdown'],
      [],
      ['gift.noNumber'],
      ['moodle.noGap'],
      ['loss.noKey'],
      ['loss.kind'],
    ])
  })

  it.each([
    [`<type/><questiontext><text>${'a'.repeat(200_001)}</text></questiontext>`, 'text.long'],
    ['<answer/>'.repeat(2000), 'text.long'],
    [`<questiontext><text>${'{1:SA:=a} '.repeat(201)}</text></questiontext>`, 'moodle.manyGaps'],
  ])('does not read a question that is too large, but the next', (inside, key) => {
    const question = `<question type="cloze">${inside}</question>`
    const { questions } = readMoodleXml(`<quiz>${question}<question type="essay"/></quiz>`, 'vi')
    expect(questions[0]).toMatchObject({ item: null, losses: [{ key }] })
    expect(questions[1]!.item).not.toBeNull()
  })

  it.each([
    ['', 'fault.empty'],
    ['Câu 1. Không phải XML', 'fault.notFormat'],
    ['<html><body>x</body></html>', 'fault.notFormat'],
    ['<quiz></quiz>', 'fault.noQuestions'],
    ['<quiz><question type="essay"><name>', 'fault.damaged'],
    ['<!DOCTYPE q [<!ENTITY a SYSTEM "file:///etc/passwd">]><quiz>&a;</quiz>', 'fault.entities'],
    ['<quiz>\0</quiz>', 'fault.notFormat'],
    [`<quiz>${'<a>'.repeat(100)}`, 'fault.tooDeep'],
  ])('refuses %j', (text, key) => {
    expect(readMoodleXml(text, 'vi')).toMatchObject({ questions: [], problem: { key } })
  })
})

describe('Cloze and marked languages', () => {
  it('reads types, weights, feedback and escapes', () => {
    expect(readCloze('a {2:MCVS:%-50%x\\}y~=z#tốt}{:NM:=1:0.1} {1:XX:=a}')).toEqual([
      'a ',
      {
        points: 2,
        kind: 'chosen',
        answers: [
          { text: 'x}y', fraction: -50, feedback: '' },
          { text: 'z', fraction: 100, feedback: 'tốt' },
        ],
      },
      '',
      { points: 1, kind: 'number', answers: [{ text: '1:0.1', fraction: 100, feedback: '' }] },
      ' {1:XX:=a}',
    ])
  })

  it('gives back whatever was escaped', () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        const [, gap] = readCloze(`{1:SA:=x${escapeCloze(text)}x}`)
        expect(gap).toMatchObject({ answers: [{ text: `x${text}x` }] })
      }),
    )
  })

  it('separates languages', () => {
    const of = (html: string) => Object.fromEntries(languagesOf(html) ?? [])
    expect(languagesOf('không')).toBeNull()
    expect(
      of(
        '<span lang="vi" class="multilang">a<span>b</span></span> <span class="multilang" lang="en_US">c</span>!',
      ),
    ).toEqual({
      vi: 'a<span>b</span> !',
      en: ' c!',
    })
    expect(of('{mlang vi}a{mlang}{mlang en,fr}b{mlang}c')).toEqual({ vi: 'ac', en: 'bc', fr: 'bc' })
  })
})
