/** Joins the class names that apply: `classes('btn', quiet && 'quiet')` gives `'btn quiet'` or `'btn'`. */
export function classes(...names: (string | false | null | undefined)[]): string | undefined {
  return names.filter(Boolean).join(' ') || undefined
}
