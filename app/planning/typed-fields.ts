import { parseDateText } from '~/ui/date-text'
import { parseSpans, type NamedSpan } from './spans'
import { parseDong, parseNumber, parsePercent } from './typed-number'

export type FieldFaults = {
  errors: Record<string, string>
  values: Record<string, Record<string, string | number>>
}

/**
 * Reads the fields of a form one after the other and notes what is wrong with each; keys of faults are texts of `planning`.
 * What cannot be read comes back as the lowest value allowed: with a fault nothing of the form is used.
 */
export function fieldReader(typed: Readonly<Record<string, string | undefined>>) {
  const faults: FieldFaults = { errors: {}, values: {} }
  const fault = (name: string, key: string, values?: Record<string, string | number>) => {
    if (name in faults.errors) return
    faults.errors[name] = key
    if (values) faults.values[name] = values
  }
  const raw = (name: string) => (typed[name] ?? '').normalize('NFC').trim()
  const number = (name: string, low: number, high: number, kind: 'whole' | 'decimal'): number => {
    const value = parseNumber(raw(name))
    const fits = value !== null && value >= low && value <= high
    if (fits && (kind === 'decimal' || Number.isInteger(value))) return value
    fault(name, kind === 'whole' ? 'typed.whole' : 'typed.number', { low: shown(low), high: shown(high) })
    return low
  }
  return {
    faults,
    fault,
    raw,
    text(name: string, most: number, missing: string): string {
      const value = raw(name).replace(/\s+/g, ' ')
      if (value === '') fault(name, missing)
      if (value.length > most) fault(name, 'typed.long', { most })
      return value
    },
    whole: (name: string, low: number, high: number) => number(name, low, high, 'whole'),
    decimal: (name: string, low: number, high: number) => number(name, low, high, 'decimal'),
    money(name: string): number {
      const value = parseDong(raw(name))
      if (value === null) fault(name, 'typed.money')
      return value ?? 0
    },
    percent(name: string): number {
      const value = parsePercent(raw(name))
      if (value === null) fault(name, 'typed.percent')
      return value ?? 0
    },
    day(name: string): string {
      const typedDay = raw(name)
      const value = /^\d{4}-\d{2}-\d{2}$/.test(typedDay) ? typedDay : parseDateText(typedDay)
      if (value === null) fault(name, 'typed.day')
      return value ?? '2000-01-01'
    },
    spans(name: string, most: number): NamedSpan[] {
      const { spans, wrong } = parseSpans(raw(name))
      if (wrong !== null) fault(name, 'typed.spans', { line: wrong })
      if (spans.length > most) fault(name, 'typed.manySpans', { most })
      return spans
    },
    ticked: (name: string) => raw(name) !== '',
  }
}

const shown = (value: number) => String(value).replace('.', ',')
