import type { ReactNode } from 'react'
import { formatPercent } from '~/platform/i18n/format'
import { useLocale } from '~/platform/i18n/react'
import { stacked } from './scale'

export type SharePart = {
  key: string
  label: ReactNode
  value: number
  kind: 'ok' | 'care' | 'bad' | 'unknown'
  /** The figure in words; a percentage of the whole where nothing is given. */
  figure?: ReactNode
}

/**
 * Parts of a whole as one bar, each part named with its figure below it.
 * `<BarShare parts={[{ key: 'ok', label: 'dùng được', value: 17, kind: 'ok' }, { key: 'bad', label: 'không dùng được', value: 21, kind: 'bad' }]} />`
 */
export function BarShare({ parts }: { parts: SharePart[] }) {
  const locale = useLocale()
  const sum = parts.reduce((total, part) => total + part.value, 0)
  const places = stacked(parts.map((part) => part.value))
  return (
    <div className="share">
      <svg width="100%" height="16" aria-hidden="true" focusable="false">
        {parts.map((part, i) => (
          <rect key={part.key} {...places[i]} y="0" height="16" className={part.kind} />
        ))}
      </svg>
      <ul>
        {parts.map((part) => (
          <li key={part.key} className={part.kind}>
            {part.label}{' '}
            <b className="num">{part.figure ?? formatPercent(locale, sum > 0 ? part.value / sum : 0)}</b>
          </li>
        ))}
      </ul>
    </div>
  )
}
