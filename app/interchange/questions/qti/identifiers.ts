/** What an id of ours and the ids of QTI have in common: small letters, digits, - and _, at most twelve. */
const ours = /^[a-z0-9][a-z0-9_-]{0,11}$/

/** An id as an identifier of QTI, which may not begin with a digit (NCName). */
export function identifierOf(id: string): string {
  return /^[0-9]/.test(id) ? `_${id}` : id
}

/** The identifier as an id of ours, null where it does not fit. */
function idOf(identifier: string): string | null {
  const id = identifier.replace(/^_(?=[0-9])/, '')
  return ours.test(id) ? id : null
}

/**
 * An id for each identifier of a list: its own where all of them fit and differ, else counted anew.
 *
 * @example idsOf(['ChoiceA', 'ChoiceB'], 'letters') // a, b
 * @example idsOf(['ChoiceA', 'ChoiceB'], 'p') // p1, p2
 */
export function idsOf(identifiers: string[], prefix: string, others: string[] = []): Map<string, string> {
  const taken = new Set(others)
  const kept = identifiers.map(idOf)
  const fits =
    kept.every((id) => id !== null && !taken.has(id)) && new Set(kept).size === new Set(identifiers).size
  let next = 0
  const fresh = () => {
    for (;;) {
      next += 1
      const id =
        prefix === 'letters' && next <= 26
          ? String.fromCharCode(96 + next)
          : `${prefix === 'letters' ? 'o' : prefix}${next}`
      if (!taken.has(id)) return id
    }
  }
  return new Map(
    [...new Set(identifiers)].map((identifier) => [identifier, fits ? idOf(identifier)! : fresh()]),
  )
}
