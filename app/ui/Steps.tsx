import type { ReactNode } from 'react'
import { useT } from '~/platform/i18n/react'
import { classes } from './classes'

export type Step = { label: ReactNode; state: 'done' | 'now' | 'todo'; to?: string }

/** The stages of a longer piece of work. `<Steps items={[{ label: 'Tải tệp', state: 'done' }, { label: 'Xem trước', state: 'now' }]} />` */
export function Steps({ items }: { items: Step[] }) {
  const t = useT('ui')
  return (
    <ol className="steps">
      {items.map((item, i) => (
        <li key={i} className={classes(item.state)} aria-current={item.state === 'now' ? 'step' : undefined}>
          {item.to ? <a href={item.to}>{item.label}</a> : item.label}
          <span className="vh"> ({t(`step.${item.state}`)})</span>
        </li>
      ))}
    </ol>
  )
}
