import type { Message } from '~/formats/message'
import { drawingAttributes, drawingElements } from './drawing-set'

export type DrawingFault = Message & { line: number }
/** A drawing written anew from what was read, so that nothing unread gets through. */
export type Drawing = { svg: string; width: number; height: number }

type Open = { name: string; size: number | null; scale: number }

const tag = /<([A-Za-z][\w:.-]*)((?:\s+[\w:.-]+\s*=\s*(?:"[^"<]*"|'[^'<]*'))*)\s*(\/?)>/y
const end = /<\/([A-Za-z][\w:.-]*)\s*>/y
const comment = /<!--(?:(?!--)[\s\S])*-->/y
const words = /[^<]+/y
const attribute = /([\w:.-]+)\s*=\s*(?:"([^"]*)"|'([^']*)')/g
const entity = /&(?!(?:lt|gt|amp|quot|apos|#\d{1,7}|#x[0-9a-fA-F]{1,6});)/
const worded = new Set(['text', 'tspan', 'title', 'desc'])
/** Written by drawing programs on the root, and of no use in the page, which gives its own. */
const dropped = new Set([
  'xmlns',
  'version',
  'role',
  'aria-label',
  'aria-hidden',
  'focusable',
  'width',
  'height',
])
export const widestDrawing = 336
export const smallestText = 14
const deepest = 24

/** Reads a drawing by a grammar of its own, which is far less than XML: what does not fit is refused, never repaired. */
export function readDrawing(source: string): { drawing: Drawing | null; faults: DrawingFault[] } {
  const faults: DrawingFault[] = []
  const open: Open[] = []
  const ids = new Set<string>()
  const asked: { id: string; line: number }[] = []
  let out = ''
  let size: { width: number; height: number } | null = null
  let rooted = false
  let at = /^\uFEFF?(?:<\?xml[^?]*\?>)?/.exec(source)?.[0].length ?? 0
  const line = (ahead = 0) => source.slice(0, at + ahead).split('\n').length
  const fault = (key: string, values: Message['values'] = {}, ahead = 0) =>
    faults.push({ key, values, line: line(ahead) })
  const take = (pattern: RegExp) => {
    pattern.lastIndex = at
    return pattern.exec(source)
  }

  const element = (name: string, written: string, closed: boolean) => {
    if (!drawingElements.has(name) || (name === 'svg') === rooted) fault('svg.element', { element: name })
    const parent = open.at(-1)
    const own: Open = { name, size: parent?.size ?? null, scale: parent?.scale ?? 1 }
    let kept = ''
    const seen = new Set<string>()
    for (const [, key, double, single] of written.matchAll(attribute)) {
      const value = double ?? single ?? ''
      const wrong = valueFault(key!, value, !rooted, ids)
      if (seen.has(key!)) fault('svg.twice', { attribute: key! })
      seen.add(key!)
      if (wrong) fault(wrong.key, wrong.values)
      if (key === 'id') ids.add(value)
      const reference = /^url\(#(.+)\)$/.exec(value)?.[1]
      if (reference) asked.push({ id: reference, line: line() })
      if (key === 'font-size') own.size = Number.parseFloat(value)
      if (key === 'transform') own.scale *= smallestScale(value)
      if (!rooted && key === 'viewBox') size = boxOf(value)
      if (rooted || !dropped.has(key!)) kept += ` ${key}="${encode(value)}"`
    }
    if (!rooted) {
      if (!size) fault('svg.viewBox', { widest: widestDrawing })
      else kept += ` width="${size.width}" height="${size.height}"`
    }
    if (name === 'text' || name === 'tspan') {
      if (own.size === null) fault('svg.noFontSize')
      else if (!(own.size * own.scale >= smallestText - 1e-9)) fault('svg.small', { smallest: smallestText })
    }
    rooted = true
    out += `<${name}${kept}${closed ? '/>' : '>'}`
    if (!closed) open.push(own)
  }

  while (at < source.length && faults.length < 20) {
    const begun = take(tag)
    const ended = begun ? null : take(end)
    const skipped = begun || ended ? null : take(comment)
    const text = begun || ended || skipped ? null : take(words)
    if (begun && open.length < deepest && (open.length > 0 || !rooted))
      element(begun[1]!, begun[2]!, begun[3] === '/')
    else if (ended && open.at(-1)?.name === ended[1]) {
      open.pop()
      out += `</${ended[1]}>`
    } else if (text) {
      if (entity.test(text[0])) fault('svg.entity')
      else if (/\S/.test(text[0]) && !worded.has(open.at(-1)?.name ?? ''))
        fault('svg.text', {}, text[0].search(/\S/))
      else if (worded.has(open.at(-1)?.name ?? '')) out += encode(text[0].replace(/\s+/g, ' '))
    } else if (!skipped) {
      fault(/^<[!?]/.test(source.slice(at)) ? 'svg.entity' : 'svg.syntax')
      break
    }
    at += (begun ?? ended ?? skipped ?? text)![0].length
  }
  if (faults.length === 0 && (open.length > 0 || !rooted)) fault('svg.syntax')
  for (const { id, line: where } of asked)
    if (!ids.has(id)) faults.push({ key: 'svg.reference', values: { id }, line: where })
  return {
    drawing: faults.length === 0 && size ? { svg: out, ...(size as Omit<Drawing, 'svg'>) } : null,
    faults,
  }
}

function valueFault(key: string, value: string, root: boolean, ids: Set<string>): Message | null {
  if (root && key === 'xmlns') {
    return value === 'http://www.w3.org/2000/svg'
      ? null
      : { key: 'svg.attribute', values: { attribute: key } }
  }
  if (root && dropped.has(key)) return null
  if (!drawingAttributes.has(key)) return { key: 'svg.attribute', values: { attribute: key } }
  if (entity.test(value)) return { key: 'svg.entity' }
  const wrong = { key: 'svg.value', values: { attribute: key, value: value.slice(0, 40) } }
  if (key === 'id') return /^[A-Za-z][\w-]*$/.test(value) && !ids.has(value) ? null : wrong
  if (/^marker-/.test(key)) return /^(none|url\(#[A-Za-z][\w-]*\))$/.test(value) ? null : wrong
  if (key === 'font-size') return /^\d+(\.\d+)?(px)?$/.test(value) ? null : wrong
  if (key === 'transform')
    return /^\s*(?:(?:translate|rotate|scale)\s*\([-\d\s.,e]+\)[\s,]*)*$/.test(value) ? null : wrong
  return /url|[:;\\<>&@]/i.test(value) ? wrong : null
}

function boxOf(value: string): { width: number; height: number } | null {
  const found = /^0[\s,]+0[\s,]+(\d+(?:\.\d+)?)[\s,]+(\d+(?:\.\d+)?)$/.exec(value.trim())
  const [width, height] = [Number(found?.[1]), Number(found?.[2])]
  return found && width > 0 && width <= widestDrawing && height > 0 && height <= 1000
    ? { width, height }
    : null
}

function smallestScale(transform: string): number {
  return [...transform.matchAll(/scale\s*\(([^)]*)\)/g)].reduce((product, [, numbers]) => {
    const each = numbers!
      .trim()
      .split(/[\s,]+/)
      .map((number) => Math.abs(Number(number)))
    return product * Math.min(...each)
  }, 1)
}

/** Entities that the grammar knows stay as they are. */
function encode(text: string): string {
  return text.replace(/"/g, '&quot;').replace(/>/g, '&gt;')
}
