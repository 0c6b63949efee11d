/** Ids of a control's hint and error, as `aria-describedby` wants them: `describedBy('ten', true, false)` gives `'ten-hint'`. */
export function describedBy(id: string, hint: unknown, error: unknown): string | undefined {
  const ids = [hint ? `${id}-hint` : '', error ? `${id}-error` : ''].filter(Boolean)
  return ids.join(' ') || undefined
}
