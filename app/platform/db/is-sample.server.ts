import { reader } from './db.server'

let sample: boolean | null = null

/** Whether this installation holds sample data: decided when it is filled, so read once. */
export function isSample(): boolean {
  sample ??=
    reader.sql.get<{ value: string }>("SELECT value FROM Installation WHERE key = 'sample'")?.value === 'true'
  return sample
}
