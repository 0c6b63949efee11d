import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { draftSchema, draftToFields, extensionSchema } from './draft'

const today = '2026-11-21'
const choices = {
  provinceCode: '04',
  communes: [
    { code: '01321', name: 'Xã Bảo Lạc', kind: 'xa' },
    { code: '01273', name: 'Phường Thục Phán', kind: 'phuong' },
  ],
  positions: [
    {
      code: 'finance',
      name: { vi: 'Tài chính', en: 'Finance' },
      department: { code: 'economy', vi: 'Kinh tế', en: 'Economy' },
    },
  ],
  personForms: [
    {
      id: 'commune-staff@2',
      code: 'commune-staff',
      version: 1,
      minutes: 25,
      title: { vi: 'Phiếu', en: 'Form' },
    },
  ],
  communeForms: [
    {
      id: 'commune-conditions@1',
      code: 'commune-conditions',
      version: 1,
      minutes: 12,
      title: { vi: 'Phiếu', en: 'Form' },
    },
  ],
}
const right = {
  title: '  Khảo sát tháng 11  ',
  personForm: 'commune-staff@2',
  communeForm: 'commune-conditions@1',
  quizMode: 'adaptive',
  whichCommunes: 'all',
  communes: [],
  whichPositions: 'all',
  positions: [],
  opensOn: '21/11/2026',
  closesOn: '5-12-2026',
}
const schema = draftSchema(choices, today)

function faults(change: Record<string, unknown>): Record<string, string> {
  const result = schema.safeParse({ ...right, ...change })
  if (result.success) return {}
  return Object.fromEntries(result.error.issues.map(({ path, message }) => [path.join('.'), message]))
}

describe('the form of a draft', () => {
  it('reads what a planner typed', () => {
    expect(schema.parse(right)).toEqual({
      title: 'Khảo sát tháng 11',
      titleEn: null,
      personFormVersionId: 'commune-staff@2',
      communeFormVersionId: 'commune-conditions@1',
      quizMode: 'adaptive',
      communeCodes: ['01321', '01273'],
      positionCodes: null,
      opensOn: '2026-11-21',
      closesOn: '2026-12-05',
    })
  })

  it('names everything that is wrong at once', () => {
    expect(faults({ title: undefined, opensOn: 'mai', closesOn: undefined, whichCommunes: 'some' })).toEqual({
      title: 'draft.title.missing',
      opensOn: 'draft.date.unreadable',
      closesOn: 'draft.closesOn.missing',
      communes: 'draft.communes.none',
    })
  })

  it.each([
    ['a day before today', { opensOn: '20/11/2026' }, { opensOn: 'draft.opensOn.past' }],
    ['a day that does not exist', { closesOn: '31/11/2026' }, { closesOn: 'draft.date.unreadable' }],
    [
      'a month before the day, as Americans write it',
      { closesOn: '12/25/2026' },
      { closesOn: 'draft.date.unreadable' },
    ],
    [
      'an end before the beginning',
      { opensOn: '30/11/2026', closesOn: '29/11/2026' },
      { closesOn: 'draft.closesOn.before' },
    ],
    ['a wrong year', { closesOn: '05/12/2062' }, { closesOn: 'draft.closesOn.far' }],
    [
      'a commune of another province',
      { whichCommunes: 'some', communes: ['00001'] },
      { communes: 'draft.communes.unknown' },
    ],
    ['no way to ask the quiz', { quizMode: undefined }, { quizMode: 'draft.choose' }],
    ['no position', { whichPositions: 'some' }, { positions: 'draft.positions.none' }],
    [
      'a form of another kind',
      { personForm: 'commune-conditions@1' },
      { personForm: 'draft.personForm.missing' },
    ],
  ])('refuses %s', (_name, change, expected) => {
    expect(faults(change)).toEqual(expected)
  })

  it('takes one day for a campaign', () => {
    expect(faults({ closesOn: '21/11/2026' })).toEqual({})
  })

  it('shows a stored draft as it was typed', () => {
    const days = fc
      .integer({ min: 0, max: 366 })
      .map((n) => new Date(Date.UTC(2026, 10, 21 + n)).toISOString().slice(0, 10))
    const draft = fc
      .record({
        some: fc.boolean(),
        positions: fc.boolean(),
        form: fc.boolean(),
        dates: fc.tuple(days, days),
      })
      .map(({ some, positions, form, dates }) => ({
        title: 'Đợt',
        titleEn: null,
        personFormVersionId: 'commune-staff@2',
        communeFormVersionId: form ? 'commune-conditions@1' : null,
        quizMode: form ? ('adaptive' as const) : ('fixed' as const),
        communeCodes: some ? ['01273'] : ['01321', '01273'],
        positionCodes: positions ? ['finance'] : null,
        opensOn: [...dates].sort()[0]!,
        closesOn: [...dates].sort()[1]!,
      }))
    fc.assert(
      fc.property(draft, (each) => {
        const fields = draftToFields(each, choices)
        const typed = {
          ...fields,
          titleEn: undefined,
          communeForm: fields.communeForm || undefined,
          opensOn: each.opensOn.split('-').reverse().join('/'),
          closesOn: each.closesOn.split('-').reverse().join('/'),
        }
        expect(schema.parse(typed)).toEqual(each)
      }),
    )
  })
})

describe('a later last day', () => {
  const read = (text?: string) => extensionSchema('2026-11-28', today).safeParse({ closesOn: text })
  it('is read as any date', () => expect(read('5/12/2026').data).toEqual({ closesOn: '2026-12-05' }))
  it.each([
    [undefined, 'draft.closesOn.missing'],
    ['28/11/2026', 'extend.notLater'],
    ['1/1/2036', 'draft.closesOn.far'],
  ])('is refused: %s', (text, message) => expect(read(text).error?.issues.at(-1)?.message).toBe(message))
})
