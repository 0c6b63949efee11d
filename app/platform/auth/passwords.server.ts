import { hash, verify } from '@node-rs/argon2'

// Argon2id with the first choice of OWASP's password storage cheat sheet: 19 MiB, 2 passes, 1 lane.
const options = { memoryCost: 19_456, timeCost: 2, parallelism: 1 }

export function hashPassword(password: string): Promise<string> {
  return hash(password.normalize('NFC'), options)
}

export function verifyPassword(stored: string, password: string): Promise<boolean> {
  return verify(stored, password.normalize('NFC'))
}

let decoy: Promise<string> | null = null

/** Spends the time of a check, so that an unknown name takes as long as a known one. */
export async function spendVerifyTime(password: string): Promise<void> {
  decoy ??= hashPassword('a password that nobody has')
  await verifyPassword(await decoy, password)
}
