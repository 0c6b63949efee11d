import type { Item } from '~/assessment/item'
import type { ItemAnswer } from '~/assessment/scoring/score'
import { longestTyped } from '~/assessment/scoring/typed'
import type { Manifest } from '../module'
import { bytesOf } from '../visitor'

/** The longest text that a number may have in JSON. */
const longestNumber = -1.7976931348623157e308
/** Letters of three bytes. */
const longestText = String.fromCodePoint(0x1ea1).repeat(longestTyped)
/** Later than any day that a cookie will see. */
const at = 9_999_999_999

/** Bytes that the module takes at most in a visitor's record: every lesson read, every question drawn and answered. */
export function longestRecord(module: Manifest, items: ReadonlyMap<string, Item>): number {
  const { code, lessons, moved, quiz } = module
  const read = [...lessons.map((lesson) => lesson.code), ...Object.keys(moved)]
  const drawn = quiz.items
    .map((item, place) => ({ place, answer: longestAnswer(items.get(item)) }))
    .sort((a, b) => lengthOf(b) - lengthOf(a))
    .slice(0, quiz.draw ?? quiz.items.length)
  const version = Math.max(9999, module.version)
  const attempt = {
    id: 'v0123456789',
    number: 9999,
    versionId: `${code}@${version}`,
    items: drawn.map(({ place }) => place),
    answers: drawn.map(({ answer }): [ItemAnswer | null] => [answer]),
    asked: '9'.repeat(quiz.items.length),
  }
  const passed = { bestScore: 0.3333, passedAt: at, passedVersion: version }
  const progress = { lastAt: at, ...passed, finishedAt: at, finishedVersion: version }
  return bytesOf({ [code]: { read, lastLesson: longest(read), ...progress, attempt } })
}

function longestAnswer(item: Item | undefined): ItemAnswer | null {
  switch (item?.kind) {
    case 'single': {
      const id = longest(item.options.map((option) => option.id))
      // "I do not know" is stored as null, which is longer than a short id.
      return lengthOf(id) > lengthOf(null) ? id : null
    }
    case 'multiple':
      return item.options.map(({ id }) => id)
    case 'matching': {
      const right = longest([...item.pairs, ...(item.extra ?? [])].map(({ id }) => id))
      return Object.fromEntries(item.pairs.map(({ id }) => [id, right]))
    }
    case 'ordering':
      return item.steps.map(({ id }) => id)
    case 'numeric':
      return longestNumber
    case 'truefalse':
      return Object.fromEntries(item.statements.map(({ id }) => [id, 'f']))
    case 'short':
      return longestText
    case 'gaps':
      return Object.fromEntries(
        item.gaps.map((gap) => [
          gap.id,
          'options' in gap ? longest(gap.options.map(({ id }) => id)) : longestText,
        ]),
      )
    case 'point':
      return [1000, 1000]
    default:
      return null
  }
}

function longest(texts: string[]): string {
  return texts.reduce((most, text) => (text.length > most.length ? text : most), '')
}

function lengthOf(value: unknown): number {
  return new TextEncoder().encode(JSON.stringify(value)).length
}
