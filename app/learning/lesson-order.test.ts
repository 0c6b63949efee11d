import { expect, test } from 'vitest'
import { afterLesson } from './lesson-order'
import type { Progress } from './progress'

const lesson = (code: string) => ({
  code,
  minutes: 5,
  title: { vi: code, en: code },
  aim: { vi: code, en: code },
  text: { vi: code, en: code },
  checks: [],
})
const module = { version: 2, lessons: ['a', 'b', 'c'].map(lesson) }
const progress = (read: string[], more: Partial<Progress> = {}): Progress => ({
  moduleCode: 'm',
  read,
  lastLesson: null,
  lastAt: null,
  bestScore: null,
  passedAt: null,
  passedVersion: null,
  finishedAt: null,
  finishedVersion: null,
  ...more,
})

test.each([
  ['the next lesson', 'a', null, { kind: 'lesson', code: 'b' }],
  ['the next lesson, read or not', 'a', progress(['a', 'b']), { kind: 'lesson', code: 'b' }],
  ['after the last, one that was left out', 'c', progress(['b']), { kind: 'lesson', code: 'a' }],
  ['after the last for somebody who began there', 'c', null, { kind: 'lesson', code: 'a' }],
  ['the quiz at once when this was the last one left', 'a', progress(['b', 'c']), { kind: 'quiz' }],
  [
    'the next lesson when all were read before',
    'a',
    progress(['a', 'b', 'c']),
    { kind: 'lesson', code: 'b' },
  ],
  ['the quiz when all are read', 'c', progress(['a', 'b']), { kind: 'quiz' }],
  [
    'the module when the quiz was passed before',
    'c',
    progress(['a', 'b'], { passedVersion: 2 }),
    { kind: 'module' },
  ],
  [
    'the quiz when only that of an earlier version was passed, and the module finished',
    'c',
    progress(['a', 'b'], { passedVersion: 1, finishedAt: '2026-11-20', finishedVersion: 1 }),
    { kind: 'quiz' },
  ],
  [
    'the module when it was finished before',
    'c',
    progress([], { finishedAt: '2026-11-21', finishedVersion: 2 }),
    { kind: 'module' },
  ],
])('%s', (_, code, known, expected) => {
  expect(afterLesson(module, code, known)).toEqual(expected)
})
