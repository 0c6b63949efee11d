import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Draft } from './draft'
import {
  cleanTyped,
  dataMark,
  markOf,
  mergeTyped,
  sectionMark,
  sectionsOf,
  wordingFaults,
  type TypedSection,
  type Wording,
} from './wording'

const draft = (findings = 'An toàn 70%.'): Draft => ({
  typeName: 'Báo cáo',
  fields: { issuer: 'Sở Nội vụ', date: '05/03/2026', recipients: 'Như trên\nLưu: VT' },
  parts: [
    { kind: 'heading', level: 1, text: 'Kết quả' },
    { kind: 'words', key: 'findings', text: findings },
    { kind: 'words', key: 'closing', text: 'Trên đây là báo cáo.' },
  ],
  annexes: [],
  sample: false,
})
const opened = (wording: Wording = {}, from = draft()) => sectionsOf(from, wording)
/** A form as it was opened, with some texts typed over. */
const form = (sections: ReturnType<typeof opened>, over: Record<string, string>, takes: string[] = []) =>
  new Map(
    sections.map((section): [string, TypedSection] => [
      section.key,
      {
        text: over[section.key] ?? section.text.replaceAll('\n', '\r\n'),
        mark: sectionMark(section),
        takeTheirs: takes.includes(section.key),
      },
    ]),
  )

describe('the sections of a document', () => {
  it('stand in the order of the page', () => {
    expect(opened().map(({ key }) => key)).toEqual(['issuer', 'date', 'findings', 'closing', 'recipients'])
  })

  it('follow the data where nobody wrote, and stay where somebody did', () => {
    const { wording } = mergeTyped(opened(), {}, form(opened(), { closing: 'Kính báo cáo.' }), false)
    const [, , findings, closing] = opened(wording, draft('An toàn 65%.'))
    expect(findings).toMatchObject({ text: 'An toàn 65%.', touched: false, moved: false })
    expect(closing).toMatchObject({ text: 'Kính báo cáo.', touched: true, moved: false })
  })

  it('say so where the suggestion has changed since', () => {
    const { wording } = mergeTyped(opened(), {}, form(opened(), { findings: 'Khoảng 70% chưa đạt.' }), false)
    expect(opened(wording, draft('An toàn 65%.'))[2]).toMatchObject({
      text: 'Khoảng 70% chưa đạt.',
      suggested: 'An toàn 65%.',
      moved: true,
    })
  })

  it('keep what was written when the suggestion is taken again', () => {
    const wording = { findings: { text: 'Của tôi', from: 'An toàn 70%.', used: false } }
    expect(opened(wording)[2]).toMatchObject({ text: 'An toàn 70%.', touched: false, kept: 'Của tôi' })
  })
})

describe('saving', () => {
  it('changes nothing where nothing was typed, whatever line ends a browser sends', () => {
    const { wording, changed } = mergeTyped(opened(), {}, form(opened(), {}), false)
    expect([wording, changed]).toEqual([{}, []])
  })

  it('forgets what was written where it is the suggestion again', () => {
    const written: Wording = { closing: { text: 'Khác.', from: 'Trên đây là báo cáo.', used: true } }
    const typed = form(opened(written), { closing: 'Trên đây là báo cáo.' })
    expect(mergeTyped(opened(written), written, typed, false).wording).toEqual({})
  })

  it('joins sections that two changed, and asks about the one that both changed', () => {
    const before = opened()
    const theirs: Wording = {
      findings: { text: 'Của họ', from: 'An toàn 70%.', used: true },
      closing: { text: 'Kết của họ', from: 'Trên đây là báo cáo.', used: true },
    }
    const typed = form(before, { findings: 'Của tôi', issuer: 'Sở Tài chính' })
    const answer = mergeTyped(opened(theirs), theirs, typed, true)
    expect(answer.conflicts).toEqual([{ key: 'findings', theirs: 'Của họ' }])
    expect(answer.wording.issuer!.text).toBe('Sở Tài chính')
    expect(answer.wording.closing!.text).toBe('Kết của họ')

    const again = form(opened(theirs), { findings: 'Của tôi' })
    expect(mergeTyped(opened(theirs), theirs, again, false).wording.findings!.text).toBe('Của tôi')
    const taken = form(opened(theirs), { findings: 'Của tôi' }, ['findings'])
    expect(mergeTyped(opened(theirs), theirs, taken, false).wording.findings!.text).toBe('Của họ')
  })

  it('refuses what is too long, what has to be there and a day that is none', () => {
    const typed = form(opened(), { issuer: ' ', date: '31/02/2026', findings: 'a'.repeat(8001) })
    expect(wordingFaults(typed).map(({ key, fault }) => [key, fault])).toEqual([
      ['issuer', 'missing'],
      ['date', 'date'],
      ['findings', 'long'],
    ])
    expect(wordingFaults(form(opened(), { date: '', findings: 'a'.repeat(8000) }))).toEqual([])
  })

  it('is the same the second time', () => {
    const key = fc.constantFrom('issuer', 'findings', 'closing', 'recipients')
    fc.assert(
      fc.property(fc.dictionary(key, fc.string({ maxLength: 40 })), (over) => {
        const { wording } = mergeTyped(opened(), {}, form(opened(), over), false)
        const shown = opened(wording)
        expect(mergeTyped(shown, wording, form(shown, {}), true)).toEqual({
          wording,
          conflicts: [],
          changed: [],
        })
        for (const [name, text] of Object.entries(over))
          expect(shown.find((each) => each.key === name)!.text).toBe(cleanTyped(name, text))
      }),
    )
  })
})

describe('the fingerprint of the data', () => {
  it('tells changed figures, but not the day', () => {
    const later = { ...draft(), fields: { ...draft().fields, date: '06/03/2026' } }
    expect(dataMark(later)).toBe(dataMark(draft()))
    expect(dataMark(draft('An toàn 65%.'))).not.toBe(dataMark(draft()))
    expect(markOf('')).toMatch(/^[0-9a-z]{8}$/)
  })
})
