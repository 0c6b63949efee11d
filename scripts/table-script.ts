import { readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'

/** Tells on standard error what is wrong and ends with 1. */
export function fail(lines: string[]): never {
  console.error(lines.join('\n'))
  process.exit(1)
}

/** Files are named from where npm was called, not from the root of the product. */
const placed = (file: string) =>
  path.resolve(process.env.npm_lifecycle_event ? (process.env.INIT_CWD ?? '.') : '.', file)

export function readBytes(file: string, usage: string): Uint8Array {
  try {
    return readFileSync(placed(file))
  } catch {
    return fail([`${file}: this file cannot be read.`, usage])
  }
}

/** JSON on standard output, or in the file `out`. */
export function writeJson(result: unknown, out: string | undefined): void {
  const text = `${JSON.stringify(result, null, 2)}\n`
  if (out === undefined) {
    process.stdout.write(text)
    return
  }
  try {
    writeFileSync(placed(out), text)
  } catch {
    fail([`${out}: this file cannot be written.`])
  }
}
