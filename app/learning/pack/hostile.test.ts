import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { goodPack, known, textOf } from '../../../tests/fixtures/packs/good-pack'
import { checkModules } from './check-modules'
import { readDrawing } from './drawing'
import { drawingAttributes, drawingElements } from './drawing-set'
import { linkTarget } from './links'
import { readText } from './text-shape'

const bit = fc.constantFrom(
  ...[
    '<svg viewBox="0 0 9 9">',
    '</svg>',
    '<g>',
    '</g>',
    '<path d="M0 0"/>',
    '<text font-size="16">',
    '</text>',
  ],
  ...[
    '<script>',
    'onload="x"',
    'style="x"',
    '<!--',
    '-->',
    '<!DOCTYPE x>',
    '&#60;',
    '&lt;',
    '&x;',
    'url(#a)',
    '"',
    "'",
    '>',
  ],
)
const markdown = fc.constantFrom(
  ...[
    '::: ',
    ':::\n',
    'aim',
    'steps',
    'check alpha-c1',
    '\n',
    '\n\n',
    '- ',
    '1. ',
    '## ',
    '> ',
    '    ',
    '```',
    '|',
    '---',
    '`',
    '**',
  ],
  ...['[a](', ')', '![b](figures/plan.svg)', '<b>', 'lesson:x', 'https://a.example'],
)

test('whatever a drawing says, what is taken holds the set and nothing else', () => {
  fc.assert(
    fc.property(fc.array(fc.oneof(bit, fc.string()), { maxLength: 14 }), (parts) => {
      const { drawing } = readDrawing(`<svg viewBox="0 0 9 9">${parts.join('')}</svg>`)
      if (!drawing) return
      for (const [, name, rest] of drawing.svg.matchAll(/<\/?([^\s/>]+)((?:\s[^>]*)?)>/g)) {
        expect(drawingElements).toContain(name)
        for (const [, attribute] of rest!.matchAll(/\s([\w:-]+)="[^"<>]*"/g))
          expect(drawingAttributes).toContain(attribute)
      }
    }),
    { numRuns: 500 },
  )
})

test('whatever stands in a file, the check answers with problems and never with an exception', () => {
  const names = [...goodPack().keys()].filter((name) => !name.endsWith('.png'))
  const anything = fc
    .array(fc.oneof(bit, markdown, fc.string()), { maxLength: 20 })
    .map((parts) => parts.join(''))
  fc.assert(
    fc.property(fc.constantFrom(...names), anything, fc.boolean(), (name, text, whole) => {
      const files = goodPack()
      const before = files.get(name)!
      files.set(name, textOf(whole || before.kind !== 'text' ? text : before.text + text))
      const { problems } = checkModules(files, known)
      for (const { line, key } of problems) {
        expect(line).toBeGreaterThanOrEqual(1)
        expect(key).toMatch(/^[a-z]+\.[A-Za-z]+$/)
      }
    }),
    { numRuns: 200 },
  )
})

test('a text that nests without end is answered in time', () => {
  const start = performance.now()
  for (const text of [
    '> '.repeat(20_000),
    '- '.repeat(20_000),
    '['.repeat(50_000),
    '*a '.repeat(30_000),
    '::: care\n'.repeat(300),
  ])
    expect(readText('x', text).file).toBe('x')
  expect(performance.now() - start).toBeLessThan(10_000)
})

describe('where a link leads', () => {
  test.each([
    ['https://dichvucong.gov.vn', { kind: 'web', href: 'https://dichvucong.gov.vn/' }],
    ['https://tỉnh.example/a?b=1#c', { kind: 'web', href: 'https://xn--tnh-dlz.example/a?b=1#c' }],
    ['lesson:first', { kind: 'lesson', module: null, lesson: 'first' }],
    ['lesson:beta/only', { kind: 'lesson', module: 'beta', lesson: 'only' }],
    ['lesson:/etc', { kind: 'wrong', key: 'link.lesson' }],
    ['https://dichvucong.gov.vn@evil.example', { kind: 'wrong', key: 'link.host' }],
    ['https://0x7f.1/', { kind: 'wrong', key: 'link.host' }],
    ['https://dichvucong.gov.vn\\@evil.example', { kind: 'wrong', key: 'link.scheme' }],
    ['\u0001javascript:alert(1)', { kind: 'wrong', key: 'link.scheme' }],
  ])('%s', (address, target) => {
    expect(linkTarget(address)).toEqual(target)
  })
})
