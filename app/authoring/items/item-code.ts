const letters = 'abcdefghijklmnopqrstuvwxyz'

type Coded = { code: string; purpose: 'measure' | 'teach'; competency: string; level: number }

/**
 * The code that a new item is published under: a measuring one's says competency, level and a letter (`4.1-2c`), a teaching
 * one's keeps the code that it came with, or gets `t4.1-2-7`. Null where all letters of a competency and level are taken.
 */
export function codeFor(
  { code, purpose, competency, level }: Coded,
  isTaken: (code: string) => boolean,
): string | null {
  if (purpose === 'teach') {
    if (/^[a-z0-9][a-z0-9.-]{0,59}$/.test(code) && !/^\d\.\d-\d[a-z]$/.test(code) && !isTaken(code))
      return code
    for (let n = 1; ; n++) if (!isTaken(`t${competency}-${level}-${n}`)) return `t${competency}-${level}-${n}`
  }
  const stem = `${competency}-${level}`
  if (code.startsWith(stem) && /^[a-z]$/.test(code.slice(stem.length)) && !isTaken(code)) return code
  const letter = [...letters].find((each) => !isTaken(stem + each))
  return letter ? stem + letter : null
}
