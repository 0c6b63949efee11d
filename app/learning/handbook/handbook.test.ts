import { expect, test } from 'vitest'
import { teachingItem } from '../../../tests/builders/module'
import { paperQuestions } from './handbook'

test('checks are numbered through and carry their answers in one language', () => {
  const items = [
    teachingItem('trial-c1'),
    teachingItem('trial-c2', { kind: 'multiple' } as never),
    teachingItem('trial-c3', { kind: 'numeric', answer: 3, tolerance: 0, options: undefined } as never),
  ]
  delete (items[2] as { options?: unknown }).options
  const questions = paperQuestions(items, 'en')
  expect(Object.keys(questions)).toEqual(['trial-c1@1', 'trial-c2@1'])
  expect(questions['trial-c1@1']).toEqual({
    number: 1,
    text: 'Câu trial-c1 (en)',
    multiple: false,
    options: ['a', 'b', 'c'].map((id) => ({
      id,
      text: `Phương án ${id} (en)`,
      right: id === 'b',
      why: `Nhận xét ${id} (en)`,
    })),
    explanation: 'Vì sao trial-c1 (en)',
  })
  expect(questions['trial-c2@1']).toMatchObject({ number: 2, multiple: true })
})
