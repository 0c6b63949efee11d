import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import type { FuzzFormat } from './formats'

/** Where the folders of formats lie. */
export const seedRoot = path.resolve(import.meta.dirname, '../../tests/fixtures')

/** The files that a format's mutations start from, always in one order; a format without any is a fault. */
export async function seedsOf({ name, folder, seeds }: FuzzFormat): Promise<Uint8Array[]> {
  const made = seeds ? await seeds() : []
  const where = path.join(seedRoot, folder)
  const kept = seeds
    ? []
    : readdirSync(where, { recursive: true, withFileTypes: true })
        .filter((entry) => entry.isFile() && !entry.name.endsWith('.ts'))
        .map((entry) => path.join(entry.parentPath, entry.name))
        .sort()
        .map((file) => readFileSync(file))
  if (made.length + kept.length === 0) throw new Error(`${name}: no seed files in ${where}`)
  return [...made, ...kept]
}
