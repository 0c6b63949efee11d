import type { ReactNode } from 'react'

/** Buttons and the links beside them, wrapping on phones. `<ButtonRow><Button>Lưu</Button><a href="…">Hủy</a></ButtonRow>` */
export function ButtonRow({ children }: { children: ReactNode }) {
  return <div className="row buttons">{children}</div>
}
