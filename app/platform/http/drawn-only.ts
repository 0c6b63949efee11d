/**
 * Hides a part of what a loader returns from the framework's encoder: it encodes everything enumerable for a script that
 * these pages do not have, which for a long text takes as long as drawing it. Components read the part as before.
 * `return data(drawnOnly({ view }, 'view'))`
 */
export function drawnOnly<T extends object>(value: T, key: keyof T): T {
  return Object.defineProperty(value, key, { enumerable: false })
}
