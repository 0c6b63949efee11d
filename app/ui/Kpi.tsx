import type { ReactNode } from 'react'

export type KpiProps = {
  label: ReactNode
  /** The figure, formatted; a link makes it lead to what is behind it. */
  value: ReactNode
  /** Interval or total, smaller beside the figure: "44–48", "trên 56". */
  beside?: ReactNode
  children?: ReactNode
  to?: string
}

/** One figure with its words. `<Kpi label="Chưa đạt yêu cầu vị trí" value="46%" beside="44–48" to="/khoang-trong">giảm 3 điểm (1–5)</Kpi>` */
export function Kpi({ label, value, beside, children, to }: KpiProps) {
  return (
    <div className="panel kpi">
      <span>{label}</span>
      <b>
        {to ? <a href={to}>{value}</a> : value}
        {beside ? <small> {beside}</small> : null}
      </b>
      {children ? <span>{children}</span> : null}
    </div>
  )
}
