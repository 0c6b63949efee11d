const ours = /^\d{5}-\d{4,}$/

/** Whether a staff code was made by us: `01321-0042`, the commune's code and a number. */
export function isMadeCode(code: string): boolean {
  return ours.test(code)
}

/**
 * Makes staff codes for people who have none: the commune's code and the number after the highest in use.
 * Numbers freed in between are not given again, so that an old list never names someone else.
 *
 * @example
 * const make = staffCodeMaker(['01321-0041'])
 * make('01321') // '01321-0042'
 * make('01321') // '01321-0043'
 */
export function staffCodeMaker(taken: Iterable<string>): (communeCode: string) => string {
  const highest = new Map<string, number>()
  for (const code of taken) {
    if (!isMadeCode(code)) continue
    const [commune, number] = code.split('-') as [string, string]
    highest.set(commune, Math.max(highest.get(commune) ?? 0, Number(number)))
  }
  return (communeCode) => {
    const next = (highest.get(communeCode) ?? 0) + 1
    highest.set(communeCode, next)
    return `${communeCode}-${String(next).padStart(4, '0')}`
  }
}
