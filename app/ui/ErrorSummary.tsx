import type { ReactNode } from 'react'
import { useT } from '~/platform/i18n/react'

export type FieldError = { fieldId: string; text: ReactNode }

export type ErrorSummaryProps = {
  title?: ReactNode
  errors: FieldError[]
  /** False where the page should not jump to it. */ focus?: boolean
}

/**
 * What is wrong on the page, each line linked to its field; takes the focus when the page comes back with 400.
 * Renders nothing without errors. `<ErrorSummary errors={[{ fieldId: 'ten', text: 'Ghi tên đăng nhập.' }]} />`
 */
export function ErrorSummary({ title, errors, focus = true }: ErrorSummaryProps) {
  const t = useT('ui')
  if (errors.length === 0) return null
  return (
    // The focus on a summary of errors is what a screen reader needs first: pages have no script to move it.
    // eslint-disable-next-line jsx-a11y/no-autofocus
    <div className="note stop" role="alert" tabIndex={-1} id="errors" autoFocus={focus}>
      <h2>{title ?? t('errors.title')}</h2>
      <ul>
        {errors.map(({ fieldId, text }, i) => (
          <li key={`${fieldId}-${i}`}>
            <a href={`#${fieldId}`}>{text}</a>
          </li>
        ))}
      </ul>
    </div>
  )
}
