import type { DraftItem } from '~/assessment/item'
import type { DraftText } from '../drafts/draft-kind'

type Part = Record<string, unknown>

const isBilingual = (value: Part): value is Part & { vi: string; en: string } =>
  typeof value.vi === 'string' && typeof value.en === 'string'

/**
 * Every text of an item that is in both languages, in reading order. A part is named by its id (`options.b`), so that a
 * text keeps its path when parts are moved; what has no id is named by its place.
 */
export function textsOfItem(item: DraftItem): DraftText[] {
  return textsIn(item)
}

/** The same of any content whose parts have ids. */
export function textsIn(value: unknown, path = ''): DraftText[] {
  if (typeof value !== 'object' || value === null) return []
  const below = (name: string) => (path === '' ? name : `${path}.${name}`)
  if (Array.isArray(value))
    return value.flatMap((each: unknown, i) => {
      const id = typeof each === 'object' && each !== null ? (each as Part).id : undefined
      return textsIn(each, below(typeof id === 'string' ? id : String(i + 1)))
    })
  const part = value as Part
  const own = isBilingual(part) ? [{ path, text: { vi: part.vi, en: part.en } }] : []
  return [...own, ...Object.entries(part).flatMap(([name, each]) => textsIn(each, below(name)))]
}
