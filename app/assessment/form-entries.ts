import { refuse } from '~/platform/http/errors'
import type { Entries } from './answer-entry'

/** A press on a picture shown so many points wide and high: the browser sends where it was, in points. */
const press = /^p(\d{2,4})x(\d{2,4})\.([xy])$/

/** The fields of a form that are part of an answer; whatever else the form carries is left out. */
export function entriesOf(form: FormData): Entries {
  const entries: Entries = {}
  for (const [name, value] of form) {
    if (!/^(v|n|t|p|[mogr]\.[\w.-]{1,20}|q\.[cr])$/.test(name)) continue
    if (typeof value !== 'string' || value.length > (name === 't' ? 15_000 : 5000)) throw refuse('badRequest')
    ;(entries[name] ??= []).push(value)
  }
  const pressed = pressedAt(form)
  if (!pressed) return entries
  const { v: _unknown, 'q.c': _column, 'q.r': _row, ...rest } = entries
  return { ...rest, p: [pressed.join(',')] }
}

/**
 * Where on a picture a form was sent by pressing it, in thousandths of its width and height; null where a button sent it.
 * A browser that presses the picture by a key sends its corner, which counts as a button.
 */
export function pressedAt(form: FormData): [x: number, y: number] | null {
  const at = { x: 0, y: 0 }
  for (const [name, value] of form) {
    const found = press.exec(name)
    if (!found || typeof value !== 'string' || !/^\d{1,5}$/.test(value)) continue
    const axis = found[3] as 'x' | 'y'
    const length = Number(found[axis === 'x' ? 1 : 2])
    at[axis] = Math.min(1000, Math.round((Number(value) * 1000) / length))
  }
  return at.x === 0 && at.y === 0 ? null : [at.x, at.y]
}
