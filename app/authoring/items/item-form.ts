import { parseNumber } from '~/assessment/answer-entry'
import { cognitiveTypes, draftItemSchema, type DraftItem, type ItemKind } from '~/assessment/item'
import { partsAt, textAt, treeFrom, type FieldErrors, type Tree } from '../form/form-tree'
import { numbersIn } from '../pictures/area-spots'
import { figureField, pictureSaid, pictureText } from '../pictures/picture-field'
import { emptyParts } from './item-parts'

/** An item as its form shows it. */
export function treeOf(item: DraftItem): Tree {
  const { version: _version, name: _name, category: _category, picture, ...shown } = item
  const seen = picture && { picture: { alt: picture.alt, figure: pictureText(picture) } }
  const tree = treeFrom(leaves({ ...shown, ...seen }, ''))
  if (item.kind === 'single') {
    tree.key = item.options.find(({ correct }) => correct)?.id ?? ''
    tree.options = partsAt(tree, 'options').map(({ correct: _correct, ...option }) => option)
  }
  if (item.kind === 'gaps')
    tree.gaps = partsAt(tree, 'gaps').map((gap) => ({ ...gap, mode: 'options' in gap ? 'chosen' : 'typed' }))
  return tree
}

function leaves(value: unknown, path: string): [string, string][] {
  if (value === undefined || value === null) return []
  if (Array.isArray(value) && path.endsWith('.at')) return [[path, value.map(comma).join('; ')]]
  if (typeof value === 'object')
    return Object.entries(value).flatMap(([name, each]) =>
      leaves(each, path === '' ? name : `${path}.${name}`),
    )
  if (typeof value === 'number') return [[path, comma(value)]]
  if (typeof value === 'boolean') return value ? [[path, 'yes']] : []
  return typeof value === 'string' ? [[path, value]] : []
}

const comma = (value: unknown) => String(value).replace('.', ',')

/**
 * The item that a form says; `before` gives what the form does not show.
 * @returns the item, or what is wrong with fields whose text cannot be kept in an item, such as a number that is none
 */
