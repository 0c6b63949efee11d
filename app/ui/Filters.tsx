import type { ReactNode } from 'react'
import { useT } from '~/platform/i18n/react'
import { Button } from './Button'
import { HiddenFields } from './HiddenFields'

export type FiltersProps = {
  action?: string
  label?: string
  /** `Field` and `Select`. */
  children: ReactNode
  /** What the address keeps besides the filters, such as the order. */
  keep?: Record<string, string | number | undefined>
  submitLabel?: ReactNode
  /** Present while something is filtered. */
  clearHref?: string
}

/** A row of filters over a list, sent by GET so that the address says what is shown. `<Filters clearHref="/nhan-su"><Field id="tim" name="tim" label="Tìm tên" /></Filters>` */
export function Filters({ action, label, children, keep = {}, submitLabel, clearHref }: FiltersProps) {
  const t = useT('ui')
  return (
    <form
      method="get"
      action={action}
      className="filters"
      role="search"
      aria-label={label ?? t('filters.label')}
    >
      <HiddenFields values={keep} />
      {children}
      <div className="row">
        <Button quiet>{submitLabel ?? t('filters.apply')}</Button>
        {clearHref ? <a href={clearHref}>{t('filters.clear')}</a> : null}
      </div>
    </form>
  )
}
