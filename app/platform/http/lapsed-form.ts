/** Fields of the sign-in form. A form that a lapsed session interrupts must not use these names: they do not travel with it. */
const ownFields: readonly string[] = ['username', 'password', 'shared', 'to', 'resume', 'switchLocale']

/** The fields of an interrupted form that go on after signing in. */
export function pendingFields(fields: Iterable<[string, unknown]>): [string, string][] {
  const pending: [string, string][] = []
  for (const [name, value] of fields)
    if (typeof value === 'string' && !ownFields.includes(name)) pending.push([name, value])
  return pending
}
