import type { DraftItem } from '~/assessment/item'

type Picture = NonNullable<DraftItem['picture']>
type Figure = { hash: string; width: number; height: number }

/** The field of an item's form that says which picture it shows, beside the fields of its alternative text. */
export const figureField = 'picture.figure'

/** A stored picture as that field says it. @example '3f…e 1200x675' */
export function figureText({ hash, width, height }: Figure): string {
  return `${hash} ${width}x${height}`
}

/** The stored picture that the field names; null where it names none. */
export function figureIn(text: string): Figure | null {
  const [, hash, width, height] = /^([0-9a-f]{32}) ([1-9]\d{0,4})x([1-9]\d{0,4})$/.exec(text) ?? []
  return hash ? { hash, width: Number(width), height: Number(height) } : null
}

/** What the field says of an item's picture; of one that came without its file, the name of that. Empty without a picture. */
export function pictureText(picture: Picture | undefined): string {
  return picture?.figure ? figureText(picture.figure) : (picture?.src ?? '')
}

/** The picture that the field says: the one of before where it is the same, a stored one, or none. */
export function pictureSaid(text: string, before: Picture | undefined): Omit<Picture, 'alt'> | null {
  if (text === '') return null
  if (before && pictureText(before) === text) return before
  const figure = figureIn(text)
  return figure ? { src: `figures/${figure.hash}.webp`, figure } : null
}
