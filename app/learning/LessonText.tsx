import { Fragment, type ReactNode } from 'react'
import type { Rendered } from './render/rendered'

type LessonTextProps = {
  rendered: Rendered
  /** Draws the check question of an item version. */
  check: (itemId: string) => ReactNode
}

/** The text of a lesson. The only place where markup comes from a string: it was checked, rendered and sanitised before. */
export function LessonText({ rendered, check }: LessonTextProps) {
  return rendered.parts.map((part, at) =>
    part.kind === 'html' ? (
      <div key={at} dangerouslySetInnerHTML={{ __html: part.html }} />
    ) : (
      <Fragment key={at}>{check(part.itemId)}</Fragment>
    ),
  )
}
