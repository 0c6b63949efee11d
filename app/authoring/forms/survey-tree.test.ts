import { readdirSync, readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { parse } from 'yaml'
import { surveyFormSchema } from '~/assessment/form'
import { fieldsOf, textAt, treeFrom, type Tree } from '../form/form-tree'
import { changeParts } from '../form/parts'
import { draftFormSchema, emptyForm, type DraftForm } from './draft-form'
import { settleParts, surveyLists } from './survey-parts'
import { surveyFrom, surveyTree } from './survey-tree'
import { wholeForm } from './whole-form'

const forms = readdirSync('content/forms').map((name) =>
  surveyFormSchema.parse(parse(readFileSync(`content/forms/${name}`, 'utf8'))),
)
const again = (data: DraftForm) => surveyFrom(settleParts(treeFrom(fieldsOf(surveyTree(data)))), data)
const press = (tree: Tree, intent: string) => settleParts(changeParts(tree, intent, surveyLists))
const ids = (tree: Tree) =>
  fieldsOf(tree).flatMap(([name, id]) => (/^sections\.\d+(\.questions\.\d+)?\.id$/.test(name) ? [id] : []))

const texts = fc.record({ vi: fc.string({ maxLength: 20 }), en: fc.string({ maxLength: 20 }) })
const withText = texts.filter(({ vi, en }) => vi.trim() !== '' || en.trim() !== '')
const question = (id: string, earlier: string[]) =>
  fc.record(
    {
      id: fc.constant(id),
      kind: fc.constantFrom('single' as const, 'multiple' as const),
      text: texts,
      options: fc.constant(['a', 'b'].map((option) => ({ id: option, vi: option, en: option }))),
      required: fc.constant(true),
      hint: withText,
      condition: fc.record({ code: fc.constant('c'), name: withText }),
      ...(earlier.length > 0
        ? {
            showIf: fc.record({
              question: fc.constantFrom(...earlier),
              is: fc.constantFrom('answered' as const, ['a'], ['a', 'b']),
            }),
          }
        : {}),
    },
    { requiredKeys: ['id', 'kind', 'text', 'options'] },
  )
const quiz = fc.record(
  {
    id: fc.constant('quiz'),
    kind: fc.constant('quiz' as const),
    title: texts,
    by: fc.constantFrom('profile' as const, 'items' as const, 'blueprint' as const),
    perCompetency: fc.integer({ min: 1, max: 9 }),
    levels: fc.constant([1, 3]),
    items: fc.constant(['1.1-1a', '4.1-2b']),
    blueprint: fc.constant([{ competency: '4.1', level: 2, count: 3 }]),
    shuffle: fc.constant(true),
    most: fc.integer({ min: 1, max: 30 }),
  },
  { requiredKeys: ['id', 'kind', 'title', 'by'] },
)

describe('the form of a survey form', () => {
  it('says what the draft says, whatever is in it', () => {
    fc.assert(
      fc.property(
        texts,
        fc.tuple(question('q1', []), question('q2', ['q1']), question('q3', ['q1', 'q2'])),
        quiz,
        (title, questions, section) => {
          const data = draftFormSchema.parse({
            ...emptyForm('its'),
            title,
            sections: [{ id: 's1', kind: 'questions', title, questions }, section],
          })
          expect(again(data)).toEqual({ data })
        },
      ),
    )
  })

  it.each(forms)('takes the shipped form $code into the studio and publishes it unchanged', (form) => {
    const data = draftFormSchema.parse(form)
    const kept = again(data)
    expect(kept).toEqual({ data })
    const whole = 'data' in kept ? wholeForm(kept.data) : kept
    expect(whole).toEqual({ form })
  })
})

describe('parts of a survey form', () => {
  const start = surveyTree(emptyForm('its'))

  it('gives new questions names that no question of the form has, also in another section', () => {
    const two = press({ ...start, newSection: 'questions' }, 'add.sections')
    const more = press(two, 'add.sections.1.questions')
    expect(ids(more)).toEqual(['s1', 'q1', 's2', 'q2', 'q3'])
  })

  it('starts a question as its kind wants it', () => {
    const sections = (start.sections as Tree[]).map((section) => ({ ...section, newQuestion: 'likert' }))
    const grown = press({ ...start, sections }, 'add.sections.0.questions')
    expect(textAt(grown, 'sections.0.questions.1.kind')).toBe('likert')
    expect(textAt(grown, 'sections.0.questions.1.options.3.id')).toBe('d')
  })

  it('copies a section with names of its own; conditions inside it follow', () => {
    const grown = press(start, 'add.sections.0.questions')
    const questions = ((grown.sections as Tree[])[0]!.questions as Tree[]).map((each, i) =>
      i === 1 ? { ...each, showIf: { question: 'q1' } } : each,
    )
    const asked = { ...grown, sections: [{ ...(grown.sections as Tree[])[0]!, questions }] }
    const copied = press(asked, 'copy.sections.0')
    expect(ids(copied)).toEqual(['s1', 'q1', 'q2', 's2', 'q3', 'q4'])
    expect(textAt(copied, 'sections.1.questions.1.showIf.question')).toBe('q3')
  })

  it('forgets the ticks of a condition when it names another question', () => {
    const condition = (showIf: Tree): Tree => {
      const grown = press(start, 'add.sections.0.questions')
      const [first, second] = (grown.sections as Tree[])[0]!.questions as Tree[]
      return settleParts({
        ...grown,
        sections: [{ ...(grown.sections as Tree[])[0]!, questions: [first!, { ...second!, showIf }] }],
      })
    }
    const at = 'sections.0.questions.1.showIf.options.0.on'
    const options: Tree[] = [{ id: 'a', on: 'yes' }, { id: 'b' }]
    expect(textAt(condition({ question: 'q1', of: 'q1', options }), at)).toBe('yes')
    expect(textAt(condition({ question: 'q1', of: 'q9', options }), at)).toBe('')
  })

  it('puts the items that were ticked into the quiz, each once', () => {
    const found: Tree[] = [{ id: '4.1-1a', on: 'yes' }, { id: '4.1-1b' }, { id: '4.1-1c', on: 'yes' }]
    const quizOf = { id: 's9', kind: 'quiz', by: 'items', items: [{ id: '4.1-1c' }], found }
    const settled = settleParts({ ...start, sections: [quizOf] })
    expect((settled.sections as Tree[])[0]!.items).toEqual([{ id: '4.1-1c' }, { id: '4.1-1a' }])
  })
})

describe('what a draft lacks', () => {
  it('is told by section and question', () => {
    const data = draftFormSchema.parse({
      ...emptyForm('its'),
      title: { vi: 'Phiếu', en: 'Form' },
      intro: { vi: 'Lời mở đầu', en: 'Introduction' },
      sections: [
        {
          ...{ id: 's1', kind: 'questions', title: { vi: 'Phần', en: 'Part' } },
          questions: [
            {
              ...{ id: 'q1', kind: 'number', text: { vi: 'Bao nhiêu?', en: 'How many?' }, max: 10 },
              showIf: { question: 'q2', is: 'answered' },
            },
            { id: 'q2', kind: 'text', text: { vi: 'Vì sao?', en: '' }, maxLength: 200 },
          ],
        },
        { id: 's2', kind: 'quiz', title: { vi: 'Đo', en: 'Quiz' }, by: 'items' },
      ],
    })
    const whole = wholeForm(data)
    expect('faults' in whole && whole.faults.map(({ key, path }) => [key, path])).toEqual([
      ['fault.emptyEn', 'sections.s1.questions.q2.text'],
      ['form.noItems', 'sections.s2'],
      ['form.own.showIfLater', 'sections.s1.questions.q1'],
    ])
  })
})
