import type { Locale } from '~/platform/i18n/locale'
import type { DraftFigure } from './draft-module'

/** The line of Markdown that shows a figure: `![Thư có ba chỗ đáng ngờ](figures/thu.webp)`. */
export function figureLine(path: string, { alt }: Pick<DraftFigure, 'alt'>, locale: Locale): string {
  return `![${(alt?.[locale] ?? '').replace(/[[\]\n]/g, ' ').trim()}](${path})`
}

/** The line of Markdown that asks a question in a lesson; a line `:::` follows it. */
export function checkLine(code: string): string {
  return `::: check ${code}`
}
