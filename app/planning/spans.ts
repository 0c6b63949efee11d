import { dateToText, parseDateText } from '~/ui/date-text'
import type { Span } from './resources/resource'

export type NamedSpan = { span: Span; name: string }

/**
 * Days as people type them, a day or a span a line, what they are for behind them: `30/04/2027 – 02/05/2027 Nghỉ lễ`.
 * `wrong` is the first line (from 1) that is none, or whose end comes before its beginning.
 */
export function parseSpans(text: string): { spans: NamedSpan[]; wrong: number | null } {
  const spans: NamedSpan[] = []
  let wrong: number | null = null
  text.split(/\r?\n|;/).forEach((line, i) => {
    if (line.trim() === '') return
    const read = readLine(line.normalize('NFC').trim())
    if (read) spans.push(read)
    else wrong ??= i + 1
  })
  return { spans, wrong }
}

const day = String.raw`\d{1,2}[/.\-]\d{1,2}[/.\-]\d{4}`
const shape = new RegExp(String.raw`^(${day})(?:\s*[^\d\s]{1,4}\s*(${day}))?\s*[:,–—-]?\s*(.*)$`, 'iu')

function readLine(line: string): NamedSpan | null {
  const match = shape.exec(line)
  if (!match) return null
  const from = parseDateText(match[1]!)
  const until = match[2] ? parseDateText(match[2]) : from
  if (!from || !until || until < from) return null
  return { span: [from, until], name: match[3]!.replace(/\s+/g, ' ').trim().slice(0, 100) }
}

/** Spans as they stand in a field, a line each. */
export function spansText(spans: readonly NamedSpan[]): string {
  return spans.map(({ span, name }) => `${spanText(span)}${name ? ` ${name}` : ''}`).join('\n')
}

/** `30/04/2027 – 02/05/2027`, or the day alone. */
export function spanText([from, until]: Span): string {
  return from === until ? dateToText(from) : `${dateToText(from)} – ${dateToText(until)}`
}
