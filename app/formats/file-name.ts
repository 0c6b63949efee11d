import { fold } from './fold'

/**
 * A file name that every machine takes: no marks, no spaces, at most 100 characters before its ending.
 * @example fileName(['Khoảng trống', 'Đợt 11/2025'], 'xlsx') // 'khoang-trong-dot-11-2025.xlsx'
 */
export function fileName(parts: readonly string[], ending: string): string {
  const plain = parts
    .map((part) =>
      fold(part)
        .replace(/[^a-z0-9]+/g, '-')
        .replace(/^-+|-+$/g, ''),
    )
    .filter(Boolean)
  return `${plain.join('-').slice(0, 100)}.${ending}`
}