export function itemFrom(tree: Tree, before: DraftItem): { data: DraftItem } | { errors: FieldErrors } {
  const errors: FieldErrors = {}
  const kind = before.kind
  const number = (at: Tree, name: string, path: string, needed: boolean): number | undefined => {
    const typed = textAt(at, name).trim()
    if (typed === '' && !needed) return undefined
    const read = parseNumber(typed)
    if (read === null) errors[path] = typed === '' ? 'error.numberNeeded' : 'error.number'
    return read ?? undefined
  }
  const both = (at: Tree, name: string) => ({
    vi: textAt(at, name === '' ? 'vi' : `${name}.vi`),
    en: textAt(at, name === '' ? 'en' : `${name}.en`),
  })
  const some = (at: Tree, name: string) => {
    const pair = both(at, name)
    return pair.vi.trim() === '' && pair.en.trim() === '' ? {} : { [name]: pair }
  }
  const tick = (at: Tree, name: string) => (textAt(at, name) === 'yes' ? { [name]: true } : {})
  const word = (name: string) =>
    textAt(tree, name).trim() === '' ? {} : { [name]: textAt(tree, name).trim() }
  const measured = (at: Tree, name: string, path: string) => {
    const read = number(at, name, path, false)
    return read === undefined ? {} : { [name]: read }
  }
  const list = <T>(at: Tree, name: string, path: string, part: (each: Tree, path: string) => T) =>
    partsAt(at, name).map((each, i) => ({ id: textAt(each, 'id'), ...part(each, `${path}.${i}`) }))
  const option = (each: Tree, path: string) => ({
    ...both(each, ''),
    ...(kind === 'single'
      ? textAt(tree, 'key') === textAt(each, 'id')
        ? { correct: true }
        : {}
      : tick(each, 'correct')),
    ...some(each, 'feedback'),
    ...measured(each, 'weight', `${path}.weight`),
  })
  const accepted = (each: Tree, path: string) => ({
    ...both(each, ''),
    ...some(each, 'feedback'),
    ...measured(each, 'weight', `${path}.weight`),
  })

  const own = (): object => {
    switch (kind) {
      case 'single':
        return { options: list(tree, 'options', 'options', option) }
      case 'multiple':
        return { ...word('scoring'), options: list(tree, 'options', 'options', option) }
      case 'truefalse':
        return {
          ...word('scoring'),
          statements: list(tree, 'statements', 'statements', (each) => ({
            ...both(each, ''),
            correct: textAt(each, 'correct') === 'yes',
            ...some(each, 'feedback'),
          })),
        }
      case 'matching': {
        const extra = list(tree, 'extra', 'extra', (each) => ({
          ...both(each, ''),
          ...some(each, 'feedback'),
        }))
        return {
          pairs: list(tree, 'pairs', 'pairs', (each) => ({
            left: both(each, 'left'),
            right: both(each, 'right'),
            ...some(each, 'feedback'),
          })),
          ...(extra.length > 0 ? { extra } : {}),
        }
      }
      case 'ordering':
        return { steps: list(tree, 'steps', 'steps', (each) => both(each, '')) }
      case 'numeric':
        return {
          answer: number(tree, 'answer', 'answer', true) ?? 0,
          tolerance: number(tree, 'tolerance', 'tolerance', false) ?? 0,
          ...some(tree, 'unit'),
        }
      case 'short':
        return { answers: list(tree, 'answers', 'answers', accepted), ...tick(tree, 'exact') }
      case 'gaps':
        return {
          text: both(tree, 'text'),
          gaps: list(tree, 'gaps', 'gaps', (each, path) => {
            const parts = 'options' in each ? 'options' : 'answers'
            return textAt(each, 'mode') === 'chosen'
              ? { options: list(each, parts, `${path}.${parts}`, option) }
              : { answers: list(each, parts, `${path}.${parts}`, accepted), ...tick(each, 'exact') }
          }),
        }
      case 'point':
        return {
          areas: list(tree, 'areas', 'areas', (each, path) => ({
            name: both(each, 'name'),
            shape: textAt(each, 'shape'),
            at: numbers(textAt(each, 'at'), `${path}.at`),
            ...tick(each, 'correct'),
            ...some(each, 'feedback'),
          })),
        }
      case 'essay':
        return {
          most: number(tree, 'most', 'most', false) ?? 300,
          rubric: list(tree, 'rubric', 'rubric', (each, path) => ({
            name: both(each, 'name'),
            levels: partsAt(each, 'levels').map((level, i) => ({
              points: number(level, 'points', `${path}.levels.${i}.points`, true) ?? 0,
              ...both(level, ''),
            })),
          })),
        }
    }
  }
  const numbers = (typed: string, path: string): number[] => {
    const read = numbersIn(typed)
    if (read.length < 3 || read.some((each) => each === null || each < 0 || each > 1000))
      errors[path] = 'error.area'
    return read.filter((each): each is number => each !== null)
  }

  const said = 'picture' in tree ? textAt(tree, figureField) : pictureText(before.picture)
  const shown = pictureSaid(said, before.picture) ?? (kind === 'point' ? { src: '' } : null)
  const picture = shown ? { picture: { ...shown, alt: both(tree, 'picture.alt') } } : {}
  const level = parseNumber(textAt(tree, 'level'))
  const draft = {
    kind,
    code: textAt(tree, 'code').trim(),
    version: before.version,
    purpose: before.purpose,
    competency: textAt(tree, 'competency').trim() || null,
    level: level !== null && Number.isInteger(level) && level >= 1 && level <= 8 ? level : null,
    stem: both(tree, 'stem'),
    ...picture,
    explanation: both(tree, 'explanation'),
    ...word('source'),
    ...(cognitiveTypes.some((each) => each === textAt(tree, 'cognitive')) ? word('cognitive') : {}),
    ...word('family'),
    ...measured(tree, 'difficulty', 'difficulty'),
    ...tick(tree, 'pilot'),
    ...(before.name === undefined ? {} : { name: before.name }),
    ...(before.category === undefined ? {} : { category: before.category }),
    ...own(),
  }
  const parsed = draftItemSchema.safeParse(draft)
  for (const { path } of parsed.error?.issues ?? []) {
    const name = path.map(String).join('.')
    errors[name.replace(/\.at\.\d+$/, '.at')] ??= 'error.field'
  }
  return parsed.data && Object.keys(errors).length === 0 ? { data: parsed.data } : { errors }
}

/** A new item of a kind, with as many empty parts as it needs. */
export function emptyItem(kind: ItemKind, purpose: DraftItem['purpose']): DraftItem {
  const both = { vi: '', en: '' }
  const start = {
    kind,
    code: '',
    version: 1,
    purpose,
    competency: null,
    level: null,
    stem: both,
    explanation: both,
  }
  const picture = kind === 'point' ? { picture: { src: '', alt: both } } : {}
  const before = { ...start, ...picture } as unknown as DraftItem
  const made = itemFrom({ ...emptyParts(kind), answer: '0' }, before)
  if ('data' in made) return made.data
  throw new Error(`An empty ${kind} has faults: ${JSON.stringify(made.errors)}`)
}
