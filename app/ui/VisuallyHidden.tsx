import type { ReactNode } from 'react'

/** Words for a screen reader only: `Sửa<VisuallyHidden> câu 3</VisuallyHidden>`. */
export function VisuallyHidden({ children }: { children: ReactNode }) {
  return <span className="vh">{children}</span>
}
