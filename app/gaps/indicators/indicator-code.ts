import { fold } from '~/formats/fold'

/**
 * A code for a new indicator from its name, unlike all `taken` ones.
 * @example codeFor('Tài khoản VNeID mức 2', new Set()) // 'tai-khoan-vneid-muc-2'
 */
export function codeFor(name: string, taken: ReadonlySet<string>): string {
  const base =
    fold(name)
      .replace(/[^a-z0-9]+/g, '-')
      .slice(0, 40)
      .replace(/^-+|-+$/g, '') || 'indicator'
  let code = base
  for (let n = 2; taken.has(code); n += 1) code = `${base}-${n}`
  return code
}
